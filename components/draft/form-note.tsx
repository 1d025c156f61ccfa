import { CircleAlert } from "lucide-react";
import type { SaveStatus } from "@/lib/ui/autosave";

interface FormNoteProps {
  status: SaveStatus;
  failure: string | null;
  /** Said while something is typed and not yet sent. */
  unsent: string;
  /** Said when all is saved. */
  saved?: string;
}

/** Where a form with a button stands: unsent words are named as such, and a failure says its sentence. */
export function FormNote({ status, failure, unsent, saved }: FormNoteProps) {
  if (failure) {
    return (
      <p role="alert" className="flex items-start gap-1.5 text-xs font-medium text-warn">
        <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
        {failure} What you wrote is kept.
      </p>
    );
  }
  if (status === "saving") return <p className="text-xs text-ink-3">Saving…</p>;
  const text = status === "saved" ? saved : unsent;
  return text ? <p className="text-xs text-ink-3">{text}</p> : null;
}
