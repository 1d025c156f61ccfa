"use client";

import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import type { Span } from "@/lib/domain/text";
import type { MarksView } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";
import { X } from "lucide-react";
import { useState } from "react";
import type { MarkChange } from "./use-marks";

interface OwnMarksProps {
  view: MarksView;
  selectedId: string | null;
  busy: boolean;
  onShow: (span: Span, id: string) => void;
  onChange: (change: MarkChange) => Promise<boolean>;
}

/** What one has marked, and the button that makes it final. */
export function OwnMarks({ view: { marks, submitted, can }, selectedId, busy, onShow, onChange }: OwnMarksProps) {
  const [asking, setAsking] = useState(false);
  const mine = marks.filter((mark) => mark.mine);
  return (
    <section aria-labelledby="own-marks" className="grid gap-3">
      <h2 id="own-marks" className="font-text text-lg/6 font-semibold">
        Your marks
      </h2>
      <p className="text-sm text-pretty text-ink-2">
        {submitted ? (
          "You have submitted them: they stay as they are."
        ) : can.mark ? (
          <>
            Select what is a claim
            <span className="max-sm:hidden pointer-coarse:hidden">
              , and press <Kbd keys="n" />
            </span>
            . Nobody sees your marks, nor you theirs, before they are submitted.
          </>
        ) : (
          "In this document claims are marked together, in the text itself."
        )}
      </p>
      {mine.length === 0 ? (
        <p className="text-sm text-ink-3">Nothing is marked yet.</p>
      ) : (
        <ol aria-label="Your marks" className="grid gap-1">
          {mine.map((mark) => (
            <li key={mark.id} className={cx("flex items-start gap-1 rounded", mark.id === selectedId && "bg-accent-wash")}>
              <button
                type="button"
                dir="auto"
                onClick={() => onShow(mark, mark.id)}
                className="min-w-0 flex-1 rounded px-2 py-1.5 text-start font-text text-sm hover:bg-sunk"
              >
                {mark.exact}
              </button>
              {can.mark && (
                <IconButton
                  size="sm"
                  label={`Take back: ${mark.exact}`}
                  icon={<X size={14} />}
                  disabled={busy}
                  onClick={() => void onChange({ kind: "remove", markId: mark.id })}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {can.mark && (
        <Button variant={mine.length > 0 ? "primary" : "default"} className="justify-self-start" loading={busy} onClick={() => setAsking(true)}>
          {mine.length > 0 ? `Submit ${countOf(mine.length, "mark")}` : "Submit without a mark"}
        </Button>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title="Submit your marks?"
        description="They cannot be changed afterwards. You then see what the others marked, as far as they have submitted."
        confirmLabel="Submit"
        onConfirm={() => void onChange({ kind: "submit" })}
      />
    </section>
  );
}
