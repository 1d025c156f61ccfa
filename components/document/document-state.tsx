import { StateDot } from "@/components/ui/state-dot";
import { DOCUMENT_STATE_NAMES, type DocumentState } from "@/lib/domain/document";

const TONES: Record<DocumentState, string> = { draft: "tone-skipped", in_progress: "tone-accent", closing: "tone-half", published: "tone-true" };

/** Where a document stands, as a dot and a word. */
export function DocumentStateMark({ state }: { state: DocumentState }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StateDot shape={state === "published" ? "filled" : "ring"} tone={TONES[state]} />
      {DOCUMENT_STATE_NAMES[state]}
    </span>
  );
}
