import type { Prisma } from "@/lib/db/generated/client";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { awaitsAssessments } from "@/lib/domain/review";
import { atLeast, type Actor } from "@/lib/domain/role";
import { kindsFor } from "@/lib/policies/notification";

/** Nothing of a claim is blind any more: `isBlind` of lib/domain/review.ts, as the database asks it. */
const NOT_BLIND: Prisma.ClaimWhereInput = {
  OR: [{ document: { reviewMode: "proposal" } }, { assessedAt: { not: null } }, { state: { notIn: CLAIM_STATES.filter(awaitsAssessments) } }],
};

/**
 * The actor's own notifications of which they may know now, whatever they could when these were written: `seesNotification`, as the database asks it, and
 * nothing that lies in the trash. `within` is where they are told.
 */
export function inSight(actor: Pick<Actor, "userId" | "workspaceId" | "role" | "sanction">, within: "page" | "mail" = "page"): Prisma.NotificationWhereInput {
  return {
    userId: actor.userId,
    workspaceId: actor.workspaceId,
    kind: { in: kindsFor(actor) },
    ...(within === "page" ? { inPage: true } : { mail: { not: "off" } }),
    AND: [
      { OR: [{ documentId: null }, { document: { deletedAt: null } }] },
      { OR: [{ claimId: null }, { claim: { deletedAt: null } }] },
      {
        OR: [
          { commentId: null },
          ...(atLeast(actor, "reviewer")
            ? [{ comment: { deletedAt: null, OR: [{ authorId: actor.userId }, { thread: { claimId: null } }, { thread: { claim: NOT_BLIND } }] } }]
            : []),
        ],
      },
      { OR: [{ threadId: null }, { thread: { evidenceId: null } }, { thread: { evidence: { deletedAt: null } } }] },
    ],
  };
}
