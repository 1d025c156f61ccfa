"use client";

import type { ChosenFile } from "@/components/document/new-document";
import { readFile } from "@/components/document/read-file";
import { SNAPSHOT_MAX_BYTES } from "@/lib/domain/snapshot";
import type { ClaimView } from "@/lib/domain/views";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useEffect, useRef, useState } from "react";

/** `content`: words from the clipboard; `file`: the name of a file, whose bytes are not kept on this device. */
export type SnapshotValues = { content: string; file: string; note: string; takenOn: string | null };

export interface SnapshotForm extends RecordForm<SnapshotValues> {
  file: ChosenFile | null;
  /** Why the last file was not taken. */
  problem: string | null;
  choose: (file: File) => Promise<void>;
  removeFile: () => void;
}

/** The form that keeps a snapshot. Its words stay on this device until the snapshot is kept. */
export function useSnapshotForm(evidenceId: string, personId: string, apply: (claim: ClaimView) => void): SnapshotForm {
  const { outbox } = useSaveRegistry();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const chosen = useRef(file);
  useEffect(() => {
    chosen.current = file;
  });
  const [blank] = useState(() => ({
    version: null,
    fields: { content: "", file: "", note: "", takenOn: new Date().toISOString().slice(0, 10) } satisfies SnapshotValues,
  }));
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      const { content: text, note, takenOn } = { ...blank.fields, ...values };
      const content = chosen.current ? { kind: "file", name: chosen.current.name.slice(-300), dataBase64: chosen.current.dataBase64 } : { kind: "paste", text };
      const body = { content, note, ...(takenOn === null ? {} : { takenOn }) };
      apply(await outbox.direct<ClaimView>({ method: "POST", path: `/evidence/${evidenceId}/snapshots`, body, idempotencyKey, about: "New snapshot" }));
      return blank;
    },
    [evidenceId, apply, blank, outbox],
  );
  const form = useRecordSaver<SnapshotValues>({
    personId,
    record: `new-snapshot:${evidenceId}`,
    snapshot: blank,
    autosaves: never,
    save,
  });

  function become(next: ChosenFile | null, why: string | null = null) {
    setFile(next);
    setProblem(why);
    form.field("file").onChange(next?.name ?? "");
  }

  async function choose(given: File): Promise<void> {
    if (given.size > SNAPSHOT_MAX_BYTES)
      return become(null, `“${given.name}” is larger than ${SNAPSHOT_MAX_BYTES / 1_000_000} MB. Save a smaller picture, or only the pages that matter.`);
    try {
      become(await readFile(given));
    } catch {
      become(null, `“${given.name}” could not be read. If it is a folder, choose a file in it.`);
    }
  }
  return { ...form, file, problem, choose, removeFile: () => become(null) };
}
