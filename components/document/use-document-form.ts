"use client";

import { useCallback, useMemo } from "react";
import type { DocumentFactsView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { always, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";

type DocumentValues = Omit<DocumentFactsView, "id" | "version" | "author" | "publication" | "url" | "reviewers"> &
  Record<"author" | "publication" | "url" | "reviewers", string>;

/** A document's own fields, which save themselves. */
export function useDocumentForm(document: DocumentFactsView, personId: string): RecordForm<DocumentValues> {
  const { id } = document;
  const save = useCallback(
    async ({ version, changes, idempotencyKey }: SaveRequest) => {
      const { url, reviewers } = changes;
      const body = {
        ...{ version, ...changes },
        ...(typeof url === "string" ? { url: url.trim() || null } : {}),
        ...(reviewers === undefined ? {} : { reviewers: Number(reviewers) }),
      };
      return snapshotOf(await api.patch<DocumentFactsView>(`/documents/${id}`, body, { idempotencyKey }));
    },
    [id],
  );
  return useRecordSaver<DocumentValues>({
    personId,
    record: `document:${id}`,
    snapshot: useMemo(() => snapshotOf(document), [document]),
    autosaves: always,
    save,
    readCurrent: (current) => (current ? snapshotOf(current as DocumentFactsView) : null), // a conflict carries the record that was written to
  });
}

function snapshotOf({ id: _, version, author, publication, url, reviewers, ...rest }: DocumentFactsView): Snapshot<DocumentValues> {
  return {
    version,
    fields: { ...rest, author: author ?? "", publication: publication ?? "", url: url ?? "", reviewers: String(reviewers) },
  };
}
