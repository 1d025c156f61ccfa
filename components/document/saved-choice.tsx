"use client";

import type { ReactNode } from "react";
import { FieldNotes } from "@/components/draft/field-notes";
import { Field } from "@/components/ui/field";
import { Select, type SelectOption } from "@/components/ui/select";
import type { SavedField } from "@/lib/ui/use-record-saver";

interface SavedChoiceProps<V extends string> {
  label: string;
  field: SavedField<V>;
  options: readonly (SelectOption & { value: V })[];
  hint?: ReactNode;
  disabled?: boolean;
}

/** One of several, never nothing. */
export function SavedChoice<V extends string>({ label, field, options, hint, disabled = false }: SavedChoiceProps<V>) {
  return (
    <div className="grid content-start gap-2">
      <Field label={label} hint={hint} error={field.error}>
        <Select
          options={options}
          value={field.value}
          disabled={disabled}
          onBlur={field.onBlur}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) field.onChange(chosen.value);
          }}
        />
      </Field>
      <FieldNotes label={label} field={field} show={(value) => options.find((option) => option.value === value)?.label ?? value} />
    </div>
  );
}
