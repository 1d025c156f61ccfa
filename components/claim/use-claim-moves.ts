"use client";

import { toast } from "@/components/ui/toast";
import { NoteContext } from "@/components/workbench/undo-note";
import { unlessRefused } from "@/components/workbench/unless-refused";
import { STATE_NAMES, type ClaimState, type SkipReason } from "@/lib/domain/claim";
import type { ClaimView } from "@/lib/domain/views";
import { ApiError } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useQueryClient } from "@tanstack/react-query";
import { use, useState } from "react";

interface MoveReason {
  skipReason?: SkipReason;
  note?: string;
}

interface ClaimMovesProps {
  claim: ClaimView;
  apply: (claim: ClaimView) => void;
  /** Saves what is being typed; tells whether all is saved. */
  settle: () => Promise<boolean>;
  onDeleted: (claimId: string) => void;
}

interface ClaimMoves {
  /** The state that is being moved to, while the answer is awaited. */
  moving: ClaimState | null;
  /** Tells whether the claim was moved. */
  move: (to: ClaimState, reason?: MoveReason) => Promise<boolean>;
  remove: () => Promise<void>;
  /** Gives the fields what they were before a change of the history. */
  revert: (seq: number) => Promise<void>;
}

/** Moving a claim through the workflow, and deleting it. Typed text is saved first; what goes wrong is said in a message. */
export function useClaimMoves({ claim, apply, settle, onDeleted }: ClaimMovesProps): ClaimMoves {
  const client = useQueryClient();
  const [moving, setMoving] = useState<ClaimState | null>(null);
  const path = `/claims/${claim.id}`;
  const about = `Claim ${claim.number}`;
  const { outbox } = useSaveRegistry();
  const note = use(NoteContext);

  async function put(to: ClaimState, reason: MoveReason, version: number, mayRepeat: boolean): Promise<void> {
    try {
      apply(await outbox.queued<ClaimView>({ method: "PUT", path: `${path}/state`, body: { version, to, ...reason }, about }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "conflict" || !error.current) throw error;
      const current = error.current as ClaimView; // a conflict carries the record that was written to
      apply(current);
      // Other words of the claim changed, not its state: the move still means the same.
      if (!mayRepeat || current.state !== claim.state) throw error;
      await put(to, reason, current.version, false);
    }
  }

  async function move(to: ClaimState, reason: MoveReason = {}): Promise<boolean> {
    setMoving(to);
    try {
      if (!(await settle())) {
        toast.error("Not moved: not everything is saved yet.", "See what stands at the fields.");
        return false;
      }
      const { version } = client.getQueryData<ClaimView>(queryKeys.claim(claim.id)) ?? claim;
      await put(to, reason, version, true);
      return true;
    } catch (error) {
      toast.error(`The claim is not ${STATE_NAMES[to].toLowerCase()}.`, messageOf(error));
      return false;
    } finally {
      setMoving(null);
    }
  }

  async function revert(seq: number): Promise<void> {
    try {
      if (!(await settle())) return void toast.error("Not restored: not everything is saved yet.", "See what stands at the fields.");
      const { version } = client.getQueryData<ClaimView>(queryKeys.claim(claim.id)) ?? claim;
      apply(await outbox.queued<ClaimView>({ method: "POST", path: `${path}/revert`, body: { version, seq }, about }));
      toast.success("The claim is as it was before.");
    } catch (error) {
      toast.error("The claim was not restored.", messageOf(error));
    }
  }

  async function remove() {
    const drop = async () => {
      await outbox.queued({ method: "DELETE", path, about });
      onDeleted(claim.id);
    };
    try {
      await drop();
      note(`Claim ${claim.number} deleted.`, {
        undone: `Claim ${claim.number} is back.`,
        redone: `Claim ${claim.number} is deleted again.`,
        undo: () => unlessRefused(async () => apply(await outbox.queued<ClaimView>({ method: "POST", path: `${path}/restore`, body: {}, about }))),
        redo: () => unlessRefused(drop),
      });
    } catch (error) {
      toast.error("The claim could not be deleted.", messageOf(error));
    }
  }

  return { moving, move, remove, revert };
}

function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Try again.";
}
