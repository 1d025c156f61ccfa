import { commonStretches } from "@/lib/anchoring/common-stretches";
import { migrateAnchors, type Placed } from "@/lib/anchoring/migrate";
import { textChanges } from "@/lib/anchoring/text-changes";
import type { TextChange } from "@/lib/domain/revision";
import { countWords } from "@/lib/domain/text";

/** Two states of a text and the anchors of the first, in a form that can be sent to a worker. */
export interface CorrectionJob {
  before: string;
  after: string;
  anchors: Placed[];
  /** BCP 47; for counting words. */
  language: string;
}

/** What a correction does: the word diff of both whole texts, and each anchor, in the order given, in the corrected one. */
export interface Correction {
  changes: TextChange[];
  wordsAdded: number;
  wordsRemoved: number;
  anchors: Placed[];
}

/** Compares the two texts and takes the anchors along, in this thread. */
export function compareTexts({ before, after, anchors, language }: CorrectionJob): Correction {
  const stretches = commonStretches(before, after);
  const changes = textChanges(before, after, stretches);
  const added = changes.filter(({ kind }) => kind === "added").map((change) => after.slice(change.after.start, change.after.end));
  const removed = changes.filter(({ kind }) => kind === "removed").map((change) => before.slice(change.before.start, change.before.end));
  return {
    changes,
    wordsAdded: countWords(added.join("\n"), language),
    wordsRemoved: countWords(removed.join("\n"), language),
    anchors: migrateAnchors(before, after, anchors, stretches),
  };
}
