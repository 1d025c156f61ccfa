"use client";

import { useSaveRegistry } from "@/lib/ui/save-status";
import { useCallback } from "react";

/** Keeps in the claim's history what one wrote and gave up for what somebody else wrote. */
export function useSetAside(claim: { id: string; number: number }): (field: string, text: string) => void {
  const { outbox } = useSaveRegistry();
  const { id, number } = claim;
  return useCallback(
    (field, text) => {
      const write = { method: "POST" as const, path: `/claims/${id}/set-aside`, body: { field, text }, about: `Claim ${String(number)}` };
      // Whoever may not write there any more took theirs all the same.
      outbox.queued(write).catch(() => undefined);
    },
    [outbox, id, number],
  );
}
