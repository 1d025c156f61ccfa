"use client";

import { useState } from "react";
import { SavedArea } from "@/components/draft/saved-inputs";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { matchIn } from "@/lib/domain/word-list";
import type { SavedField } from "@/lib/ui/use-record-saver";

/** Words and links that are not wanted, with a field to try what a text would meet with. */
export function WordLists({ refused }: { refused: SavedField<string> }) {
  const [tried, setTried] = useState("");
  const entry = matchIn(refused.value, tried);
  return (
    <div className="grid gap-4">
      <SavedArea
        label="Refuse what has one of these"
        hint="One a line: words, or a domain like “spam.example”, with all below it. Whoever sends it is told which, and can change it."
        field={refused}
        rows={4}
        maxRows={16}
      />
      <Field label="Try a text" hint="Nothing of it is kept.">
        <TextArea value={tried} rows={2} onChange={(event) => setTried(event.target.value)} />
      </Field>
      <p role="status" className="text-sm font-medium">
        {tried.trim() === "" ? "" : entry !== null ? `Refused, because of “${entry}”.` : "Taken: nothing of it is on the list."}
      </p>
    </div>
  );
}
