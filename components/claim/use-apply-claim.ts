"use client";

import type { ClaimView } from "@/lib/domain/views";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** Puts the claim that a write answered into the cache, and tells whoever shows it elsewhere. */
export function useApplyClaim(onChange: (claim: ClaimView) => void): (claim: ClaimView) => void {
  const client = useQueryClient();
  return useCallback(
    (claim) => {
      const queryKey = queryKeys.claim(claim.id);
      const known = client.getQueryData<ClaimView>(queryKey);
      // Two answers crossed: the later one holds both changes.
      if (known && known.seq > claim.seq) return;
      void client.cancelQueries({ queryKey, exact: true });
      client.setQueryData(queryKey, claim);
      void client.invalidateQueries({ queryKey: queryKeys.claimEvents(claim.id) });
      onChange(claim);
    },
    [client, onChange],
  );
}
