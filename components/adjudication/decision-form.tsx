"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { FormNote } from "@/components/draft/form-note";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { TextArea } from "@/components/ui/text-area";
import { ScalePicker } from "@/components/verdict/scale-picker";
import type { AdjudicationKind } from "@/lib/domain/review";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import type { RecordForm } from "@/lib/ui/use-record-saver";
import type { DecisionValues } from "./use-decision-form";

interface DecisionFormProps {
  claim: ClaimView;
  scale: ScaleView;
  form: RecordForm<DecisionValues>;
  kind: AdjudicationKind;
  onDecide: () => void;
  onCancel: () => void;
}

const REASONS: Record<AdjudicationKind, { label: string; hint: string; button: string }> = {
  taken: { label: "Why this one?", hint: "The reviewers read it. The rationale becomes the draft of the justification.", button: "Take it" },
  written: { label: "Why this verdict?", hint: "The reviewers read it.", button: "Decide" },
  returned: { label: "The question to the reviewers", hint: "They assess the claim anew, each for themselves.", button: "Send back" },
  none_right: { label: "What is missing?", hint: "The claim goes back to research, and is assessed anew.", button: "None is right" },
};

/** Where a verdict is to be written, its label comes first: by arrow keys, or by its number. */
function focusLabel(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('[role="radio"]')?.focus();
}

/** The reason for a decision; without one, the reviewers would learn nothing. */
export function DecisionForm({ claim, scale, form, kind, onDecide, onCancel }: DecisionFormProps) {
  const [label, reason] = [form.field("labelId"), form.field("reason")];
  const words = REASONS[kind];
  const taken = claim.assessments.find((each) => each.id === form.values.assessmentId);
  return (
    <section
      aria-label="Decision"
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
      className="grid gap-3 rounded-[10px] border border-line-2 bg-surface px-4 py-4 shadow-low"
    >
      {kind === "taken" && taken && (
        <p className="text-sm">
          You take the assessment of <strong className="font-semibold">{taken.reviewer.name}</strong>.
        </p>
      )}
      {kind === "written" && scale.labels.length > 0 && (
        <div ref={focusLabel} className="grid gap-2">
          <ScalePicker scale={scale} value={label.value} onChange={label.onChange} label="Another verdict" numbered error={label.error} />
          <FieldNotes label="Verdict" field={label} show={(id) => scale.labels.find((each) => each.id === id)?.name ?? ""} />
        </div>
      )}
      <Field label={words.label} hint={words.hint} error={reason.error ?? form.field("assessmentId").error} required>
        <TextArea
          key={kind}
          autoFocus={kind !== "written" || scale.labels.length === 0}
          rows={3}
          value={reason.value}
          onChange={(event) => reason.onChange(event.target.value)}
        />
      </Field>
      <FieldNotes label={words.label} field={reason} show={(value) => value} />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <div className="flex items-center justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" loading={form.status === "saving"} onClick={onDecide}>
          {words.button} <Kbd keys="mod+enter" plain />
        </Button>
      </div>
    </section>
  );
}
