import type { Prisma } from "@/lib/db/generated/client";
import type { AssessedClaim } from "@/lib/policies/assessment";

/** What must be read of a claim to say whose assessments somebody may know of. */
export const assessedSelect = {
  state: true,
  round: true,
  assessedAt: true,
  assessments: { select: { reviewerId: true, round: true } },
  document: { select: { reviewMode: true } },
} satisfies Prisma.ClaimSelect;

/** The claim as the policy takes it. */
export function toAssessed(claim: Prisma.ClaimGetPayload<{ select: typeof assessedSelect }>): AssessedClaim {
  const { state, round, assessedAt, document } = claim;
  const thisRound = claim.assessments.filter((each) => each.round === round);
  return { state, round, assessedAt, reviewMode: document.reviewMode, reviewerIds: thisRound.map(({ reviewerId }) => reviewerId) };
}
