import type { Tx } from "@/lib/db/client";
import { limitsOf, type ContributionLimit } from "@/lib/domain/contribution-limits";
import type { Actor } from "@/lib/domain/role";

/** How much the actor may contribute in their role. */
export async function contributionLimit(tx: Tx, { workspaceId, role }: Actor): Promise<ContributionLimit> {
  const { contributionLimits } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { contributionLimits: true } });
  return limitsOf(contributionLimits)[role];
}
