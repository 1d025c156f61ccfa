"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea } from "@/components/draft/saved-inputs";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { REVERSE, type AppealView, type DecisionKind } from "@/lib/domain/moderation";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver } from "@/lib/ui/use-record-saver";

type Values = { outcome: "granted" | "refused"; answer: string };
const BLANK = { version: null, fields: { outcome: "refused", answer: "" } satisfies Values };

/** What somebody asks against a decision, and another moderator's answer. */
export function AppealAnswer({ appeal, kind }: { appeal: AppealView; kind: DecisionKind }) {
  return (
    <div role="group" aria-label="Appeal" className="mt-1 grid gap-2 rounded bg-sunk px-3 py-2 text-sm text-ink">
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        <span className="text-xs font-medium text-ink-2">Appeal: </span>
        {appeal.text}
      </p>
      {appeal.settled ? (
        <p className="text-xs text-ink-2">
          {appeal.settled.outcome === "granted" ? "Granted" : "Refused"}
          {appeal.settled.answer && `: ${appeal.settled.answer}`}
        </p>
      ) : appeal.canSettle ? (
        <AnswerForm appealId={appeal.id} kind={kind} />
      ) : (
        <p className="text-xs text-ink-2">Another moderator has to answer this than the one who decided.</p>
      )}
    </div>
  );
}

function AnswerForm({ appealId, kind }: { appealId: string; kind: DecisionKind }) {
  const router = useRouter();
  const { person } = useDesk();
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      const body = { ...BLANK.fields, ...values };
      await outbox.direct({ method: "PUT", path: `/moderation/appeals/${appealId}`, body, idempotencyKey, about: "Appeal" });
      return BLANK;
    },
    [appealId, outbox],
  );
  const form = useRecordSaver<Values>({ personId: person.id, record: `appeal:${appealId}`, snapshot: BLANK, autosaves: never, acts: true, save });

  async function answer(outcome: Values["outcome"]) {
    form.field("outcome").onChange(outcome);
    if (!(await form.submit())) return;
    toast.success(outcome === "granted" ? "The appeal is granted" : "The appeal is refused");
    router.refresh();
  }

  const busy = form.status === "saving";
  return (
    <div className="grid gap-2">
      <SavedArea label="What you answer" field={form.field("answer")} rows={1} />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" loading={busy} onClick={() => void answer("granted")}>
          {REVERSE[kind] && kind !== "delete" ? "Grant, and take the decision back" : "Grant"}
        </Button>
        <Button size="sm" loading={busy} onClick={() => void answer("refused")}>
          Refuse
        </Button>
      </div>
    </div>
  );
}
