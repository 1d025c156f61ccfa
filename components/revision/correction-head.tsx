"use client";

import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { StaleNotice } from "./stale-notice";
import type { Correction } from "./use-correction";
import type { NewerBase } from "./use-newer-base";

export type Mode = "edit" | "replace";

const MODES = [
  { value: "edit", label: "Correct it here" },
  { value: "replace", label: "Replace it by a file or pasted text" },
] as const;

interface CorrectionHeadProps {
  documentId: string;
  mode: Mode;
  onMode: (mode: Mode) => void;
  correction: Correction;
  newer: NewerBase;
}

/** What this page is for, the two ways to go about it, and what somebody else did meanwhile. */
export function CorrectionHead({ documentId, mode, onMode, correction, newer: { base, newer, busy, move, takeUp } }: CorrectionHeadProps) {
  const { begunOn, changes, leaveBehind } = correction;
  return (
    <header className="grid gap-4">
      <div>
        <h1 className="font-text text-2xl/8 font-semibold tracking-[-0.01em]">Correct the text</h1>
        <p className="mt-1 max-w-prose text-sm text-ink-2">
          Claims keep their places where their words stay. Before anything is saved, you see what will happen to each.
        </p>
      </div>
      <Segmented label="How" options={MODES} value={mode} onChange={onMode} className="max-w-md" />
      {newer !== null && (
        <StaleNotice
          documentId={documentId}
          from={base.number}
          to={newer}
          action={{ label: mode === "edit" ? "Put my changes on the new text" : "Replace the new text instead", busy, run: move }}
        >
          Somebody saved revision {newer} while you were writing. What you wrote is kept.
        </StaleNotice>
      )}
      {mode === "edit" && newer === null && begunOn !== null && changes === 0 && (
        <StaleNotice
          documentId={documentId}
          from={begunOn}
          to={base.number}
          action={{ label: "Put my changes on the new text", busy, run: takeUp }}
          aside={
            <Button size="sm" variant="ghost" onClick={leaveBehind}>
              Discard them
            </Button>
          }
        >
          You had begun to correct revision {begunOn}, and somebody saved revision {base.number} since. Your changes are kept on this device.
        </StaleNotice>
      )}
    </header>
  );
}
