"use client";

import { toast } from "@/components/ui/toast";
import { NoteContext } from "@/components/workbench/undo-note";
import { unlessRefused } from "@/components/workbench/unless-refused";
import type { ClaimView, EvidenceView } from "@/lib/domain/views";
import { apiErrorOf } from "@/lib/ui/api";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { use } from "react";

/** What is done to a piece of evidence at once; each can be undone. */
export function useEvidenceActions(claim: Pick<ClaimView, "number" | "questions">, apply: (claim: ClaimView) => void, refresh: () => void) {
  const { outbox } = useSaveRegistry();
  const note = use(NoteContext);
  const about = `Evidence of claim ${claim.number}`;

  async function remove({ id, version }: EvidenceView) {
    let latest = version;
    const drop = async () => apply(await outbox.queued<ClaimView>({ method: "DELETE", path: `/evidence/${id}?version=${latest}`, about }));
    const bringBack = async () => {
      const back = await outbox.queued<ClaimView>({ method: "POST", path: `/evidence/${id}/restore`, body: {}, about });
      latest = versionIn(back, id) ?? latest;
      apply(back);
    };
    try {
      await drop();
      note("Evidence deleted.", {
        undone: "The evidence is back.",
        redone: "The evidence is deleted again.",
        undo: () => unlessRefused(bringBack),
        redo: () => unlessRefused(drop),
      });
    } catch (error) {
      toast.error("The evidence could not be deleted.", apiErrorOf(error).message);
      refresh();
    }
  }

  async function verify({ id, version }: EvidenceView, verified: boolean) {
    try {
      apply(await outbox.queued<ClaimView>({ method: "PUT", path: `/evidence/${id}/verification`, body: { version, verified }, about }));
    } catch (error) {
      toast.error("That could not be noted.", apiErrorOf(error).message);
      refresh();
    }
  }

  /** Has it answer another question, or none. */
  async function answer({ id, version, questionId: before }: EvidenceView, after: string | null) {
    let latest = version;
    const attach = async (questionId: string | null) => {
      const changed = await outbox.queued<ClaimView>({ method: "PATCH", path: `/evidence/${id}`, body: { version: latest, questionId }, about });
      latest = versionIn(changed, id) ?? latest;
      apply(changed);
    };
    const number = claim.questions.find((each) => each.id === after)?.number;
    const done = number === undefined ? "The evidence answers no question now." : `The evidence answers question ${number} now.`;
    try {
      await attach(after);
      note(done, {
        undone: "The evidence stands where it was.",
        redone: done,
        undo: () => unlessRefused(() => attach(before)),
        redo: () => unlessRefused(() => attach(after)),
      });
    } catch (error) {
      toast.error("The evidence stays where it was.", apiErrorOf(error).message);
      refresh();
    }
  }

  return { remove, verify, answer };
}

function versionIn(claim: ClaimView, evidenceId: string): number | undefined {
  return claim.evidence.find(({ id }) => id === evidenceId)?.version;
}
