"use client";

import type { TextExtent, Visibility } from "@/lib/domain/publication";
import type { PublicationView } from "@/lib/queries/publication";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo } from "react";

/** Kinds of change that a publication as a whole can be. */
export type PageChange = "refile" | "update" | "correction";

export type PublishValues = { slug: string; visibility: Visibility; extent: TextExtent; kind: PageChange; what: string; why: string };

/** What is decided before publishing: kept on this device while it is written, sent by its button. */
export function usePublishForm(view: PublicationView, personId: string, onView: (view: PublicationView) => void): RecordForm<PublishValues> {
  const { document, needsReason, seen, page } = view;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      const { slug, visibility, extent, kind, what, why } = values;
      const answer = await outbox.direct<PublicationView>({
        method: "POST",
        path: `/documents/${document.id}/publication`,
        body: { seen, ...(page ? {} : { slug, visibility, extent }), ...(needsReason ? { change: { kind, what, why } } : {}) },
        idempotencyKey,
        about: document.title,
      });
      onView(answer);
      return snapshotOf(answer);
    },
    [document, seen, page, needsReason, onView, outbox],
  );
  return useRecordSaver<PublishValues>({
    personId,
    record: `publication:${document.id}`,
    snapshot: useMemo(() => snapshotOf(view), [view]),
    autosaves: never,
    acts: true,
    save,
    // What was written about the change still holds; what is published has to be looked at anew.
    readCurrent: (current) => {
      if (!current) return null;
      const latest = current as PublicationView; // a conflict carries the view that is true now
      onView(latest);
      return snapshotOf(latest);
    },
  });
}

function snapshotOf({ page, suggestedSlug, defaults }: PublicationView): Snapshot<PublishValues> {
  return {
    version: page?.version ?? null,
    fields: {
      slug: suggestedSlug,
      visibility: page?.visibility ?? defaults.visibility,
      extent: page?.extent ?? defaults.extent,
      kind: "update",
      what: "",
      why: "",
    },
  };
}
