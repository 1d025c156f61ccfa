"use client";

import { ClaimCounts } from "@/components/claim/claim-counts";
import { ClaimList } from "@/components/claim/claim-list";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { TextInput } from "@/components/ui/text-input";
import type { ClaimSummaryView } from "@/lib/domain/views";
import { Search } from "lucide-react";
import { useRef, type ComponentProps } from "react";
import { UntilLive } from "@/components/ui/until-live";
import type { FilteredClaims } from "./use-claim-filter";

export interface ClaimsOverviewProps {
  /** All of the document. */
  claims: readonly ClaimSummaryView[];
  filter: FilteredClaims;
  list: Omit<ComponentProps<typeof ClaimList>, "claims" | "today">;
  /** Opens the tray of quotes whose place is in doubt. */
  onLook: () => void;
}

/** How far the claims are, and those that the filter lets through. */
export function ClaimsOverview({ claims, filter, list, onLook }: ClaimsOverviewProps) {
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => search.current?.focus() });
  return (
    <UntilLive>
      <ClaimCounts
        claims={claims}
        scale={list.scale}
        filter={filter.show}
        reader={filter.reader}
        onFilter={(show) => {
          filter.setShow(show);
          if (show === "attention") onLook();
        }}
      />
      <div className="grid gap-2">
        <TextInput
          ref={search}
          type="search"
          aria-label="Search the claims"
          placeholder="Search the claims"
          leading={<Search aria-hidden size={14} />}
          trailing={<Kbd keys="/" />}
          value={filter.search}
          onChange={(event) => filter.setSearch(event.target.value)}
        />
        <ClaimList claims={filter.claims} today={filter.reader.today} {...list} />
      </div>
    </UntilLive>
  );
}
