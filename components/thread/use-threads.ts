"use client";

import type { ThreadView } from "@/lib/domain/thread";
import { api } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** What a new discussion is about, as the API takes it; nothing for the document. */
export type ThreadSubject =
  { claimId: string } | { evidenceId: string } | { words: { revisionId: string; start: number; end: number } } | Record<string, never>;

export interface Threads {
  /** Undefined until they are here. */
  list: readonly ThreadView[] | undefined;
  error: Error | null;
  retry: () => void;
  start: (subject: ThreadSubject, body: string, blocking: boolean) => Promise<void>;
  reply: (threadId: string, body: string) => Promise<void>;
  change: (thread: ThreadView, change: { resolved?: boolean; blocking?: boolean }) => Promise<void>;
  edit: (commentId: string, version: number, body: string) => Promise<void>;
  remove: (commentId: string) => Promise<void>;
  see: (threadId: string) => Promise<void>;
}

/** The discussions of a document, and what can be done in them. Writes throw `ApiError`. */
export function useThreads(documentId: string, enabled = true): Threads {
  const client = useQueryClient();
  const queryKey = queryKeys.threads(documentId);
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => api.get<ThreadView[]>(`/documents/${documentId}/threads`, signal), enabled });

  const take = useCallback(
    (thread: ThreadView) => {
      const key = queryKeys.threads(thread.documentId);
      void client.cancelQueries({ queryKey: key });
      client.setQueryData<ThreadView[]>(key, (known = []) =>
        known.some(({ id }) => id === thread.id) ? known.map((each) => (each.id === thread.id ? thread : each)) : [...known, thread],
      );
    },
    [client],
  );
  /** What keeps a claim from being approved is a part of it. */
  const takeWithClaim = (thread: ThreadView) => {
    take(thread);
    if (thread.claim) void client.invalidateQueries({ queryKey: queryKeys.claim(thread.claim.id) });
  };

  return {
    list: data,
    error: data ? null : error,
    retry: () => void refetch(),
    start: async (subject, body, blocking) => takeWithClaim(await api.post<ThreadView>(`/documents/${documentId}/threads`, { ...subject, body, blocking })),
    reply: async (threadId, body) => takeWithClaim(await api.post<ThreadView>(`/threads/${threadId}/comments`, { body })),
    change: async ({ id, version }, change) => takeWithClaim(await api.patch<ThreadView>(`/threads/${id}`, { version, ...change })),
    edit: async (commentId, version, body) => take(await api.patch<ThreadView>(`/comments/${commentId}`, { version, body })),
    remove: async (commentId) => take(await api.delete<ThreadView>(`/comments/${commentId}`)),
    see: useCallback(async (threadId: string) => take(await api.put<ThreadView>(`/threads/${threadId}/seen`, {})), [take]),
  };
}
