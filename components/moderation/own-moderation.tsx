"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea } from "@/components/draft/saved-inputs";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { TimeAgo } from "@/components/ui/time-ago";
import { FLAG_OUTCOME_SENTENCES, FLAG_REASON_NAMES } from "@/lib/domain/flag";
import { DECISION_NAMES, SUBJECT_NAMES, type OwnDecision, type OwnFlag, type OwnHeld } from "@/lib/domain/moderation";
import { formatDate } from "@/lib/ui/format";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver } from "@/lib/ui/use-record-saver";

/** What was decided about oneself, with the way to appeal. */
export function OwnDecisions({ decisions, personId }: { decisions: readonly OwnDecision[]; personId: string }) {
  if (decisions.length === 0) return <p className="text-sm text-ink-2">No moderator has decided anything about you or what you wrote.</p>;
  return (
    <ul className="grid gap-4">
      {decisions.map((decision) => (
        <li
          key={decision.id}
          id={decision.id}
          className="grid scroll-mt-20 target:outline-2 target:outline-accent gap-1.5 rounded-[10px] border border-line bg-surface p-4 text-sm"
        >
          <p className="flex flex-wrap items-center gap-2">
            <strong className="font-semibold">{DECISION_NAMES[decision.kind].done}</strong>
            <Tag>{SUBJECT_NAMES[decision.subject]}</Tag>
            {decision.undone && <Tag>Taken back</Tag>}
            <span className="text-xs text-ink-3">
              <TimeAgo at={decision.at} />
              {decision.until && `, until the end of ${formatDate(decision.until)}`}
            </span>
          </p>
          {decision.title && decision.subject !== "person" && (
            <p dir="auto" className="border-s-2 border-line-3 ps-3 text-ink-2 wrap-anywhere">
              {decision.title}
            </p>
          )}
          {decision.rule && <p dir="auto">{decision.rule}</p>}
          {decision.message && (
            <p dir="auto" className="whitespace-pre-line">
              {decision.message}
            </p>
          )}
          {decision.appeal ? (
            <div className="grid gap-1 border-t border-line pt-2 text-xs text-ink-2">
              <p dir="auto" className="whitespace-pre-line">
                You appealed: {decision.appeal.text}
              </p>
              <p>
                {decision.appeal.settled
                  ? `${decision.appeal.settled.outcome === "granted" ? "Your appeal was granted" : "Your appeal was refused"}${decision.appeal.settled.answer && `: ${decision.appeal.settled.answer}`}`
                  : "Another moderator will look at it."}
              </p>
            </div>
          ) : (
            decision.canAppeal && <AppealForm decisionId={decision.id} personId={personId} />
          )}
        </li>
      ))}
    </ul>
  );
}

type Values = { text: string };
const BLANK = { version: null, fields: { text: "" } satisfies Values };

function AppealForm({ decisionId, personId }: { decisionId: string; personId: string }) {
  const router = useRouter();
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      const body = { decisionId, ...BLANK.fields, ...values };
      await outbox.direct({ method: "POST", path: "/moderation/appeals", body, idempotencyKey, about: "Appeal" });
      return BLANK;
    },
    [decisionId, outbox],
  );
  const form = useRecordSaver<Values>({ personId, record: `new-appeal:${decisionId}`, snapshot: BLANK, autosaves: never, acts: true, save });
  return (
    <div className="mt-1 grid gap-2 border-t border-line pt-3">
      <SavedArea label="Appeal, once: why should another moderator look at this again?" field={form.field("text")} rows={2} />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <Button
        size="sm"
        className="justify-self-start"
        loading={form.status === "saving"}
        onClick={() => void form.submit().then((sent) => sent && router.refresh())}
      >
        Appeal
      </Button>
    </div>
  );
}

/** What one wrote that nobody else sees yet. */
export function OwnHeldList({ held }: { held: readonly OwnHeld[] }) {
  return (
    <ul className="divide-y divide-line rounded-[10px] border border-line bg-surface">
      {held.map(({ id, subject, title, at }) => (
        <li key={id} className="grid gap-1 px-4 py-3 text-sm">
          <p className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
            <Tag>{SUBJECT_NAMES[subject]}</Tag> <TimeAgo at={at} />
          </p>
          <p dir="auto" className="wrap-anywhere">
            {title}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What one reported, and what became of it. */
export function OwnFlags({ flags }: { flags: readonly OwnFlag[] }) {
  if (flags.length === 0) return <p className="text-sm text-ink-2">You have not reported anything. “Report…” stands in the menus of what others wrote.</p>;
  return (
    <ul className="divide-y divide-line rounded-[10px] border border-line bg-surface">
      {flags.map((flag) => (
        <li key={flag.id} className="grid gap-1 px-4 py-3 text-sm">
          <p className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
            <Tag>{SUBJECT_NAMES[flag.subject]}</Tag> {FLAG_REASON_NAMES[flag.reason]} <span aria-hidden>·</span> <TimeAgo at={flag.at} />
          </p>
          {flag.title && (
            <p dir="auto" className="wrap-anywhere">
              {flag.title}
            </p>
          )}
          {flag.note && (
            <p dir="auto" className="whitespace-pre-line text-ink-2">
              {flag.note}
            </p>
          )}
          <p className="text-xs font-medium text-ink-2">{flag.settled ? `${FLAG_OUTCOME_SENTENCES[flag.settled.outcome]}.` : "Waits for a moderator."}</p>
        </li>
      ))}
    </ul>
  );
}
