"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { SavedDate, SavedText } from "@/components/draft/saved-inputs";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { mayBePrimary, SOURCE_TYPE_NAMES, SOURCE_TYPES, type SourceType } from "@/lib/domain/evidence";
import type { SavedField } from "@/lib/ui/use-record-saver";

export type SourceValues = {
  title: string;
  publisher: string;
  author: string;
  publishedOn: string | null;
  url: string;
  type: SourceType;
  primary: boolean;
  confidential: boolean;
};

const TYPE_OPTIONS = SOURCE_TYPES.map((value) => ({ value, label: SOURCE_TYPE_NAMES[value] }));
const yesNo = (value: boolean) => (value ? "yes" : "no");

interface SourceFieldsProps {
  fields: { [K in keyof SourceValues]: SavedField<SourceValues[K]> };
}

/** The record of a source in the library. */
export function SourceFields({ fields }: SourceFieldsProps) {
  const { type, primary, confidential } = fields;
  const primaryAllowed = mayBePrimary(type.value);

  function chooseType(value: SourceType) {
    type.onChange(value);
    if (!mayBePrimary(value) && primary.value) primary.onChange(false);
  }

  return (
    <div className="grid gap-4">
      <SavedText label="Title" field={fields.title} required />
      <SavedText label="Address" field={fields.url} placeholder="https://…" inputMode="url" />
      <div className="grid gap-4 sm:grid-cols-2">
        <SavedText label="Publisher" field={fields.publisher} />
        <SavedText label="Author" field={fields.author} />
        <SavedDate label="Published on" field={fields.publishedOn} />
        <div className="grid content-start gap-2">
          <Field label="Type" error={type.error}>
            <Select
              options={TYPE_OPTIONS}
              value={type.value}
              onChange={(event) => chooseType(SOURCE_TYPES.find((each) => each === event.target.value) ?? "other")}
            />
          </Field>
          <FieldNotes label="Type" field={type} show={(value) => SOURCE_TYPE_NAMES[value]} />
        </div>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="grid content-start gap-2">
          <Checkbox
            label="Primary source"
            hint={primaryAllowed ? "The record itself, not a report about it." : "Press releases and encyclopedias are never primary."}
            disabled={!primaryAllowed}
            checked={primary.value && primaryAllowed}
            onChange={(event) => primary.onChange(event.target.checked)}
          />
          {primary.error && <p className="text-xs font-medium text-danger">{primary.error}</p>}
          <FieldNotes label="Primary source" field={primary} show={yesNo} />
        </div>
        <div className="grid content-start gap-2">
          <Checkbox
            label="Confidential source"
            hint="Wherever it is used, it stays at the desk."
            checked={confidential.value}
            onChange={(event) => confidential.onChange(event.target.checked)}
          />
          <FieldNotes label="Confidential source" field={confidential} show={yesNo} />
        </div>
      </div>
    </div>
  );
}
