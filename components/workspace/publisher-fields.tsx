"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { Button } from "@/components/ui/button";
import { Field, useFieldControl } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { PublisherSettings } from "@/lib/domain/publication";
import type { SavedField } from "@/lib/ui/use-record-saver";
import { useState } from "react";

type FieldName = keyof PublisherSettings;

const ADDRESSES: readonly { name: FieldName; label: string; hint?: string }[] = [
  { name: "homepage", label: "Home page" },
  { name: "verificationPolicy", label: "How you check", hint: "How claims are chosen and checked." },
  { name: "correctionsPolicy", label: "How you correct" },
  { name: "publishingPrinciples", label: "Principles and funding" },
  { name: "fundingInfo", label: "Owners and funding", hint: "Where they have a page of their own." },
];

/** Bytes; a page carries its picture in itself. */
const PICTURE_MAX = 100_000;

/** Who publishes, as readers see it: addresses, colour and picture. */
export function PublisherFields({ fieldOf }: { fieldOf: (name: FieldName) => SavedField<string | null> }) {
  const accent = fieldOf("accent");
  return (
    <div className="grid gap-4 sm:max-w-96">
      {ADDRESSES.map(({ name, label, hint }) => {
        const field = fieldOf(name);
        return (
          <div key={name} className="grid content-start gap-2">
            <Field label={label} hint={hint} error={field.error}>
              <TextInput
                inputMode="url"
                placeholder="https://…"
                value={field.value ?? ""}
                onChange={(event) => field.onChange(event.target.value || null)}
                onBlur={field.onBlur}
              />
            </Field>
            <FieldNotes label={label} field={field} show={(value) => value ?? ""} />
          </div>
        );
      })}
      <div className="grid content-start gap-2">
        <Field label="Colour" hint="A line at the head of each page." error={accent.error}>
          <span className="flex items-center gap-2">
            <TextInput
              className="max-w-32"
              placeholder="#2b4c7e"
              value={accent.value ?? ""}
              onChange={(event) => accent.onChange(event.target.value || null)}
              onBlur={accent.onBlur}
            />
            {accent.value && /^#[0-9a-f]{6}$/i.test(accent.value) && (
              <svg aria-hidden width="32" height="32" viewBox="0 0 32 32" className="rounded border border-line-2">
                <rect width="32" height="32" fill={accent.value} />
              </svg>
            )}
          </span>
        </Field>
        <FieldNotes label="Colour" field={accent} show={(value) => value ?? ""} />
      </div>
      <Picture field={fieldOf("logo")} />
    </div>
  );
}

function Picture({ field }: { field: SavedField<string | null> }) {
  const [problem, setProblem] = useState<string | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    if (!["image/png", "image/jpeg", "image/webp"].includes(file.type)) return setProblem("Choose a PNG, JPEG or WebP picture.");
    if (file.size > PICTURE_MAX) return setProblem("The picture is too large: at most 100 kB.");
    setProblem(null);
    field.onChange(await asDataAddress(file));
  }

  return (
    <div className="grid content-start gap-2">
      <Field label="Picture" hint="PNG, JPEG or WebP, at most 100 kB; shown 24 pixels high beside the name." error={problem ?? field.error}>
        <FileInput accept="image/png,image/jpeg,image/webp" onFile={(file) => void take(file)} />
      </Field>
      {field.value && (
        <span className="flex items-center gap-3">
          {/* eslint-disable-next-line @next/next/no-img-element -- a data: address has nothing to optimise */}
          <img src={field.value} alt="The picture as readers see it" className="h-6 w-auto max-w-32" />
          <Button size="sm" onClick={() => field.onChange(null)}>
            Remove
          </Button>
        </span>
      )}
      <FieldNotes label="Picture" field={field} show={(value) => (value ? "A picture" : "None")} />
    </div>
  );
}

const FILE =
  "text-sm text-ink-2 file:me-3 file:h-8 file:rounded file:border file:border-solid file:border-line-3 file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink hover:file:border-ink-3";

function FileInput({ accept, onFile }: { accept: string; onFile: (file: File | undefined) => void }) {
  return <input {...useFieldControl()} type="file" accept={accept} className={FILE} onChange={(event) => onFile(event.target.files?.[0])} />;
}

function asDataAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.onerror = () => reject(reader.error ?? new Error("The picture could not be read."));
    reader.readAsDataURL(file);
  });
}
