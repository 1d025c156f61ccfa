import type { DiffPart } from "@/components/ui/word-diff";
import { diffWordsWithSpace } from "diff";

/** Milliseconds; two long texts with nothing in common are shown whole instead. */
const TIMEOUT = 200;

/** What changed between two texts, word by word. */
export function diffParts(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { timeout: TIMEOUT });
  if (!changes) return [part("removed", before), part("added", after)].filter((each) => each.text !== "");
  return changes.map((change) => part(change.added ? "added" : change.removed ? "removed" : "same", change.value));
}

function part(type: DiffPart["type"], text: string): DiffPart {
  return { type, text };
}
