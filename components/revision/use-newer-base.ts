"use client";

import { toast } from "@/components/ui/toast";
import type { DocumentView } from "@/lib/domain/views";
import { api, apiErrorOf } from "@/lib/ui/api";
import { useState } from "react";
import type { Correction, TextOfRevision } from "./use-correction";

export interface NewerBase {
  /** The text that is corrected or replaced. */
  base: TextOfRevision;
  /** The number of the revision that somebody else saved on it; null while nobody did. */
  newer: number | null;
  hearOf: (newer: number) => void;
  busy: boolean;
  /** Goes over to the newest text, with what was changed so far. */
  move: () => void;
  /** Takes up what was begun on an older revision. */
  takeUp: () => void;
}

/** Which text is corrected, and how to go over to a newer one that somebody else saved. What was written stays when that fails. */
export function useNewerBase(documentId: string, first: TextOfRevision, correction: Correction): NewerBase {
  const [base, setBase] = useState(first);
  const [newer, setNewer] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);

  async function tell(work: () => Promise<number>, failure: string): Promise<void> {
    setBusy(true);
    try {
      const placed = await work();
      if (placed > 0) toast.success(placed === 1 ? "One change is on the new text." : `${String(placed)} changes are on the new text.`);
    } catch (error) {
      toast.error(failure, apiErrorOf(error).message);
    } finally {
      setBusy(false);
    }
  }
  async function move(): Promise<number> {
    const { document } = await api.get<{ document: DocumentView }>(`/documents/${documentId}`);
    const placed = correction.moveTo(document.revision);
    setBase(document.revision);
    setNewer(null);
    return placed;
  }

  return {
    base,
    newer,
    hearOf: setNewer,
    busy,
    move: () => void tell(move, "The new text did not load. Yours is kept."),
    takeUp: () => void tell(correction.takeUp, "What you had begun could not be taken up. It is still kept."),
  };
}
