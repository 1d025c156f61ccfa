"use client";

import type { DocumentAnswer } from "@/components/workbench/document-store";
import type { ImportSourceBody } from "@/components/document/new-document";
import type { BlockInput, RevisionPreviewView } from "@/lib/domain/revision";
import { api, ApiError, apiErrorOf, newKey } from "@/lib/ui/api";
import { useEffect, useRef, useState } from "react";

/** The text that is to become the next revision: blocks, or a source that is read again. */
export type RevisionBody = { blocks: BlockInput[] } | { source: ImportSourceBody };

export interface RevisionRequest {
  /** Null until it is known what would happen. */
  preview: RevisionPreviewView | null;
  error: ApiError | null;
  saving: boolean;
  /** Why the last try to save failed. */
  failure: string | null;
  save: () => void;
  retry: () => void;
}

interface RevisionRequestProps {
  documentId: string;
  /** The number of the revision that the text was made from. */
  base: number;
  /** Null while nothing is asked. Keep its identity while it says the same. */
  body: RevisionBody | null;
  note: string;
  onSaved: (answer: DocumentAnswer) => void;
  /** Someone saved another revision, of this number, in the meantime. */
  onConflict: (current: number) => void;
}

/** Asks what a new text would do to the claims, and saves it. A repeated request is done once. */
export function useRevisionRequest({ documentId, base, body, note, onSaved, onConflict }: RevisionRequestProps): RevisionRequest {
  const [answer, setAnswer] = useState<{ body: RevisionBody; preview: RevisionPreviewView | null; error: ApiError | null } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<{ body: RevisionBody; message: string } | null>(null);
  const key = useRef<{ body: RevisionBody; note: string; key: string } | null>(null);
  const conflict = useRef(onConflict);
  useEffect(() => {
    conflict.current = onConflict;
  });
  const path = `/documents/${documentId}/revisions`;

  useEffect(() => {
    if (!body) return;
    const abort = new AbortController();
    api.post<RevisionPreviewView>(`${path}/preview`, { base, ...body }, { signal: abort.signal }).then(
      (preview) => !abort.signal.aborted && setAnswer({ body, preview, error: null }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const number = newerRevision(error);
        if (number === null) setAnswer({ body, preview: null, error: apiErrorOf(error) });
        else conflict.current(number);
      },
    );
    return () => abort.abort();
  }, [path, base, body, attempt]);

  async function save(): Promise<void> {
    if (!body || saving) return;
    // The same words under the same key: a save whose answer got lost is not done twice.
    if (key.current?.body !== body || key.current.note !== note) key.current = { body, note, key: newKey() };
    setSaving(true);
    setFailed(null);
    try {
      onSaved(await api.post<DocumentAnswer>(path, { base, ...body, note: note.trim() }, { idempotencyKey: key.current.key }));
    } catch (error) {
      setSaving(false);
      const number = newerRevision(error);
      if (number === null) setFailed({ body, message: apiErrorOf(error).message });
      else onConflict(number);
    }
  }

  const answered = body !== null && answer?.body === body;
  return {
    preview: answered ? answer.preview : null,
    error: answered ? answer.error : null,
    saving,
    failure: body !== null && failed?.body === body ? failed.message : null,
    save: () => void save(),
    retry: () => {
      setAnswer(null);
      setAttempt((before) => before + 1);
    },
  };
}

/** The number of the revision that somebody else saved, when that is what an error says. */
function newerRevision(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.code !== "conflict") return null;
  const { current } = error;
  return typeof current === "object" && current !== null && "revision" in current && typeof current.revision === "number" ? current.revision : null;
}
