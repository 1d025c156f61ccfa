"use client";

import { Check, Copy } from "lucide-react";
import { diffParts } from "@/components/draft/diff-parts";
import { copyText } from "@/components/reader/copy-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { WordDiff } from "@/components/ui/word-diff";
import { countOf } from "@/lib/ui/format";
import type { Unplaced } from "./unplaced";

interface UnplacedChangesProps {
  unplaced: readonly Unplaced[];
  onDone: (unplaced: Unplaced) => void;
}

/** Changes that found no place in a newer text, because somebody else changed the same blocks: to be made again by hand. */
export function UnplacedChanges({ unplaced, onDone }: UnplacedChangesProps) {
  if (unplaced.length === 0) return null;
  return (
    <section aria-labelledby="unplaced-heading" className="tone-half grid gap-3 rounded-[10px] border border-tone bg-tone-wash px-4 py-3">
      <div>
        <h2 id="unplaced-heading" className="text-sm font-medium">
          {countOf(unplaced.length, "change")} could not be put on the new text
        </h2>
        <p className="text-xs text-ink-2">Somebody else changed the same blocks. Make what you still want by hand.</p>
      </div>
      <ul className="grid gap-2">
        {unplaced.map((change, index) => (
          <li key={index} className="grid gap-2 rounded bg-surface px-3 py-2">
            <div className="max-h-40 overflow-y-auto font-text text-[0.9375rem]/6 wrap-anywhere" tabIndex={0} role="group" aria-label="Your change">
              <WordDiff parts={diffParts(change.before, change.after)} />
            </div>
            <div className="flex gap-2">
              <Button size="sm" icon={<Copy aria-hidden size={12} />} disabled={change.after === ""} onClick={() => void copy(change.after)}>
                Copy your words
              </Button>
              <Button size="sm" variant="ghost" icon={<Check aria-hidden size={12} />} onClick={() => onDone(change)}>
                Done with it
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function copy(words: string): Promise<void> {
  if (await copyText(words)) toast.success("Copied.");
  else toast.error("The browser did not allow copying.");
}
