"use client";

import { useState } from "react";
import { SavedArea } from "@/components/draft/saved-inputs";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { matchIn } from "@/lib/domain/word-list";
import type { SavedField } from "@/lib/ui/use-record-saver";

/** Words and links that are not wanted, with a field to try what a text would meet with. */
export function WordLists({ held, refused }: Record<"held" | "refused", SavedField<string>>) {
  const [tried, setTried] = useState("");
  return (
    <div className="grid gap-4">
      <SavedArea
        label="Hold for a moderator what has one of these"
        hint="One a line: words, or a domain like “spam.example”, with all below it. Nobody but its author sees it until it is approved."
        field={held}
        rows={3}
        maxRows={16}
      />
      <SavedArea label="Refuse what has one of these" hint="Whoever sends it is told which, and can change it." field={refused} rows={3} maxRows={16} />
      <Field label="Try a text" hint="Nothing of it is kept.">
        <TextArea value={tried} rows={2} onChange={(event) => setTried(event.target.value)} />
      </Field>
      <p role="status" className="text-sm font-medium">
        {tried.trim() === "" ? "" : fate(tried, held.value, refused.value)}
      </p>
    </div>
  );
}

function fate(text: string, held: string, refused: string): string {
  const reason = matchIn(refused, text);
  if (reason !== null) return `Refused, because of “${reason}”.`;
  const cause = matchIn(held, text);
  return cause === null ? "Taken: nothing of it is on a list." : `Held for a moderator, because of “${cause}”.`;
}
