import { CircleAlert } from "lucide-react";
import { countOf } from "@/lib/ui/format";
import type { DraftStatus } from "@/components/draft/use-kept-draft";

interface DraftNoteProps {
  status: DraftStatus;
  /** Places in which the text was changed. */
  changes: number;
  restored: boolean;
}

/** Whether what was written is safe. Only trouble is announced. */
export function DraftNote({ status, changes, restored }: DraftNoteProps) {
  const count = countOf(changes, "change");
  if (status === "refused")
    return (
      <p role="alert" className="flex items-start gap-1.5 text-xs font-medium text-warn">
        <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
        {count}, not kept: this browser does not allow it. Save before you leave.
      </p>
    );
  return (
    <p className="text-xs text-ink-3 tabular-nums" data-draft={status}>
      {status === "none" ? "Nothing changed yet." : `${count} · ${status === "kept" ? "draft kept on this device" : "keeping the draft…"}`}
      {restored && status !== "none" && <span role="status"> · What you had begun is back.</span>}
    </p>
  );
}
