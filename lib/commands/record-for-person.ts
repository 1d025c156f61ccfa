import type { Tx } from "@/lib/db/client";
import { record, type NewEvent } from "@/lib/events/record";

/** Writes in the log of each workspace of the person what happened to their account: by themselves unless said. */
export async function recordForPerson(tx: Tx, userId: string, event: NewEvent, actorId = userId): Promise<void> {
  const memberships = await tx.membership.findMany({ where: { userId }, select: { workspaceId: true }, orderBy: { workspaceId: "asc" } });
  for (const { workspaceId } of memberships) await record(tx, { userId: actorId, workspaceId }, event);
}
