"use client";

import { filterClaims, type ClaimFilter, type FilterReader } from "@/components/claim/claim-filter";
import { useToday } from "@/components/ui/use-today";
import { CLAIM_STATES } from "@/lib/domain/claim";
import type { ClaimSummaryView } from "@/lib/domain/views";
import { useDeferredValue, useMemo } from "react";
import type { Address } from "./address";
import { useAddressValue } from "./use-address";

const FILTERS: readonly ClaimFilter[] = ["all", "attention", "mine", "unassigned", "overdue", ...CLAIM_STATES];

export interface FilteredClaims {
  /** In the order of the text. */
  claims: readonly ClaimSummaryView[];
  show: ClaimFilter;
  /** For whom it is filtered. */
  reader: FilterReader;
  setShow: (show: ClaimFilter) => void;
  search: string;
  setSearch: (search: string) => void;
}

/** Which claims the list shows, by state and by words; kept in the address. */
export function useClaimFilter(claims: readonly ClaimSummaryView[], address: Address, personId: string): FilteredClaims {
  const [named, name] = useAddressValue(address, "show");
  const [words, setSearch] = useAddressValue(address, "find");
  const show = FILTERS.find((filter) => filter === named) ?? "all";
  const search = words ?? "";
  const today = useToday();
  const reader = useMemo(() => ({ personId, today }), [personId, today]);
  // The field shows what is typed at once, and the list what was found a moment later.
  const sought = useDeferredValue(search);
  const found = useMemo(() => withWords(filterClaims(claims, show, reader), sought), [claims, show, sought, reader]);
  return { claims: found, show, reader, setShow: (next) => name(next === "all" ? null : next), search, setSearch };
}

/** The claims that have every word in their number, statement or tags. */
export function withWords(claims: readonly ClaimSummaryView[], search: string): readonly ClaimSummaryView[] {
  if (search.trim() === "") return claims;
  const words = search.toLowerCase().split(/\s+/);
  return claims.filter(({ number, statement, tags }) => {
    const text = `${String(number)} ${statement} ${tags.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
