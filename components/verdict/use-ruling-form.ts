"use client";

import { useSetAside } from "@/components/claim/use-set-aside";
import { mediaFinding, NOTHING_FOUND, type MediaFinding } from "@/lib/domain/media";
import type { ClaimView, RulingView } from "@/lib/domain/views";
import type { Fields, Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo } from "react";

export type RulingValues = { labelId: string | null; summary: string; justification: string } & MediaFinding;

/** The ruling: it saves itself as soon as its one line is written, and stands only once the claim is approved. */
export function useRulingForm(claim: ClaimView, personId: string, apply: (claim: ClaimView) => void): RecordForm<RulingValues> {
  const { id, number } = claim;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version, values, idempotencyKey }: SaveRequest) => {
      const answer = await outbox.direct<ClaimView>({
        method: "PUT",
        path: `/claims/${id}/ruling`,
        body: { version, ...values },
        idempotencyKey,
        about: `Claim ${String(number)}`,
      });
      apply(answer);
      return snapshotOf(answer.ruling);
    },
    [id, number, apply, outbox],
  );
  return useRecordSaver<RulingValues>({
    personId,
    record: `ruling:${id}`,
    snapshot: useMemo(() => snapshotOf(claim.ruling), [claim]),
    autosaves: hasSummary,
    save,
    readCurrent,
    onSetAside: useSetAside(claim),
  });
}

/** The server takes no ruling without its line. */
function hasSummary({ summary }: Fields): boolean {
  return typeof summary === "string" && summary.trim() !== "";
}

function readCurrent(current: unknown): Snapshot<RulingValues> | null {
  return current ? snapshotOf(current as RulingView) : null; // a conflict carries the record that was written to
}

function snapshotOf(ruling: RulingView | null): Snapshot<RulingValues> {
  if (!ruling) return { version: null, fields: { labelId: null, summary: "", justification: "", ...NOTHING_FOUND } };
  const { version, labelId, summary, justification } = ruling;
  return { version, fields: { labelId, summary, justification, ...mediaFinding(ruling) } };
}
