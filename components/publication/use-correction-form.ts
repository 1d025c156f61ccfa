"use client";

import type { CorrectionKind } from "@/lib/domain/correction";
import { mediaFinding, NOTHING_FOUND, type MediaFinding } from "@/lib/domain/media";
import type { ClaimView } from "@/lib/domain/views";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo } from "react";

export type CorrectionValues = {
  kind: CorrectionKind;
  what: string;
  why: string;
  statement: string;
  labelId: string | null;
  summary: string;
  justification: string;
} & MediaFinding;

/** A correction of a published claim: kept on this device while it is written, sent by its button. */
export function useCorrectionForm(claim: ClaimView, personId: string, apply: (claim: ClaimView) => void): RecordForm<CorrectionValues> {
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version, values, idempotencyKey }: SaveRequest) => {
      const { kind, what, why, ...fields } = values;
      const before: Record<string, unknown> = fieldsOf(claim);
      const changed = kind === "void" ? [] : Object.entries(fields).filter(([field, value]) => value !== before[field]);
      const answer = await outbox.direct<ClaimView>({
        method: "POST",
        path: `/claims/${claim.id}/corrections`,
        body: { version, kind, what, why, ...Object.fromEntries(changed) },
        idempotencyKey,
        about: `Claim ${String(claim.number)}`,
      });
      apply(answer);
      return snapshotOf(answer);
    },
    [claim, apply, outbox],
  );
  return useRecordSaver<CorrectionValues>({
    personId,
    record: `correction:${claim.id}`,
    snapshot: useMemo(() => snapshotOf(claim), [claim]),
    autosaves: never,
    acts: true,
    save,
    readCurrent: (current) => (current ? snapshotOf(current as ClaimView) : null), // a conflict carries the record that was written to
  });
}

function fieldsOf({ statement, ruling }: ClaimView) {
  const words = { statement, labelId: ruling?.labelId ?? null, summary: ruling?.summary ?? "", justification: ruling?.justification ?? "" };
  return { ...words, ...mediaFinding(ruling ?? NOTHING_FOUND) };
}

function snapshotOf(claim: ClaimView): Snapshot<CorrectionValues> {
  return { version: claim.version, fields: { kind: "correction", what: "", why: "", ...fieldsOf(claim) } };
}
