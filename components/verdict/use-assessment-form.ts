"use client";

import type { Confidence } from "@/lib/domain/evidence";
import type { AssessmentView, ClaimView } from "@/lib/domain/views";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo } from "react";

export type AssessmentValues = { labelId: string | null; unjudgeable: boolean; rationale: string; confidence: Confidence | null };

/** One's own assessment: kept on this device while it is written, sent by its button only, since the others see it from then on. */
export function useAssessmentForm(claim: ClaimView, personId: string, apply: (claim: ClaimView) => void): RecordForm<AssessmentValues> {
  const { id, number } = claim;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version, values, idempotencyKey }: SaveRequest) => {
      const answer = await outbox.direct<ClaimView>({
        method: "PUT",
        path: `/claims/${id}/assessment`,
        body: { version, ...values },
        idempotencyKey,
        about: `Claim ${String(number)}`,
      });
      apply(answer);
      return snapshotOf(mine(answer));
    },
    [id, number, apply, outbox],
  );
  return useRecordSaver<AssessmentValues>({
    personId,
    record: `assessment:${id}`,
    snapshot: useMemo(() => snapshotOf(mine(claim)), [claim]),
    autosaves: never,
    save,
    readCurrent,
  });
}

function mine(claim: ClaimView): AssessmentView | undefined {
  return claim.assessments.find((each) => each.mine);
}

function readCurrent(current: unknown): Snapshot<AssessmentValues> | null {
  return current ? snapshotOf(current as AssessmentView) : null; // a conflict carries the record that was written to
}

const BLANK: AssessmentValues = { labelId: null, unjudgeable: false, rationale: "", confidence: null };

/** After a claim was sent back the form begins anew: what was thought before stands beside it. */
function snapshotOf(assessment: AssessmentView | undefined): Snapshot<AssessmentValues> {
  if (!assessment?.current) return { version: assessment?.version ?? null, fields: BLANK };
  const { version, labelId, unjudgeable, rationale, confidence } = assessment;
  return { version, fields: { labelId, unjudgeable, rationale, confidence } };
}
