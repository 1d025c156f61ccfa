"use client";

import { SavedChoice } from "@/components/document/saved-choice";
import { FieldNotes } from "@/components/draft/field-notes";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea, SavedText } from "@/components/draft/saved-inputs";
import { SavedMarkdown } from "@/components/draft/saved-markdown";
import { Button } from "@/components/ui/button";
import { MediaFields } from "@/components/verdict/media-fields";
import { ScalePicker } from "@/components/verdict/scale-picker";
import { labelOf } from "@/components/verdict/tone";
import { CORRECTION_KINDS, CORRECTION_MEANINGS, CORRECTION_NAMES } from "@/lib/domain/correction";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import { useCorrectionForm } from "./use-correction-form";

const KINDS = CORRECTION_KINDS.map((value) => ({ value, label: CORRECTION_NAMES[value] }));

interface CorrectionFormProps {
  claim: ClaimView;
  scale: ScaleView;
  personId: string;
  apply: (claim: ClaimView) => void;
  onClose: () => void;
}

/** Changes a published claim: what kind of change, what is told of it, and the claim as it will stand. */
export function CorrectionForm({ claim, scale, personId, apply, onClose }: CorrectionFormProps) {
  const form = useCorrectionForm(claim, personId, apply);
  const { kind } = form.values;
  const label = form.field("labelId");

  async function submit() {
    if (await form.submit()) onClose();
  }

  return (
    <div role="group" aria-label="Correction" className="grid gap-3 rounded-[10px] border border-line-2 px-4 py-4">
      <SavedChoice label="Kind" field={form.field("kind")} options={KINDS} hint={CORRECTION_MEANINGS[kind]} />
      {kind === "rating_change" && scale.labels.length > 0 && (
        <div className="grid gap-2">
          <ScalePicker scale={scale} value={label.value} onChange={label.onChange} label="The new verdict" numbered={false} error={label.error} />
          <FieldNotes label="Verdict" field={label} show={(id) => labelOf(scale, id)?.name ?? ""} />
        </div>
      )}
      {kind !== "void" && (
        <>
          <SavedArea label="Statement" field={form.field("statement")} rows={2} />
          <SavedArea label="In one line" field={form.field("summary")} rows={2} />
          <SavedMarkdown label="Justification for readers" field={form.field("justification")} />
          {claim.mediaKind !== null && <MediaFields form={form} />}
          <p className="text-xs text-ink-2">New and changed evidence of this claim is published with the correction.</p>
        </>
      )}
      <SavedText label="What was changed" field={form.field("what")} placeholder="The year was 2009, not 2008." required />
      <SavedArea label="Why" field={form.field("why")} rows={2} placeholder="Readers see this, with your name." required />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Close</Button>
        <Button variant={kind === "void" ? "danger" : "primary"} loading={form.status === "saving"} onClick={() => void submit()}>
          {kind === "void" ? "Void this check" : "Publish the correction"}
        </Button>
      </div>
    </div>
  );
}
