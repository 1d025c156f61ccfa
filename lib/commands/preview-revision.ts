import { z } from "zod";
import { db } from "@/lib/db/client";
import { gravityOf, type AnchorStatus } from "@/lib/domain/anchor";
import { claimOutcome, doubtChanged, needsConfirmation, returnsToReview } from "@/lib/domain/outcome";
import type { AffectedClaimView, RevisionPreviewView } from "@/lib/domain/revision";
import { query } from "./command";
import { MAX_IMPORT_BODY_BYTES } from "./import-source";
import { draftRevision, placesByClaim, revisionFields } from "./revision-input";

export const PreviewRevision = z.object(revisionFields);

/** What saving a corrected text would do to it and to its claims; writes nothing. */
export const previewRevision = query(
  PreviewRevision,
  { summary: "See what a correction of the text would do, without saving it.", maxBytes: MAX_IMPORT_BODY_BYTES },
  async (actor, input): Promise<RevisionPreviewView> => {
    const prisma = await db();
    const { base, text, warnings, wordCount, correction } = await draftRevision(prisma, actor, input);
    const claims = await prisma.claim.findMany({
      where: { documentId: input.documentId, workspaceId: actor.workspaceId, deletedAt: null },
      select: { id: true, number: true, statement: true, state: true },
    });
    const known = new Map(claims.map((claim) => [claim.id, claim]));
    const shown = new Set(claims.filter(({ state }) => needsConfirmation(state)).map(({ id }) => id));
    const outcome: Record<AnchorStatus, number> = { exact: 0, moved: 0, edited: 0, uncertain: 0, orphaned: 0 };
    const affected: AffectedClaimView[] = [];
    for (const [claimId, places] of placesByClaim(base.anchors, doubtChanged(base.anchors, correction.anchors, shown))) {
      const claim = known.get(claimId);
      if (!claim) continue;
      const { status, before, after } = claimOutcome(places.before, places.after, text.text);
      outcome[status] += 1;
      if (gravityOf(status) < gravityOf("edited")) continue;
      const { number, statement, state } = claim;
      affected.push({ claimId, number, statement, state, status, before, after, returnsToReview: returnsToReview(state, status) });
    }
    const { changes, wordsAdded, wordsRemoved } = correction;
    return { base: base.number, ...text, wordCount, wordsAdded, wordsRemoved, warnings, changes, outcome, affected };
  },
);
