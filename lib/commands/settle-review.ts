import type { Tx } from "@/lib/db/client";
import type { ClaimState } from "@/lib/domain/claim";
import { awaitsAssessments, outcomeOf, type ReviewSettings } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { advanceClaim } from "./move-claim";
import { notify } from "./notify";

interface SettledClaim {
  id: string;
  documentId: string;
  state: ClaimState;
  round: number;
  assessedAt: Date | null;
}

/**
 * Draws the conclusion once a claim has all the assessments of its round: where they agree, their label is the ruling's and the claim is in review; else it is
 * contested. Tells whether it did. Call it with the document locked.
 */
export async function settleReview(tx: Tx, actor: Actor, claim: SettledClaim, settings: ReviewSettings, now: Date): Promise<boolean> {
  if (claim.assessedAt !== null || !awaitsAssessments(claim.state) || claim.state === "skipped") return false;
  const judgements = await tx.assessment.findMany({ where: { claimId: claim.id, round: claim.round }, select: { labelId: true } });
  const outcome = outcomeOf(settings, judgements);
  if (outcome.kind === "open") return false;
  const to = outcome.kind === "agreed" ? "in_review" : "contested";
  if (claim.state === to) await tx.claim.update({ where: { id: claim.id }, data: { version: { increment: 1 }, updatedAt: now } });
  else await advanceClaim(tx, actor, claim, to, now);
  await tx.claim.update({ where: { id: claim.id }, data: { assessedAt: now } });
  if (outcome.kind === "agreed") await ruleByAgreement(tx, actor, claim, settings, outcome.labelId);
  // Nobody is named: whoever assessed last did not contest it.
  else await notify(tx, actor, { kind: "contested", to: "everybody", documentId: claim.documentId, claimId: claim.id, by: "nobody" }, now);
  return true;
}

/** The label is found; its words are still to be written by an editor. */
async function ruleByAgreement(tx: Tx, actor: Actor, claim: SettledClaim, settings: ReviewSettings, labelId: string): Promise<void> {
  const basis = settings.reviewMode === "panel" ? "vote" : "agreement";
  await tx.ruling.upsert({
    where: { claimId: claim.id },
    create: { workspaceId: actor.workspaceId, claimId: claim.id, labelId, basis, summary: "", justification: "", editorId: actor.userId },
    update: { labelId, basis, version: { increment: 1 } },
  });
  const { name } = await tx.scaleLabel.findUniqueOrThrow({ where: { id: labelId }, select: { name: true } });
  await record(tx, actor, { type: "claim.agreed", documentId: claim.documentId, claimId: claim.id, before: {}, after: { label: name, basis } });
}

/** The same for every claim of a document, after its review settings changed. */
export async function settleReviews(tx: Tx, actor: Actor, documentId: string, settings: ReviewSettings, now: Date): Promise<void> {
  const claims = await tx.claim.findMany({
    where: { documentId, deletedAt: null, assessedAt: null, state: { in: ["spotted", "researching", "in_review"] }, assessments: { some: {} } },
    select: { id: true, documentId: true, state: true, round: true, assessedAt: true },
  });
  for (const claim of claims) await settleReview(tx, actor, claim, settings, now);
}
