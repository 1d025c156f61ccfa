"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { FormNote } from "@/components/draft/form-note";
import { SavedMarkdown } from "@/components/draft/saved-markdown";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { CONFIDENCES, type Confidence } from "@/lib/domain/evidence";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import type { RecordForm } from "@/lib/ui/use-record-saver";
import type { ChangeEvent, ReactNode } from "react";
import { BlindNote } from "./blind-note";
import { ScalePicker } from "./scale-picker";
import { labelOf } from "./tone";
import type { AssessmentValues } from "./use-assessment-form";

const CONFIDENCE_NAMES: Record<Confidence, string> = { low: "Low", medium: "Medium", high: "High" };
const CONFIDENCE_OPTIONS = CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_NAMES[value] }));

interface AssessmentFormProps {
  form: RecordForm<AssessmentValues>;
  scale: ScaleView;
  review: ClaimView["review"];
  submitted: boolean;
  /** True when the number keys choose here. */
  numbered: boolean;
  /** What is missing before it can be submitted. */
  problem: string | null;
  /** The button, when it is not in the panel's foot. */
  action?: ReactNode;
}

/** One's own verdict on the claim, with its reasons. */
export function AssessmentForm({ form, scale, review, submitted, numbered, problem, action }: AssessmentFormProps) {
  const [label, unjudgeable, confidence] = [form.field("labelId"), form.field("unjudgeable"), form.field("confidence")];

  function choose(labelId: string) {
    if (unjudgeable.value) unjudgeable.onChange(false);
    label.onChange(labelId);
  }

  function giveUp(event: ChangeEvent<HTMLInputElement>) {
    if (event.target.checked) label.onChange(null);
    unjudgeable.onChange(event.target.checked);
  }
  const showLabel = (id: string | null) => labelOf(scale, id)?.name ?? "";
  return (
    <section aria-label="Your assessment" data-gate="assessments" className="grid gap-2">
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="eyebrow">Your assessment</h3>
        <FormNote
          status={form.status}
          failure={null}
          unsent={submitted ? "Changes not submitted" : "Not submitted, kept on this device"}
          saved={submitted ? "Submitted" : review.blind ? "" : "Others hidden until you submit"}
        />
      </header>
      {review.blind && <BlindNote review={review} />}
      {scale.labels.length > 0 && (
        <ScalePicker scale={scale} value={label.value} onChange={choose} label="Your verdict" numbered={numbered} error={label.error ?? problem ?? undefined} />
      )}
      <FieldNotes label="Verdict" field={label} show={showLabel} />
      <Checkbox label="It cannot be judged, because…" checked={unjudgeable.value} onChange={giveUp} />
      <FieldNotes label="Cannot be judged" field={unjudgeable} show={(value) => (value ? "Cannot be judged" : "Can be judged")} />
      <SavedMarkdown
        label={unjudgeable.value ? "Because" : "Rationale"}
        field={form.field("rationale")}
        placeholder={
          unjudgeable.value
            ? "What would have to be known, and why can it not be found out? Markdown."
            : "Why? What does the evidence show, and what does it not? Markdown."
        }
      />
      <Field label="Confidence" error={confidence.error}>
        <Segmented label="Confidence" options={CONFIDENCE_OPTIONS} value={confidence.value} onChange={confidence.onChange} />
      </Field>
      <FieldNotes label="Confidence" field={confidence} show={(value) => (value ? CONFIDENCE_NAMES[value] : "")} />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      {action}
    </section>
  );
}
