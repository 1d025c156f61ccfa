"use client";

import { FIRST_DOUBT } from "@/lib/domain/first-doubt";
import { toast } from "@/components/ui/toast";
import type { DocumentAnswer } from "@/components/workbench/document-store";
import { isDoubtful } from "@/lib/domain/anchor";
import { queryClient } from "@/lib/ui/query-client";
import { queryKeys } from "@/lib/ui/query-keys";
import { useRouter } from "next/navigation";
import { useCallback } from "react";

/** Shows a text that was just saved: back to the workbench, with a word on what is left to look at. */
export function useSavedRevision(): (saved: DocumentAnswer) => void {
  const router = useRouter();
  return useCallback(
    ({ document: { id, revision }, claims }) => {
      // What is kept of claims has the places of another text.
      queryClient().removeQueries({ queryKey: queryKeys.claims });
      queryClient().removeQueries({ queryKey: queryKeys.doubts(id) });
      router.push(`/documents/${id}`);
      const doubts = claims.filter((claim) => claim.anchors.some((anchor) => isDoubtful(anchor.status))).length;
      const done = `Revision ${String(revision.number)} is saved.`;
      if (doubts === 0) toast.success(done);
      else
        toast.offer(`${done} ${doubts === 1 ? "One claim needs" : `${String(doubts)} claims need`} a look.`, "Needs a look", () =>
          router.push(`/documents/${id}?look=${FIRST_DOUBT}`),
        );
    },
    [router],
  );
}
