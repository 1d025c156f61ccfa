"use client";

import { SavedChoice } from "@/components/document/saved-choice";
import { FieldNotes } from "@/components/draft/field-notes";
import { Checkbox } from "@/components/ui/checkbox";
import { MIN_SOURCES_MAX, type GateRules } from "@/lib/domain/gate";
import type { SavedField } from "@/lib/ui/use-record-saver";

type Switch = Exclude<keyof GateRules, "minSources">;

const SWITCHES: readonly { name: Switch; label: string; hint: string }[] = [
  { name: "primarySource", label: "At least one primary source", hint: "Press releases and encyclopedias are none." },
  { name: "archived", label: "An archived copy of each source on the web", hint: "Sources without an address are exempt." },
  { name: "quotesVerified", label: "Each quote verified in its source", hint: "Somebody found it there, word for word; a changed quote is verified anew." },
  { name: "claimantContacted", label: "The claimant was contacted", hint: "At least one noted attempt, answered or not." },
  { name: "secondSignature", label: "A second signature", hint: "Whoever wrote the ruling does not approve it." },
  { name: "noBlockingThreads", label: "No open thread that blocks approval", hint: "Threads that somebody marked as blocking." },
];

const NUMBERS = Array.from({ length: MIN_SOURCES_MAX }, (_, index) => ({
  value: String(index + 1),
  label: index === 0 ? "One source" : `${index + 1} sources`,
}));

interface GateFieldsProps {
  /** A number, as text. */
  minSources: SavedField<string>;
  fieldOf: (name: Switch) => SavedField<boolean>;
}

/** What a claim needs before it can be approved, beyond ruling, justification, and quotes in their place. */
export function GateFields({ minSources, fieldOf }: GateFieldsProps) {
  return (
    <div className="grid gap-4 sm:max-w-96">
      <SavedChoice label="Evidence from at least" field={minSources} options={NUMBERS} />
      <div className="grid gap-3">
        {SWITCHES.map(({ name, label, hint }) => {
          const field = fieldOf(name);
          return (
            <div key={name} className="grid gap-1">
              <Checkbox label={label} hint={hint} checked={field.value} onChange={(event) => field.onChange(event.target.checked)} />
              <FieldNotes label={label} field={field} show={(value) => (value ? "On" : "Off")} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
