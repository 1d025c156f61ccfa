"use client";

import { SavedDate, SavedText } from "@/components/draft/saved-inputs";
import { DOCUMENT_KIND_NAMES, DOCUMENT_KINDS } from "@/lib/domain/document";
import type { TextMeta } from "@/lib/domain/text";
import type { ScaleView } from "@/lib/domain/views";
import type { RecordForm, SavedField } from "@/lib/ui/use-record-saver";
import { LanguageField } from "./language-field";
import { kindOf, type NewDocumentValues } from "./new-document";
import { SavedChoice } from "./saved-choice";
import { labelNames } from "./scale-words";

const KIND_OPTIONS = DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_NAMES[value] }));

interface NewDocumentDetailsProps {
  form: RecordForm<NewDocumentValues>;
  found: TextMeta;
  scales: readonly ScaleView[];
}

/** What is known of the text: found in it, and corrected by hand. */
export function NewDocumentDetails({ form, found, scales }: NewDocumentDetailsProps) {
  const { values } = form;
  const scale = scales.find((each) => each.id === values.scaleId) ?? scales[0];
  const foundNote = (name: keyof TextMeta) => (values[name] === null && found[name] ? "found in the text" : undefined);
  const publishedOn = form.field("publishedOn");
  return (
    <div className="grid gap-4">
      <SavedText label="Title" field={shown(form.field("title"), found.title)} aside={foundNote("title")} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <SavedText label="Author" field={shown(form.field("author"), found.author)} aside={foundNote("author")} />
        <SavedText label="Publication" field={shown(form.field("publication"), found.publication)} aside={foundNote("publication")} />
        <SavedDate
          label="Published on"
          aside={foundNote("publishedOn")}
          field={{
            ...shown(publishedOn, found.publishedOn),
            onChange: (day) => publishedOn.onChange(day ?? ""),
            conflict: undefined,
            resolve: () => undefined,
          }}
        />
        <LanguageField field={shown(form.field("language"), found.language ?? "en")} aside={foundNote("language")} />
      </div>
      <SavedText label="Address" field={shown(form.field("url"), found.url)} aside={foundNote("url")} placeholder="https://…" inputMode="url" />
      <div className="grid gap-4 sm:grid-cols-2">
        <SavedChoice
          label="Kind"
          options={KIND_OPTIONS}
          field={{ ...shown(form.field("kind"), undefined), value: kindOf(values, found), conflict: undefined }}
        />
        {scale && (
          <SavedChoice
            label="Verdict scale"
            options={scales.map(({ id, name }) => ({ value: id, label: name }))}
            field={shown(form.field("scaleId"), scale.id)}
            hint={labelNames(scale)}
          />
        )}
      </div>
    </div>
  );
}

/** A field in which, until somebody writes, stands what was found. A new record knows no conflicts. */
function shown(field: SavedField<string | null>, found: string | undefined): SavedField<string> {
  return { ...field, value: field.value ?? found ?? "", conflict: undefined, restored: false };
}
