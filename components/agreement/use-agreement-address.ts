"use client";

import type { AgreementView } from "@/lib/domain/agreement-report";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

export interface AgreementAddress {
  /** True while other figures are on their way. */
  pending: boolean;
  /** Shows the figures for other filters; an empty value takes one off. */
  change: (filters: Record<string, string>) => void;
  /** Where a table of what is shown can be downloaded. */
  csv: (table: string) => string;
}

/** The filters live in the address, so that what one looks at can be sent to somebody. */
export function useAgreementAddress({ document, filters, pair }: AgreementView): AgreementAddress {
  const router = useRouter();
  const [pending, start] = useTransition();
  const current = {
    ...(filters.scope === "document" ? {} : { scope: filters.scope }),
    ...(filters.versions === "first" ? {} : { versions: filters.versions }),
    ...(filters.from ? { from: filters.from } : {}),
    ...(filters.to ? { to: filters.to } : {}),
    ...(pair ? { first: pair[0].id, second: pair[1].id } : {}),
  };
  return {
    pending,
    change: (changes) => {
      const wanted = Object.entries({ ...current, ...changes }).filter(([, value]) => value !== "");
      start(() => router.replace(`/documents/${document.id}/agreement?${new URLSearchParams(wanted).toString()}`, { scroll: false }));
    },
    csv: (table) => `/api/v1/documents/${document.id}/agreement/csv?${new URLSearchParams({ ...current, table }).toString()}`,
  };
}
