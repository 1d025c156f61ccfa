"use client";

import type { ClaimView, QuestionView } from "@/lib/domain/views";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo } from "react";

const BLANK = { version: null, fields: { text: "" } };

/** The form that asks a question. Its words stay on this device until it is asked. */
export function useNewQuestionForm(claimId: string, personId: string, apply: (claim: ClaimView) => void): RecordForm<{ text: string }> {
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      apply(await outbox.direct<ClaimView>({ method: "POST", path: `/claims/${claimId}/questions`, body: values, idempotencyKey, about: "New question" }));
      return BLANK;
    },
    [claimId, apply, outbox],
  );
  return useRecordSaver<{ text: string }>({ personId, record: `new-question:${claimId}`, snapshot: BLANK, autosaves: never, acts: true, save });
}

export type QuestionValues = { text: string; unanswerable: boolean; note: string };

/** The form that changes a question. */
export function useQuestionForm(question: QuestionView, personId: string, apply: (claim: ClaimView) => void): RecordForm<QuestionValues> {
  const { id } = question;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version, changes, idempotencyKey }: SaveRequest) => {
      const body = { version, ...changes };
      const claim = await outbox.direct<ClaimView>({ method: "PATCH", path: `/questions/${id}`, body, idempotencyKey, about: "Question" });
      apply(claim);
      return snapshotOf(claim.questions.find((each) => each.id === id) ?? question);
    },
    [id, apply, question, outbox],
  );
  return useRecordSaver<QuestionValues>({
    personId,
    record: `question:${id}`,
    snapshot: useMemo(() => snapshotOf(question), [question]),
    autosaves: never,
    save,
    readCurrent: (current) => (current ? snapshotOf(current as QuestionView) : null), // a conflict carries the record that was written to
  });
}

function snapshotOf({ version, text, unanswerable, note }: QuestionView): Snapshot<QuestionValues> {
  return { version, fields: { text, unanswerable, note } };
}
