"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { WordDiff } from "@/components/ui/word-diff";
import { GitMerge } from "lucide-react";
import { useMemo } from "react";
import { diffParts } from "./diff-parts";

interface ConflictCardProps<V> {
  /** The field's name, as in its label. */
  label: string;
  mine: V;
  theirs: V;
  /** The value as people read it. */
  show: (value: V) => string;
  /** What is chosen becomes the field's value. */
  onResolve: (value: V) => void;
}

/** Both versions of a field that two people changed. Nothing is lost: taking theirs can be undone, and the field itself can be made a merge first. */
export function ConflictCard<V>({ label, mine, theirs, show, onResolve }: ConflictCardProps<V>) {
  const [mineText, theirText] = [show(mine), show(theirs)];
  const parts = useMemo(() => diffParts(theirText, mineText), [theirText, mineText]);

  function takeTheirs() {
    onResolve(theirs);
    toast.undo(`Their ${label.toLowerCase()} was taken.`, () => onResolve(mine));
  }

  return (
    <div role="group" aria-label={`Conflict: ${label}`} className="tone-mostly-false grid gap-2 rounded border border-tone bg-tone-wash p-3 text-xs">
      <p role="alert" className="flex items-center gap-1.5 font-medium text-warn">
        <GitMerge aria-hidden size={14} className="shrink-0" />
        Someone else changed this while you were writing.
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-ink-2">Theirs</dt>
        <dd dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-wrap">
          {theirText || <em>empty</em>}
        </dd>
        <dt className="text-ink-2">Changed to yours</dt>
        <dd className="max-h-40 overflow-y-auto">
          <WordDiff parts={parts} />
        </dd>
      </dl>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" variant="primary" onClick={() => onResolve(mine)}>
          Keep mine
        </Button>
        <Button size="sm" onClick={takeTheirs}>
          Take theirs
        </Button>
        <span className="text-ink-2">Or edit the field into a merge, then keep yours.</span>
      </div>
    </div>
  );
}
