"use client";

import { toast } from "@/components/ui/toast";
import { useFollowed } from "@/components/ui/use-followed";
import type { MarksView } from "@/lib/domain/views";
import { apiErrorOf } from "@/lib/ui/api";
import type { Write } from "@/lib/ui/outbox";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useState } from "react";

export type MarkChange =
  | { kind: "add"; revisionId: string; fragment: { start: number; end: number } }
  | { kind: "remove"; markId: string }
  | { kind: "submit" }
  | { kind: "unite"; groups: string[][] };

export interface MarksState {
  view: MarksView;
  busy: boolean;
  /** Tells whether it was done; what went wrong is said in a message. */
  change: (change: MarkChange) => Promise<boolean>;
}

/** The marks as the server answered last, to a change made here or to the page; each change answers all of them. */
export function useMarks(latest: MarksView): MarksState {
  const { outbox } = useSaveRegistry();
  const [view, setView] = useFollowed(latest);
  const [busy, setBusy] = useState(false);
  const path = `/documents/${latest.document.id}/marks`;

  function send(change: MarkChange): Promise<MarksView> {
    const write = (method: Write["method"], to: string, body?: unknown) => outbox.queued<MarksView>({ method, path: to, body, about: "Your marks" });
    switch (change.kind) {
      case "add":
        return write("POST", path, { revisionId: change.revisionId, fragment: change.fragment });
      case "remove":
        return write("DELETE", `/marks/${change.markId}`);
      case "submit":
        return write("POST", `${path}/submission`, {});
      case "unite":
        return write("POST", `${path}/union`, { groups: change.groups.map((markIds) => ({ markIds })) });
    }
  }

  async function change(wanted: MarkChange): Promise<boolean> {
    setBusy(true);
    try {
      setView(await send(wanted));
      return true;
    } catch (error) {
      toast.error("Not done.", apiErrorOf(error).message);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { view, busy, change };
}
