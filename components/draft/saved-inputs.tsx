"use client";

import { Field } from "@/components/ui/field";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { SavedField } from "@/lib/ui/use-record-saver";
import type { ComponentProps, ReactNode } from "react";
import { FieldNotes } from "./field-notes";

/* Inputs over a saved field: the label, the value, its error, and what happened to it. */

interface Common<V> {
  label: string;
  field: SavedField<V>;
  hint?: ReactNode;
  aside?: ReactNode;
  labelHidden?: boolean;
  required?: boolean;
}

const plain = (value: string) => value;
const orNothing = (value: string | null) => value ?? "";

export function SavedText({
  label,
  field,
  hint,
  aside,
  labelHidden = false,
  required = false,
  ...props
}: Common<string> & Pick<ComponentProps<typeof TextInput>, "placeholder" | "inputMode" | "autoFocus" | "className">) {
  return (
    <div className="grid content-start gap-2">
      <Field label={label} hint={hint} aside={aside} labelHidden={labelHidden} required={required} error={field.error}>
        <TextInput {...props} value={field.value} onChange={(event) => field.onChange(event.target.value)} onBlur={field.onBlur} />
      </Field>
      <FieldNotes label={label} field={field} show={plain} fromText={plain} />
    </div>
  );
}

export function SavedArea({
  label,
  field,
  hint,
  aside,
  labelHidden = false,
  required = false,
  ...props
}: Common<string> & Pick<ComponentProps<typeof TextArea>, "placeholder" | "rows" | "maxRows" | "look" | "className" | "onKeyDown">) {
  return (
    <div className="grid content-start gap-2">
      <Field label={label} hint={hint} aside={aside} labelHidden={labelHidden} required={required} error={field.error}>
        <TextArea {...props} value={field.value} onChange={(event) => field.onChange(event.target.value)} onBlur={field.onBlur} />
      </Field>
      <FieldNotes label={label} field={field} show={plain} fromText={plain} />
    </div>
  );
}

/** A day, or nothing. */
export function SavedDate({ label, field, hint, aside, labelHidden = false }: Common<string | null>) {
  return (
    <div className="grid content-start gap-2">
      <Field label={label} hint={hint} aside={aside} labelHidden={labelHidden} error={field.error}>
        <TextInput type="date" value={field.value ?? ""} onChange={(event) => field.onChange(event.target.value || null)} onBlur={field.onBlur} />
      </Field>
      <FieldNotes label={label} field={field} show={orNothing} />
    </div>
  );
}

interface SavedSelectProps<V extends string> extends Common<V | null> {
  options: readonly (SelectOption & { value: V })[];
  /** The option for nothing. */
  emptyLabel: string;
}

/** One of several, or nothing. */
export function SavedSelect<V extends string>({ label, field, hint, aside, labelHidden = false, options, emptyLabel }: SavedSelectProps<V>) {
  const show = (value: V | null) => options.find((option) => option.value === value)?.label ?? emptyLabel;
  return (
    <div className="grid content-start gap-2">
      <Field label={label} hint={hint} aside={aside} labelHidden={labelHidden} error={field.error}>
        <Select
          options={options}
          emptyLabel={emptyLabel}
          value={field.value ?? ""}
          onChange={(event) => field.onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
          onBlur={field.onBlur}
        />
      </Field>
      <FieldNotes label={label} field={field} show={show} />
    </div>
  );
}
