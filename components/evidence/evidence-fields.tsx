"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { SavedArea, SavedDate, SavedText } from "@/components/draft/saved-inputs";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { STANCES, type Stance } from "@/lib/domain/evidence";
import type { SavedField } from "@/lib/ui/use-record-saver";
import { STANCE_LOOKS } from "./names";

export type EvidenceValues = {
  stance: Stance;
  quote: string;
  locator: string;
  accessedOn: string | null;
  archiveUrl: string;
  archivedOn: string | null;
  note: string;
  confidential: boolean;
};

const STANCE_OPTIONS = STANCES.map((value) => ({ value, label: STANCE_LOOKS[value].name, tone: STANCE_LOOKS[value].tone }));

interface EvidenceFieldsProps {
  fields: { [K in keyof EvidenceValues]: SavedField<EvidenceValues[K]> };
}

/** What one source says about one claim. */
export function EvidenceFields({ fields }: EvidenceFieldsProps) {
  const { stance, confidential } = fields;
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <Field label="How does it stand to the claim?" error={stance.error}>
          <Segmented label="Stance" options={STANCE_OPTIONS} value={stance.value} onChange={stance.onChange} />
        </Field>
        <FieldNotes label="Stance" field={stance} show={(value) => STANCE_LOOKS[value].name} />
      </div>
      <SavedArea label="Verbatim quote" field={fields.quote} rows={3} className="font-text" placeholder="Exactly as the source says it" />
      <div className="grid gap-4 sm:grid-cols-2">
        <SavedText label="Where in the source" field={fields.locator} placeholder="p. 4, ¶ 2, 00:12:31" />
        <SavedDate label="Seen on" field={fields.accessedOn} hint="The day the address worked and supported the text." />
        <SavedText label="Archived copy" field={fields.archiveUrl} placeholder="https://web.archive.org/…" inputMode="url" />
        <SavedDate label="Archived on" field={fields.archivedOn} />
      </div>
      <SavedArea label="Note" field={fields.note} rows={2} placeholder="For the desk: how to read it, what to watch for" />
      <div className="grid gap-2">
        <Checkbox
          label="Confidential"
          hint="Its details never leave the desk."
          checked={confidential.value}
          onChange={(event) => confidential.onChange(event.target.checked)}
        />
        <FieldNotes label="Confidential" field={confidential} show={(value) => (value ? "confidential" : "not confidential")} />
      </div>
    </div>
  );
}
