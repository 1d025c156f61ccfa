"use client";

import type { ThreadView } from "@/lib/domain/thread";
import { api } from "@/lib/ui/api";
import type { Write } from "@/lib/ui/outbox";
import { queryKeys } from "@/lib/ui/query-keys";
import { useSaveRegistry } from "@/lib/ui/save-status";
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
  /** `draft` is the key of the draft that is sent. */
  start: (subject: ThreadSubject, words: { body: string; draft: string }, blocking: boolean) => Promise<void>;
  reply: (threadId: string, words: { body: string; draft: string }) => Promise<void>;
  change: (thread: ThreadView, change: { resolved?: boolean; blocking?: boolean }) => Promise<void>;
  edit: (commentId: string, version: number, words: { body: string; draft: string }) => Promise<void>;
  remove: (commentId: string) => Promise<void>;
  see: (threadId: string) => Promise<void>;
}

/** The discussions of a document, and what can be done in them. Writes wait for the network in their order; what the server refuses is thrown as `ApiError`. */
export function useThreads(documentId: string, enabled = true): Threads {
  const client = useQueryClient();
  const { outbox } = useSaveRegistry();
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

  const send = (method: Write["method"], path: string, body: unknown, draft?: string) =>
    outbox.queued<ThreadView>({ method, path, body, about: "Discussion", ...(draft === undefined ? {} : { drafts: [draft] }) });

  return {
    list: data,
    error: data ? null : error,
    retry: () => void refetch(),
    start: async (subject, { body, draft }, blocking) =>
      takeWithClaim(await send("POST", `/documents/${documentId}/threads`, { ...subject, body, blocking }, draft)),
    reply: async (threadId, { body, draft }) => takeWithClaim(await send("POST", `/threads/${threadId}/comments`, { body }, draft)),
    change: async ({ id, version }, change) => takeWithClaim(await send("PATCH", `/threads/${id}`, { version, ...change })),
    edit: async (commentId, version, { body, draft }) => take(await send("PATCH", `/comments/${commentId}`, { version, body }, draft)),
    remove: async (commentId) => take(await send("DELETE", `/comments/${commentId}`, undefined)),
    see: useCallback(async (threadId: string) => take(await api.put<ThreadView>(`/threads/${threadId}/seen`, {})), [take]),
  };
}
