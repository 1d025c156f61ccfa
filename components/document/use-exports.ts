"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { isUnderWay, type ExportJobView } from "@/lib/domain/export-job";
import { api } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { fetchFile, saveFile } from "@/lib/ui/save-file";

/** How often the page asks how far the files are, in milliseconds. */
const ASK_MS = 700;

/** What to put in a file: the fields of POST /documents/{id}/exports. */
type Wishes = Record<string, string | boolean>;

/** One's own files of a document, that are made while one goes on. */
export interface Exports {
  jobs: readonly ExportJobView[];
  /** One sentence, when the list could not be read; the next try follows by itself. */
  problem: string | null;
  /** The one that was started here last. */
  latest: ExportJobView | null;
  start: (wishes: Wishes) => Promise<void>;
  /** Makes the same file again. */
  again: (job: ExportJobView) => Promise<void>;
  /** Cancels what is made, and deletes what is finished. */
  end: (job: ExportJobView) => Promise<void>;
  save: (job: ExportJobView) => Promise<void>;
}

/** The files of a document, asked for again as long as one is under way. A file that was started here is saved as soon as it is finished. */
export function useExports(documentId: string): Exports {
  const cache = useQueryClient();
  const queryKey = queryKeys.exports(documentId);
  const awaited = useRef(new Set<string>());
  const [latest, setLatest] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<ExportJobView[]>(`/documents/${documentId}/exports`, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) || state.error ? ASK_MS : false),
  });

  useEffect(() => {
    for (const job of data ?? []) {
      if (isUnderWay(job) || !awaited.current.delete(job.id) || job.state !== "done") continue;
      // What fails here is still offered in the list.
      void save(job).catch(() => undefined);
    }
  }, [data]);

  const refresh = () => cache.invalidateQueries({ queryKey });
  async function follow(job: ExportJobView): Promise<void> {
    awaited.current.add(job.id);
    setLatest(job.id);
    await refresh();
  }
  return {
    jobs: data ?? [],
    problem: error ? error.message : null,
    latest: data?.find(({ id }) => id === latest) ?? null,
    start: async (wishes) => follow(await api.post<ExportJobView>(`/documents/${documentId}/exports`, wishes)),
    again: async (job) => follow(await api.post<ExportJobView>(`/exports/${job.id}/again`, {})),
    end: async (job) => {
      await api.delete(`/exports/${job.id}`);
      await refresh();
    },
    save,
  };
}

async function save(job: ExportJobView): Promise<void> {
  saveFile(await fetchFile(`/exports/${job.id}/file`));
}
