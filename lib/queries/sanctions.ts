import type { Tx } from "@/lib/db/client";
import type { SanctionKind } from "@/lib/domain/moderation";

/** What keeps a person from working in the workspace now. */
export interface ActiveSanction {
  id: string;
  kind: SanctionKind;
  until: Date | null;
}

/** A sanction that holds at this moment. */
export const inForce = (now: Date) => ({ endedAt: null, OR: [{ until: null }, { until: { gt: now } }] });

/** The sanctions in force of these people, by their ids; the latest of each. */
export async function activeSanctions(tx: Tx, workspaceId: string, people: readonly string[], now: Date): Promise<Map<string, ActiveSanction>> {
  const rows = await tx.sanction.findMany({
    where: { workspaceId, userId: { in: [...people] }, ...inForce(now) },
    select: { id: true, userId: true, kind: true, until: true },
    orderBy: { createdAt: "asc" },
  });
  return new Map(rows.map(({ userId, ...sanction }) => [userId, sanction]));
}
