"use client";

import { PenLine } from "lucide-react";
import { use, type ReactNode } from "react";
import { WritersContext } from "./writers";

interface SoftLockProps {
  /** "ruling:…" */
  record: string;
  children: (locked: boolean) => ReactNode;
}

/** A longer text that one person writes at a time: whoever comes second sees who does, and can take over. */
export function SoftLock({ record, children }: SoftLockProps) {
  const { writerOf, setWriting } = use(WritersContext);
  const writer = writerOf(record);
  return (
    <div className="grid gap-2" onFocus={() => writer ?? setWriting(record)} onBlur={() => writer ?? setWriting(null)}>
      <p role="status" className={writer ? "flex flex-wrap items-center gap-x-1.5 text-xs text-ink-2" : "sr-only"}>
        {writer && (
          <>
            <PenLine aria-hidden size={14} className="shrink-0 text-accent" />
            <span>
              <bdi>{writer.name}</bdi> is writing here.
            </span>
            <button type="button" onClick={() => setWriting(record)} className="rounded px-1 font-medium underline underline-offset-2 hover:text-ink">
              Take over
            </button>
          </>
        )}
      </p>
      {children(writer !== null)}
    </div>
  );
}
