"use client";

import { Field } from "@/components/ui/field";
import { Markdown } from "@/components/ui/markdown";
import { TextArea } from "@/components/ui/text-area";
import type { SavedField } from "@/lib/ui/use-record-saver";
import { useState } from "react";
import { FieldNotes } from "./field-notes";

interface SavedMarkdownProps {
  label: string;
  field: SavedField<string>;
  placeholder?: string;
  hint?: string;
  /** While somebody else writes. */
  readOnly?: boolean;
}

const plain = (value: string) => value;

/** A longer text in Markdown, with a look at how it will read. */
export function SavedMarkdown({ label, field, placeholder, hint, readOnly = false }: SavedMarkdownProps) {
  const [preview, setPreview] = useState(false);
  const toggle = (
    <button
      type="button"
      aria-pressed={preview}
      onClick={() => setPreview(!preview)}
      className="rounded px-1 underline-offset-2 hover:text-ink hover:underline"
    >
      {preview ? "Write" : "Preview"}
    </button>
  );
  return (
    <div className="grid content-start gap-2">
      {preview ? (
        <section aria-label={`${label}, preview`} className="grid gap-1">
          <div className="flex items-baseline justify-between text-xs">
            <span className="font-medium text-ink-2">{label}</span>
            <span className="text-ink-3">{toggle}</span>
          </div>
          <div className="min-h-16 rounded border border-line px-2.5 py-1.5 text-sm">
            {field.value.trim() ? <Markdown text={field.value} /> : <p className="text-ink-3">Nothing written yet.</p>}
          </div>
        </section>
      ) : (
        <Field label={label} hint={hint} aside={toggle} error={field.error}>
          <TextArea
            rows={3}
            readOnly={readOnly}
            {...(placeholder ? { placeholder } : {})}
            value={field.value}
            onChange={(event) => field.onChange(event.target.value)}
            onBlur={field.onBlur}
          />
        </Field>
      )}
      <FieldNotes label={label} field={field} show={plain} fromText={plain} />
    </div>
  );
}
