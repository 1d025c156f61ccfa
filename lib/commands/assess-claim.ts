import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, lockedDocument } from "@/lib/db/scopes";
import { AppError, invalidField } from "@/lib/domain/errors";
import { CONFIDENCES } from "@/lib/domain/evidence";
import { Id, prose, Version } from "@/lib/domain/fields";
import { isBlind, whyNotAssess } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { labelOfScale } from "./label-of-scale";
import { advanceClaim } from "./move-claim";
import { screenWords } from "./screen";
import { settleReview } from "./settle-review";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

/** The longest rationale or justification, in UTF-16 units. */
export const RATIONALE_MAX = 20_000;

export const AssessClaim = z.object({
  claimId: Id,
  /** Null for the first assessment. */
  version: Version.nullable(),
  labelId: Id.nullable(),
  /** True when the claim cannot be judged; then the rationale says why, and there is no label. */
  unjudgeable: z.boolean().default(false),
  rationale: prose(RATIONALE_MAX).refine((value) => value.trim() !== "", "Say why: a verdict needs its rationale."),
  confidence: z.enum(CONFIDENCES).nullable().default(null),
});

/**
 * Submits the actor's own verdict on a claim, and keeps what was submitted before. A proposal takes a claim under research to review; where assessments are
 * blind, the claim does not move before the last one, because its moving would tell.
 */
export const assessClaim = command(
  AssessClaim,
  { summary: "Submit one's own assessment of a claim.", contributes: true },
  async ({ actor, tx, now }, input) => {
    const { documentId } = await claimInScope(tx, actor, input.claimId);
    const document = await lockedDocument(tx, actor, documentId);
    // Read again behind the lock: two may submit at once, and one of them is the last that fits.
    const claim = await claimInScope(tx, actor, input.claimId);
    authorize(claimPolicy, actor, "judge");
    await screenWords(tx, actor, { rationale: input.rationale });
    const reviewed = { state: claim.state, assessed: claim.assessedAt !== null };
    const others = await tx.assessment.findMany({ where: { claimId: claim.id, round: claim.round }, select: { reviewerId: true } });
    const reviewerIds = others.map((each) => each.reviewerId);
    const closed = whyNotAssess(document, reviewed, reviewerIds, actor.userId);
    if (closed) throw new AppError("closed", closed);
    const label = await labelFor(tx, documentId, input);
    const { claimId, version, ...fields } = input;
    await writeAssessment(tx, actor, { ...claim, label: label?.name ?? null }, version, fields, now);

    const settled = await settleReview(tx, actor, claim, document, now);
    if (settled || !isBlind(document, reviewed)) await touchDocument(tx, documentId, now);
    const proposed = document.reviewMode === "proposal" && (claim.state === "spotted" || claim.state === "researching");
    if (proposed) await advanceClaim(tx, actor, claim, "in_review", now);
    return claimView(tx, actor, claimId);
  },
);

type Submitted = Omit<z.output<typeof AssessClaim>, "claimId" | "version">;

async function labelFor(tx: Tx, documentId: string, { unjudgeable, labelId }: Submitted) {
  if (!unjudgeable) return labelOfScale(tx, documentId, labelId);
  if (labelId !== null) throw invalidField("labelId", "A claim that cannot be judged takes no label.");
  return null;
}

/** Writes the assessment as it stands, and its version beside it. Fails with `conflict` when it changed since `version`. */
async function writeAssessment(
  tx: Tx,
  actor: Actor,
  claim: { id: string; documentId: string; round: number; label: string | null },
  version: number | null,
  fields: Submitted,
  now: Date,
): Promise<void> {
  const before = await tx.assessment.findUnique({
    where: { claimId_reviewerId: { claimId: claim.id, reviewerId: actor.userId } },
    include: { label: { select: { name: true } } },
  });
  const { workspaceId } = actor;
  const { round } = claim;
  const stored = { ...fields, round };
  let assessmentId = before?.id;
  if (before) {
    const written = await tx.assessment.updateMany({
      where: { id: before.id, version: version ?? 0 },
      data: { ...stored, version: { increment: 1 }, updatedAt: now },
    });
    await expectWritten(written, "assessment", async () => (await claimView(tx, actor, claim.id)).assessments.find((each) => each.mine));
  } else {
    const made = await tx.assessment.create({ data: { ...stored, claimId: claim.id, reviewerId: actor.userId, workspaceId }, select: { id: true } });
    assessmentId = made.id;
  }
  const number = (before?.version ?? 0) + 1;
  await tx.assessmentVersion.create({ data: { ...stored, workspaceId, assessmentId: assessmentId ?? "", number, createdAt: now }, select: { id: true } });
  const { rationale, confidence, unjudgeable } = fields;
  const changed = changedFields(before ? { ...before, label: before.label?.name } : { unjudgeable: false }, {
    ...{ label: claim.label, unjudgeable, rationale, confidence, round: before ? round : undefined },
  });
  if (changed) await record(tx, actor, { type: "claim.assessed", documentId: claim.documentId, claimId: claim.id, ...changed, ids: { round } });
}
