"use client";

import { toast } from "@/components/ui/toast";
import { NoteContext } from "@/components/workbench/undo-note";
import { unlessRefused } from "@/components/workbench/unless-refused";
import type { QuoteFinding } from "@/lib/domain/snapshot";
import type { ClaimView, SnapshotView } from "@/lib/domain/views";
import { api, apiErrorOf } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useQuery } from "@tanstack/react-query";
import { use, useMemo } from "react";

/** Whether quotes stand in the claim's snapshots, by the snapshot's id: asked when there are words to look in, and again when a quote or a snapshot changes. */
export function useFoundQuotes({ id, evidence }: Pick<ClaimView, "id" | "evidence">): ReadonlyMap<string, QuoteFinding> {
  const searched = evidence.filter(({ quote, snapshots }) => quote !== "" && snapshots.some(({ mediaType }) => mediaType.startsWith("text/")));
  const state = searched.map((each) => [each.id, each.version, ...each.snapshots.map((snapshot) => snapshot.id)].join()).join(";");
  const { data } = useQuery({
    queryKey: [...queryKeys.claim(id), "found-quotes", state],
    queryFn: ({ signal }) => api.get<{ snapshotId: string; found: QuoteFinding }[]>(`/claims/${id}/found-quotes`, signal),
    enabled: state !== "",
    // A help, not more: where it cannot be had, nothing is said.
    retry: false,
    staleTime: Infinity,
  });
  return useMemo(() => new Map(data?.map(({ snapshotId, found }) => [snapshotId, found])), [data]);
}

/** Deletes a snapshot, with a way back. */
export function useDeleteSnapshot(claim: ClaimView, apply: (claim: ClaimView) => void, refresh: () => void): (snapshot: SnapshotView) => Promise<void> {
  const { outbox } = useSaveRegistry();
  const note = use(NoteContext);
  const about = `Evidence of claim ${claim.number}`;
  return async ({ id }) => {
    const drop = async () => apply(await outbox.queued<ClaimView>({ method: "DELETE", path: `/snapshots/${id}`, about }));
    const bringBack = async () => apply(await outbox.queued<ClaimView>({ method: "POST", path: `/snapshots/${id}/restore`, body: {}, about }));
    try {
      await drop();
      note("Snapshot deleted.", {
        undone: "The snapshot is back.",
        redone: "The snapshot is deleted again.",
        undo: () => unlessRefused(bringBack),
        redo: () => unlessRefused(drop),
      });
    } catch (error) {
      toast.error("The snapshot could not be deleted.", apiErrorOf(error).message);
      refresh();
    }
  };
}
