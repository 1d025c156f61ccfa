"use client";

import type { PersonView } from "@/lib/domain/views";
import { PenLine } from "lucide-react";
import { createContext, use, type ReactNode } from "react";

/** Who writes where on this page's document. */
export interface Writers {
  /** Whoever else writes in this record, and began after oneself. */
  writerOf: (record: string) => PersonView | null;
  /** One writes there oneself now; null when one has stopped. */
  setWriting: (record: string | null) => void;
}

/** Without presence nobody keeps anybody from writing: then two versions are settled afterwards. */
export const WritersContext = createContext<Writers>({ writerOf: () => null, setWriting: () => undefined });

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
