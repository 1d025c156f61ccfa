import { db, type Tx } from "@/lib/db/client";
import { OPEN_WORKSPACE } from "@/lib/db/scopes";
import { DAY_MS } from "@/lib/domain/retention";
import { recordAll } from "@/lib/events/record";

interface Lapsed {
  claimId: string;
  personId: string;
  workspaceId: string;
}

/**
 * Gives claims back to the pool that somebody was to work on and did not touch for the days that their document allows. A touch is whatever the person did on
 * the claim; whoever has assessed it stays. While a workspace is closed nobody can, so that the days count from when it is opened again. Safe to run in several processes at once.
 */
export async function returnToPool(now: Date): Promise<void> {
  const prisma = await db();
  const documents = await prisma.document.findMany({
    where: { returnDays: { not: null }, deletedAt: null, workspace: OPEN_WORKSPACE, claims: { some: { assignments: { some: { endedAt: null } } } } },
    select: { id: true, workspaceId: true, returnDays: true },
    orderBy: { id: "asc" },
  });
  const opened = await openedAgain(prisma, [...new Set(documents.map(({ workspaceId }) => workspaceId))]);
  for (const { id, workspaceId, returnDays } of documents) {
    const since = opened.get(workspaceId);
    if (since && returnDays !== null && now.getTime() - since.getTime() < returnDays * DAY_MS) continue;
    await prisma.$transaction((tx) => returnIn(tx, id, now));
  }
}

/** When each of the workspaces was opened again, if it ever was. */
async function openedAgain(tx: Tx, workspaceIds: string[]): Promise<Map<string, Date>> {
  const rows = await tx.event.groupBy({ by: ["workspaceId"], where: { workspaceId: { in: workspaceIds }, type: "workspace.reopened" }, _max: { at: true } });
  return new Map(rows.flatMap(({ workspaceId, _max: { at } }) => (at ? [[workspaceId, at]] : [])));
}

async function returnIn(tx: Tx, documentId: string, now: Date): Promise<void> {
  // Another process that does the same waits here, and then finds nothing left; and nobody assesses in between.
  await tx.$queryRaw`SELECT "id" FROM "Document" WHERE "id" = ${documentId} FOR NO KEY UPDATE`;
  const moment = now.toISOString();
  const lapsed = await tx.$queryRaw<Lapsed[]>`
    UPDATE "Assignment" a SET "endedAt" = ${moment}::timestamp, "endedBecause" = 'lapsed'
    FROM "Claim" c JOIN "Document" d ON d."id" = c."documentId"
    WHERE c."id" = a."claimId" AND d."id" = ${documentId} AND a."endedAt" IS NULL
      AND d."deletedAt" IS NULL AND c."deletedAt" IS NULL AND d."lockedAt" IS NULL AND c."lockedAt" IS NULL AND c."assessedAt" IS NULL AND c."state" IN ('spotted', 'researching', 'in_review')
      AND a."createdAt" <= ${moment}::timestamp - d."returnDays" * interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM "Assessment" s WHERE s."claimId" = c."id" AND s."reviewerId" = a."personId" AND s."round" = c."round")
      AND NOT EXISTS (
        SELECT 1 FROM "Event" e
        WHERE e."claimId" = c."id" AND e."actorId" = a."personId" AND e."type" NOT LIKE 'assignment.%'
          AND e."at" > ${moment}::timestamp - d."returnDays" * interval '1 day')
    RETURNING a."claimId", a."personId", a."workspaceId"`;
  // Nobody did it: the log names the person who did not come.
  for (const { claimId, personId, workspaceId } of lapsed)
    await recordAll(tx, { userId: personId, workspaceId }, documentId, [{ type: "assignment.lapsed", claimId, ids: { personId } }]);
}
