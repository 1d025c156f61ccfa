"use client";

import { useEffect, useState } from "react";
import { api, apiErrorOf, type ApiError } from "@/lib/ui/api";
import type { ImportPreview, ImportSourceBody } from "./new-document";

/** Milliseconds without typing before the text is read. */
const PAUSE_MS = 300;

interface Answer {
  source: ImportSourceBody;
  preview: ImportPreview | null;
  error: ApiError | null;
}

/**
 * How the source will be read, a short pause after it last changed; a request for an older source is given up. The last preview
 * stays while the next one is on its way. Keep the identity of `source` while it says the same.
 */
export function useImportPreview(source: ImportSourceBody | null) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!source) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.post<ImportPreview>("/imports/preview", { source }, { signal: abort.signal }).then(
        (preview) => !abort.signal.aborted && setAnswer({ source, preview, error: null }),
        (error: unknown) => !abort.signal.aborted && setAnswer({ source, preview: null, error: apiErrorOf(error) }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [source, attempt]);

  const answered = source !== null && answer?.source === source;
  return {
    reading: source !== null && !answered,
    preview: source === null ? null : (answer?.preview ?? null),
    error: answered ? answer.error : null,
    retry: () => {
      setAnswer(null);
      setAttempt((before) => before + 1);
    },
  };
}
