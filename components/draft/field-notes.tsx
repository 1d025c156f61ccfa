"use client";

import type { SavedField } from "@/lib/ui/use-record-saver";
import { ConflictCard } from "./conflict-card";

interface FieldNotesProps<V> {
  label: string;
  field: SavedField<V>;
  show: (value: V) => string;
  /** For fields of words: their value of words that were written from both versions. */
  fromText?: (text: string) => V;
}

/** What stands below a field when something happened to it: text that came back, or a conflict. */
export function FieldNotes<V>({ label, field, show, fromText }: FieldNotesProps<V>) {
  return (
    <>
      {field.conflict && (
        <ConflictCard label={label} mine={field.value} theirs={field.conflict.theirs} show={show} fromText={fromText} onResolve={field.resolve} />
      )}
      {field.restored && !field.conflict && (
        <p role="status" className="text-xs text-ink-2">
          What you had typed here is back.{" "}
          <button type="button" onClick={field.discard} className="rounded underline underline-offset-2 hover:text-ink">
            Discard it
          </button>
        </p>
      )}
    </>
  );
}
