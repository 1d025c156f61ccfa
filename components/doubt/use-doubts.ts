"use client";

import type { DoubtView } from "@/lib/domain/revision";
import { api } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

export interface Doubts {
  /** In the order of the text; undefined until they are here. */
  list: readonly DoubtView[] | undefined;
  error: Error | null;
  retry: () => void;
  /** Takes one off the list, before the server's next answer. */
  settle: (anchorId: string) => void;
  refresh: () => void;
}

/** The quotes of a document whose place somebody should settle. */
export function useDoubts(documentId: string, enabled: boolean): Doubts {
  const client = useQueryClient();
  const queryKey = queryKeys.doubts(documentId);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<DoubtView[]>(`/documents/${documentId}/doubts`, signal),
    enabled,
    staleTime: 0,
  });
  return {
    list: data,
    error: data ? null : error,
    retry: () => void refetch(),
    settle: useCallback(
      (anchorId: string) => {
        const key = queryKeys.doubts(documentId);
        void client.cancelQueries({ queryKey: key });
        client.setQueryData<DoubtView[]>(key, (known) => known?.filter((doubt) => doubt.anchorId !== anchorId));
      },
      [client, documentId],
    ),
    refresh: useCallback(() => void client.invalidateQueries({ queryKey: queryKeys.doubts(documentId) }), [client, documentId]),
  };
}
