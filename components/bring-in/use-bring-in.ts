"use client";

import { useRef, useState } from "react";
import type { ForeignPreviewView, ForeignResultView } from "@/lib/domain/foreign";
import { api, apiErrorOf, newKey, type ApiError } from "@/lib/ui/api";
import type { ClaimsSource } from "./claims-source";
import type { Wishes } from "./wishes";

/** A file on its way into a document: what it would add, what is wished of it, and what was added. `onBrought` hears what was brought in. */
export function useBringIn(documentId: string, onBrought: (source: ClaimsSource) => void) {
  const [source, setSource] = useState<ClaimsSource | null>(null);
  const [preview, setPreview] = useState<ForeignPreviewView | null>(null);
  const [reading, setReading] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [result, setResult] = useState<ForeignResultView | null>(null);
  const abort = useRef<AbortController | null>(null);
  /** The last attempt, so that one whose answer got lost is repeated and not done twice. */
  const attempt = useRef({ said: "", key: "" });
  const path = `/documents/${documentId}/claims/import`;

  function forget(): void {
    abort.current?.abort();
    setSource(null);
    setPreview(null);
    setReading(false);
    setError(null);
    setFailure(null);
    setResult(null);
  }

  async function look(chosen: ClaimsSource): Promise<void> {
    forget();
    const request = new AbortController();
    abort.current = request;
    setSource(chosen);
    setReading(true);
    try {
      const found = await api.post<ForeignPreviewView>(`${path}/preview`, { source: chosen.body }, { signal: request.signal });
      if (!request.signal.aborted) setPreview(found);
    } catch (caught) {
      if (!request.signal.aborted) setError(apiErrorOf(caught));
    } finally {
      if (!request.signal.aborted) setReading(false);
    }
  }

  async function bring(wishes: Wishes): Promise<void> {
    if (!source || !preview || saving) return;
    const { revisionId } = preview;
    const said = JSON.stringify([revisionId, wishes]);
    if (attempt.current.said !== said) attempt.current = { said, key: newKey() };
    setSaving(true);
    setFailure(null);
    try {
      setResult(await api.post<ForeignResultView>(path, { source: source.body, revisionId, ...wishes }, { idempotencyKey: attempt.current.key }));
      attempt.current = { said: "", key: "" };
      onBrought(source);
    } catch (caught) {
      setFailure(apiErrorOf(caught));
    } finally {
      setSaving(false);
    }
  }

  return { source, preview, reading, saving, error, failure, result, look, bring, forget };
}

export type BringingIn = ReturnType<typeof useBringIn>;
