"use client";

import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toast";
import type { DiffPart } from "@/components/ui/word-diff";
import { GitMerge } from "lucide-react";
import { useMemo, useState } from "react";
import { diffParts } from "./diff-parts";

interface ConflictCardProps<V> {
  /** The field's name, as in its label. */
  label: string;
  mine: V;
  theirs: V;
  /** The value as people read it. */
  show: (value: V) => string;
  /** Makes a value of words that were written together from both; without it the field takes one or the other. */
  fromText?: ((text: string) => V) | undefined;
  /** What is chosen becomes the field's value. */
  onResolve: (value: V) => void;
}

/** Both versions of a field that two people changed, side by side, with what differs set off: one of them is taken, or a third is written from both. */
export function ConflictCard<V>({ label, mine, theirs, show, fromText, onResolve }: ConflictCardProps<V>) {
  const [mineText, theirText] = [show(mine), show(theirs)];
  const parts = useMemo(() => diffParts(theirText, mineText), [theirText, mineText]);
  const [merge, setMerge] = useState<string | null>(null);

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
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
        <Version name="Theirs" parts={parts.filter(({ type }) => type !== "added")} />
        <Version name="Yours" parts={parts.filter(({ type }) => type !== "removed")} />
      </dl>
      {merge !== null && fromText ? (
        <div className="grid gap-2">
          <Field label={`${label}, from both`}>
            <TextArea autoFocus rows={3} value={merge} onChange={(event) => setMerge(event.target.value)} />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="primary" onClick={() => onResolve(fromText(merge))}>
              Use this
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setMerge(null)}>
              Cancel
            </Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" onClick={takeTheirs}>
            Take theirs
          </Button>
          <Button size="sm" variant="primary" onClick={() => onResolve(mine)}>
            Keep mine
          </Button>
          {fromText && (
            <Button size="sm" variant="ghost" onClick={() => setMerge(mineText)}>
              Write a merge
            </Button>
          )}
        </div>
      )}
      <p className="text-ink-2">Both stay in the history.</p>
    </div>
  );
}

function Version({ name, parts }: { name: string; parts: readonly DiffPart[] }) {
  return (
    <div className="grid min-w-0 content-start gap-1 rounded border border-line bg-surface p-2">
      <dt className="font-medium text-ink-2">{name}</dt>
      <dd dir="auto" className="max-h-48 overflow-y-auto wrap-anywhere whitespace-pre-wrap">
        {parts.length === 0 && <em>empty</em>}
        {parts.map(({ type, text }, index) => (
          <span key={index} className={cx(type !== "same" && "rounded-[3px] bg-tone-wash font-medium underline decoration-tone underline-offset-3")}>
            {text}
          </span>
        ))}
      </dd>
    </div>
  );
}
