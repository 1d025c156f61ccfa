"use client";

import { useId, type ReactNode } from "react";
import { FieldNotes } from "@/components/draft/field-notes";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { LANGUAGES, languageName } from "@/lib/ui/languages";
import type { SavedField } from "@/lib/ui/use-record-saver";

const OPTIONS = Object.entries(LANGUAGES);

/** A language by its tag, with the usual ones to choose from. */
export function LanguageField({ field, aside }: { field: SavedField<string>; aside?: ReactNode }) {
  const list = useId();
  const name = languageName(field.value);
  return (
    <div className="grid content-start gap-2">
      <Field label="Language" aside={aside} error={field.error} hint={name === field.value ? "A tag such as en or pt-BR." : name}>
        <TextInput
          list={list}
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={35}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
        />
      </Field>
      <datalist id={list}>
        {OPTIONS.map(([tag, label]) => (
          <option key={tag} value={tag} label={label} />
        ))}
      </datalist>
      <FieldNotes label="Language" field={field} show={languageName} />
    </div>
  );
}
