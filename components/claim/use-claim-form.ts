"use client";

import type { CheckWorthiness, ClaimType } from "@/lib/domain/claim";
import type { MediaKind } from "@/lib/domain/media";
import type { ClaimView } from "@/lib/domain/views";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { always, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo } from "react";
import { useSetAside } from "./use-set-aside";

export type ClaimValues = {
  statement: string;
  shortForm: string;
  speaker: string;
  saidOn: string | null;
  mediaKind: MediaKind | null;
  mediaUrl: string;
  type: ClaimType | null;
  checkWorthiness: CheckWorthiness | null;
  tags: readonly string[];
};

/** The fields of a claim that are edited in place and save themselves. */
export function useClaimForm(claim: ClaimView, personId: string, apply: (claim: ClaimView) => void): RecordForm<ClaimValues> {
  const { id, number } = claim;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version, changes, idempotencyKey }: SaveRequest) => {
      const answer = await outbox.direct<ClaimView>({
        method: "PATCH",
        path: `/claims/${id}`,
        body: { version, ...changes },
        idempotencyKey,
        about: `Claim ${String(number)}`,
      });
      apply(answer);
      return snapshotOf(answer);
    },
    [id, number, apply, outbox],
  );
  return useRecordSaver<ClaimValues>({
    personId,
    record: `claim:${id}`,
    snapshot: useMemo(() => snapshotOf(claim), [claim]),
    autosaves: always,
    save,
    readCurrent,
    onSetAside: useSetAside(claim),
  });
}

function readCurrent(current: unknown): Snapshot<ClaimValues> | null {
  return current ? snapshotOf(current as ClaimView) : null; // a conflict carries the record that was written to
}

function snapshotOf(claim: ClaimView): Snapshot<ClaimValues> {
  const { version, statement, shortForm, speaker, saidOn, mediaKind, mediaUrl, type, checkWorthiness, tags } = claim;
  return { version, fields: { statement, shortForm, speaker, saidOn, mediaKind, mediaUrl, type, checkWorthiness, tags } };
}
