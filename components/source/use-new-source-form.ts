"use client";

import { useCallback } from "react";
import type { SourceValues } from "@/components/evidence/source-fields";
import type { SourceView } from "@/lib/domain/views";
import { ApiError } from "@/lib/ui/api";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { draftHere } from "@/lib/ui/standing";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";

const FIELDS: SourceValues = { title: "", publisher: "", author: "", publishedOn: null, url: "", type: "news", primary: false, confidential: false };
const BLANK = { version: null, fields: FIELDS };

/** The form that adds a source. Its words stay on this device until the source is in the library; `onTwin` hears of a source with the same address. */
export function useNewSourceForm(personId: string, onTwin: (twin: SourceView) => void): RecordForm<SourceValues> {
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      const { url, ...rest } = { ...FIELDS, ...values };
      try {
        await outbox.direct<SourceView>({
          method: "POST",
          path: "/sources",
          body: { ...rest, url: url.trim() || null },
          idempotencyKey,
          about: "New source",
        });
        return BLANK;
      } catch (error) {
        if (error instanceof ApiError && error.code === "duplicate") onTwin(error.current as SourceView); // a duplicate carries its twin
        throw error;
      }
    },
    [onTwin, outbox],
  );
  return useRecordSaver<SourceValues>({ personId, record: draftHere("new-source"), snapshot: BLANK, autosaves: never, acts: true, save });
}
