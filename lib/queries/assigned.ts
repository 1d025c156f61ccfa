import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDay } from "@/lib/domain/fields";
import { groupBy } from "@/lib/domain/group-by";
import { atLeast, type Actor } from "@/lib/domain/role";
import type { AssignedView, ClaimSummaryView } from "@/lib/domain/views";
import { seesAssessment, type AssessedClaim } from "@/lib/policies/assessment";
import { seesAssignment } from "@/lib/policies/assignment";
import { assessedSelect, toAssessed } from "./assessed-claim";

/** The assignments that have not ended, in the order in which they were made. */
export const activeAssignments = {
  where: { endedAt: null },
  select: { personId: true, due: true },
  orderBy: [{ createdAt: "asc" }, { personId: "asc" }],
} satisfies Prisma.Claim$assignmentsArgs;

/** Who works on a claim, and what must be known of the claim to say who may know. */
export interface AssignedClaim {
  scope: AssessedClaim;
  rows: readonly { personId: string; due: Date | null }[];
}

/** Who works on the claims, of those on which somebody does. A fixed number of queries, however many the claims. */
export async function assignedClaims(tx: Tx, claims: Prisma.ClaimWhereInput): Promise<Map<string, AssignedClaim>> {
  const rows = await tx.assignment.findMany({
    where: { endedAt: null, claim: claims },
    select: { claimId: true, ...activeAssignments.select },
    orderBy: activeAssignments.orderBy,
  });
  const scopes = await tx.claim.findMany({
    where: { AND: [claims, { assignments: { some: { endedAt: null } } }] },
    select: { id: true, ...assessedSelect },
  });
  const rowsOf = groupBy(rows, ({ claimId }) => claimId);
  return new Map(scopes.map((claim) => [claim.id, { scope: toAssessed(claim), rows: rowsOf.get(claim.id) ?? [] }]));
}

/** What the viewer may know of it. */
export function assignedFor(viewer: Actor, claim: AssignedClaim | undefined): Pick<ClaimSummaryView, "assigned" | "assignments"> {
  if (!claim) return { assigned: 0, assignments: [] };
  const { scope, rows } = claim;
  const assignments = rows
    .filter(({ personId }) => seesAssignment(viewer, scope, personId))
    .map(({ personId, due }): AssignedView => ({ personId, due: toDay(due), done: isDone(viewer, scope, personId) }));
  return { assigned: atLeast(viewer, "reviewer") ? rows.length : 0, assignments };
}

/** True when the viewer may know that the person has assessed the claim in its round. */
function isDone(viewer: Actor, claim: AssessedClaim, personId: string): boolean {
  return claim.reviewerIds.includes(personId) && seesAssessment(viewer, claim, { reviewerId: personId, round: claim.round });
}
