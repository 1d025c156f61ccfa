"use client";

import type { AdjudicationKind } from "@/lib/domain/review";
import type { ClaimView } from "@/lib/domain/views";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo } from "react";

export type DecisionValues = { kind: AdjudicationKind | null; assessmentId: string | null; labelId: string | null; reason: string };

const NOTHING: DecisionValues = { kind: null, assessmentId: null, labelId: null, reason: "" };

/** A decision on a contested claim: kept on this device while it is written, sent by its button. */
export function useDecisionForm(claim: ClaimView, personId: string, onDecided: (claim: ClaimView) => void): RecordForm<DecisionValues> {
  const { id, number, version } = claim;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version: seen, values, idempotencyKey }: SaveRequest) => {
      const answer = await outbox.direct<ClaimView>({
        method: "POST",
        path: `/claims/${id}/adjudication`,
        body: { version: seen, ...values },
        idempotencyKey,
        about: `Claim ${String(number)}`,
      });
      onDecided(answer);
      return snapshotOf(answer);
    },
    [id, number, onDecided, outbox],
  );
  return useRecordSaver<DecisionValues>({
    personId,
    record: `adjudication:${id}`,
    snapshot: useMemo(() => snapshotOf({ version }), [version]),
    autosaves: never,
    save,
    // Something else about the claim changed: the decision means the same.
    readCurrent: (current) => (current ? snapshotOf(current as ClaimView) : null), // a conflict carries the record that was written to
  });
}

function snapshotOf({ version }: { version: number }): Snapshot<DecisionValues> {
  return { version, fields: NOTHING };
}
