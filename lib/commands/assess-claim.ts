import { z } from "zod";
import { claimInScope } from "@/lib/db/scopes";
import { CONFIDENCES } from "@/lib/domain/evidence";
import { Id, prose, Version } from "@/lib/domain/fields";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { labelOfScale } from "./label-of-scale";
import { advanceClaim } from "./move-claim";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

/** The longest rationale or justification, in UTF-16 units. */
export const RATIONALE_MAX = 20_000;

export const AssessClaim = z.object({
  claimId: Id,
  /** Null for the first assessment. */
  version: Version.nullable(),
  labelId: Id.nullable(),
  rationale: prose(RATIONALE_MAX).refine((value) => value.trim() !== "", "Say why: a verdict needs its rationale."),
  confidence: z.enum(CONFIDENCES).nullable().default(null),
});

/** Submits the actor's own verdict on a claim; a claim under research goes to review. */
export const assessClaim = command(AssessClaim, { summary: "Submit one's own assessment of a claim." }, async ({ actor, tx, now }, input) => {
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "assess", claim);
  await touchDocument(tx, claim.documentId, now);
  const label = await labelOfScale(tx, claim.documentId, input.labelId);
  const before = await tx.assessment.findUnique({
    where: { claimId_reviewerId: { claimId: claim.id, reviewerId: actor.userId } },
    include: { label: { select: { name: true } } },
  });
  const fields = { labelId: input.labelId, rationale: input.rationale, confidence: input.confidence };
  const current = async () => (await claimView(tx, actor, claim.id)).assessments.find((each) => each.mine);
  if (before) {
    const written = await tx.assessment.updateMany({
      where: { id: before.id, version: input.version ?? 0 },
      data: { ...fields, version: { increment: 1 }, updatedAt: now },
    });
    await expectWritten(written, "assessment", current);
  } else {
    await tx.assessment.create({ data: { ...fields, claimId: claim.id, reviewerId: actor.userId, workspaceId: actor.workspaceId }, select: { id: true } });
  }
  const changed = changedFields(before ? { ...before, label: before.label?.name } : {}, {
    label: label?.name ?? null,
    rationale: input.rationale,
    confidence: input.confidence,
  });
  if (changed) await record(tx, actor, { type: "claim.assessed", documentId: claim.documentId, claimId: claim.id, ...changed });
  if (claim.state === "spotted" || claim.state === "researching") await advanceClaim(tx, actor, claim, "in_review", now);
  return claimView(tx, actor, claim.id);
});
