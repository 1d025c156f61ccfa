"use client";

import { useEffect, useRef, useState } from "react";
import type { BundlePreview } from "@/lib/domain/bundle-preview";
import { api, apiErrorOf, newKey, type ApiError } from "@/lib/ui/api";
import { isBundle, type ChosenFile } from "./new-document";

interface Answer {
  file: ChosenFile;
  preview: BundlePreview | null;
  error: ApiError | null;
}

/** What the chosen bundle would make, and the way to bring it in; `onMade` hears the id of the document. */
export function useBundle(chosen: ChosenFile | null, onMade: (id: string) => void) {
  const file = chosen && isBundle(chosen) ? chosen : null;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [bringing, setBringing] = useState(false);
  const [failure, setFailure] = useState<{ file: ChosenFile; message: string } | null>(null);
  /** Sent again with the same key, a bundle is brought in once. */
  const key = useRef<{ file: ChosenFile; value: string } | null>(null);

  useEffect(() => {
    if (!file) return;
    const abort = new AbortController();
    api.post<BundlePreview>("/imports/bundle/preview", { dataBase64: file.dataBase64 }, { signal: abort.signal }).then(
      (preview) => !abort.signal.aborted && setAnswer({ file, preview, error: null }),
      (error: unknown) => !abort.signal.aborted && setAnswer({ file, preview: null, error: apiErrorOf(error) }),
    );
    return () => abort.abort();
  }, [file, attempt]);

  async function bringIn(): Promise<void> {
    if (!file || bringing) return;
    if (key.current?.file !== file) key.current = { file, value: newKey() };
    setBringing(true);
    setFailure(null);
    try {
      const { id } = await api.post<{ id: string }>("/imports/bundle", { dataBase64: file.dataBase64 }, { idempotencyKey: key.current.value });
      onMade(id);
    } catch (error) {
      setFailure({ file, message: apiErrorOf(error).message });
      setBringing(false);
    }
  }

  const answered = file !== null && answer?.file === file;
  return {
    file,
    preview: answered ? answer.preview : null,
    error: answered ? answer.error : null,
    reading: file !== null && !answered,
    bringing,
    failure: failure?.file === file ? failure.message : null,
    bringIn,
    retry: () => {
      setAnswer(null);
      setAttempt((before) => before + 1);
    },
  };
}
