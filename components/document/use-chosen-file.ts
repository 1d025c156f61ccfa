"use client";

import { useState } from "react";
import { BUNDLE_FILE_BYTES } from "@/lib/domain/bundle-preview";
import { isBundle, type ChosenFile } from "./new-document";
import { readFile } from "./read-file";

/** The file that was chosen, once its bytes are read; `onChange` hears its name, "" when there is none any more. */
export function useChosenFile(maxBytes: number, onChange: (name: string) => void) {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [error, setError] = useState<string | undefined>();

  function become(next: ChosenFile | null, problem?: string) {
    setFile(next);
    setError(problem);
    onChange(next?.name ?? "");
  }

  async function choose(chosen: File | null): Promise<void> {
    if (!chosen) return become(null);
    const bundle = isBundle(chosen);
    const most = bundle ? BUNDLE_FILE_BYTES : maxBytes;
    const advice = bundle ? "Take the bundle out again without snapshots." : "Save only the article, or split it.";
    if (chosen.size > most) return become(null, `“${chosen.name}” is larger than ${Math.floor(most / 1_000_000)} MB. ${advice}`);
    try {
      become(await readFile(chosen));
    } catch {
      become(null, `“${chosen.name}” could not be read. If it is a folder, choose a file in it.`);
    }
  }

  return {
    file,
    error,
    choose: (chosen: File | null) => void choose(chosen),
    clear: () => become(null),
  };
}
