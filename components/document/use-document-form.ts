"use client";

import { useCallback, useMemo } from "react";
import type { DocumentFactsView } from "@/lib/domain/views";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { always, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";

type DocumentValues = Omit<DocumentFactsView, "id" | "version" | "author" | "publication" | "url" | "reviewers"> &
  Record<"author" | "publication" | "url" | "reviewers", string>;

/** A document's own fields, which save themselves. */
export function useDocumentForm(document: DocumentFactsView, personId: string): RecordForm<DocumentValues> {
  const { id, title } = document;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version, changes, idempotencyKey }: SaveRequest) => {
      const { url, reviewers } = changes;
      const body = {
        ...{ version, ...changes },
        ...(typeof url === "string" ? { url: url.trim() || null } : {}),
        ...(reviewers === undefined ? {} : { reviewers: Number(reviewers) }),
      };
      return snapshotOf(await outbox.direct<DocumentFactsView>({ method: "PATCH", path: `/documents/${id}`, body, idempotencyKey, about: title }));
    },
    [id, title, outbox],
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
