"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea } from "@/components/draft/saved-inputs";
import { SavedMarkdown } from "@/components/draft/saved-markdown";
import { SoftLock } from "@/components/draft/soft-lock";
import { cx } from "@/components/ui/cx";
import type { RulingView, ScaleView } from "@/lib/domain/views";
import type { RecordForm } from "@/lib/ui/use-record-saver";
import { MediaFields } from "./media-fields";
import { ScalePicker } from "./scale-picker";
import { labelOf } from "./tone";
import { VerdictBadge } from "./verdict-badge";
import type { RulingValues } from "./use-ruling-form";

/** UTF-16 units, as the server counts. */
const SUMMARY_MAX = 280;

interface RulingFormProps {
  claimId: string;
  /** The claim is about an image or a recording. */
  media: boolean;
  form: RecordForm<RulingValues>;
  ruling: RulingView | null;
  scale: ScaleView;
  /** True when the number keys choose here. */
  numbered: boolean;
}

/** The desk's verdict: label, one line, and the justification that readers see. */
export function RulingForm({ claimId, media, form, ruling, scale, numbered }: RulingFormProps) {
  const label = form.field("labelId");
  const { summary } = form.values;
  const hasLabels = scale.labels.length > 0;
  return (
    <section aria-label="Ruling" className="grid gap-2">
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="eyebrow">Ruling</h3>
        <FormNote
          status={form.status}
          failure={null}
          unsent={summary.trim() ? "Saving…" : "Saved once the line is written"}
          saved={ruling?.summary ? `Draft by ${ruling.editor.name}` : "Shown to readers once approved"}
        />
      </header>
      <div data-gate="ruling" className="grid gap-2">
        {ruling?.labelFixed && hasLabels && (
          <p className="grid gap-0.5 text-xs text-ink-2">
            <VerdictBadge label={labelOf(scale, ruling.labelId)} />
            {ruling.basis === "vote" ? "The panel’s vote. " : "All reviewers agree. "}
            To rule otherwise, mark the claim contested first.
          </p>
        )}
        {hasLabels && !ruling?.labelFixed && (
          <ScalePicker scale={scale} value={label.value} onChange={label.onChange} label="Ruling" numbered={numbered} error={label.error} />
        )}
        <FieldNotes label="Label" field={label} show={(id) => labelOf(scale, id)?.name ?? ""} />
        <SavedArea
          label={hasLabels ? "In one line" : "The conclusion, in one sentence"}
          field={form.field("summary")}
          rows={2}
          placeholder="What readers take away"
          aside={<span className={cx(summary.length > SUMMARY_MAX && "font-medium text-danger")}>{`${summary.length}/${SUMMARY_MAX}`}</span>}
        />
      </div>
      <div data-gate="justification">
        <SoftLock record={`ruling:${claimId}`}>
          {(locked) => (
            <SavedMarkdown
              label="Justification for readers"
              field={form.field("justification")}
              placeholder="How the evidence leads to the verdict. Markdown."
              readOnly={locked}
            />
          )}
        </SoftLock>
      </div>
      {media && <MediaFields form={form} />}
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
    </section>
  );
}
