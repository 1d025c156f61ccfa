"use client";

import { useEffect, useState } from "react";

export interface ComboboxOption {
  id: string;
  label: string;
  /** A second line. */
  hint?: string;
  disabled?: boolean;
}

type Status = "idle" | "searching" | "done" | "failed";

/** Long enough to skip the letters in the middle of a word, short enough not to be felt. */
const PAUSE_MS = 150;

/** Options for what is typed: waits for a short pause, drops answers that come too late, keeps the last ones meanwhile. */
export function useSearch(search: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>, query: string, enabled: boolean) {
  const [options, setOptions] = useState<readonly ComboboxOption[]>([]);
  const [status, setStatus] = useState<Status>("idle");

  useEffect(() => {
    if (!enabled) return;
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        setStatus("searching");
        search(query.trim(), abort.signal).then(
          (found) => {
            if (abort.signal.aborted) return;
            setOptions(found);
            setStatus("done");
          },
          () => {
            if (abort.signal.aborted) return;
            setOptions([]);
            setStatus("failed");
          },
        );
      },
      query ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search, query, enabled]);

  return { options, status };
}
