"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { DocumentListItem } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";

const PAUSE_MS = 150;
const SHOWN = 6;

/** The documents that match what is typed, or without it those that changed last. */
export function useFoundDocuments(typed: string, enabled: boolean): readonly DocumentListItem[] {
  const query = useSettled(typed.trim());
  const { data } = useQuery({
    queryKey: queryKeys.documents(query),
    queryFn: ({ signal }) => api.get<{ items: DocumentListItem[] }>(`/documents?q=${encodeURIComponent(query)}`, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
  return data?.items.slice(0, SHOWN) ?? [];
}

/** The text as it was when the last pause in typing began. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
