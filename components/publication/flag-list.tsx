"use client";

import { FormNote } from "@/components/draft/form-note";
import { SavedArea } from "@/components/draft/saved-inputs";
import { useDesk } from "@/components/desk/desk-context";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { FLAG_OUTCOME_NAMES, FLAG_REASON_NAMES, type FlagOutcome } from "@/lib/domain/flag";
import type { FlagView } from "@/lib/queries/flags";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver } from "@/lib/ui/use-record-saver";
import { formatDate } from "@/lib/ui/format";
import Link from "next/link";
import { useCallback } from "react";

interface FlagListProps {
  flags: readonly FlagView[];
  documentId: string;
  onFlags: (flags: FlagView[]) => void;
}

/** What was reported: the open ones first, each with what can be said of it. */
export function FlagList({ flags, documentId, onFlags }: FlagListProps) {
  if (flags.length === 0) return <p className="text-sm text-ink-2">Nothing was reported yet. Every public page has a form for it.</p>;
  return (
    <ul className="grid gap-5">
      {flags.map((flag) => (
        <li key={flag.id} className="grid gap-2 text-sm">
          <p className="flex flex-wrap items-center gap-2">
            <Tag>{FLAG_REASON_NAMES[flag.reason]}</Tag>
            <span className="text-xs text-ink-2">{[formatDate(flag.at), flag.reporter?.name ?? "a reader", flag.contact].filter(Boolean).join(" · ")}</span>
          </p>
          {flag.claim && (
            <Link href={`/documents/${documentId}?claim=${flag.claim.id}`} className="underline underline-offset-3" dir="auto">
              {`Claim ${flag.claim.number}: ${flag.claim.statement}`}
            </Link>
          )}
          <p className="whitespace-pre-line" dir="auto">
            {flag.note}
          </p>
          {flag.settled ? (
            <p className="text-xs text-ink-2">
              {FLAG_OUTCOME_NAMES[flag.settled.outcome]} by {flag.settled.by.name}, {formatDate(flag.settled.at)}
              {flag.settled.answer && `: ${flag.settled.answer}`}
            </p>
          ) : (
            <Settle flagId={flag.id} onFlags={onFlags} />
          )}
        </li>
      ))}
    </ul>
  );
}

type SettleValues = { answer: string; outcome: FlagOutcome };
const BLANK = { version: null, fields: { answer: "", outcome: "acted_on" } satisfies SettleValues };

function Settle({ flagId, onFlags }: { flagId: string; onFlags: (flags: FlagView[]) => void }) {
  const { person } = useDesk();
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      onFlags(await outbox.direct<FlagView[]>({ method: "POST", path: `/flags/${flagId}/settle`, body: values, idempotencyKey, about: "Reported" }));
      return BLANK;
    },
    [flagId, onFlags, outbox],
  );
  const form = useRecordSaver<SettleValues>({ personId: person.id, record: `flag:${flagId}`, snapshot: BLANK, autosaves: never, save, readCurrent: nothing });
  const settle = (outcome: FlagOutcome) => {
    form.field("outcome").onChange(outcome);
    void form.submit();
  };
  return (
    <div className="grid gap-2">
      <SavedArea label="Note for the desk" field={form.field("answer")} rows={1} />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" loading={form.status === "saving"} onClick={() => settle("acted_on")}>
          Acted on
        </Button>
        <Button size="sm" onClick={() => settle("dismissed")}>
          Dismiss
        </Button>
      </div>
    </div>
  );
}

function nothing() {
  return null;
}
