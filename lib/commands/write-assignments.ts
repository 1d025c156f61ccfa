import type { Tx } from "@/lib/db/client";
import type { AssignmentEnd } from "@/lib/domain/assignment";
import { toDay } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { recordAll, type NewEvent } from "@/lib/events/record";
import { notifyOfAssignments } from "./notify-of-assignments";

export interface NewAssignment {
  claimId: string;
  personId: string;
  due: string | null;
}

type Writer = Pick<Actor, "userId" | "workspaceId">;

/** Asks people to work on claims of one document, which must be locked: those who are asked for the first time, and those who were asked before. */
export async function makeAssignments(
  tx: Tx,
  actor: Writer,
  documentId: string,
  made: readonly NewAssignment[],
  now: Date,
  type: "assignment.made" | "assignment.taken" = "assignment.made",
): Promise<void> {
  if (made.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Assignment" ("claimId", "personId", "workspaceId", "due", "assignedById", "createdAt")
    SELECT "claimId", "personId", ${actor.workspaceId}, "due", ${actor.userId}, ${now.toISOString()}::timestamp
    FROM json_to_recordset(${JSON.stringify(made)}::json) AS given ("claimId" text, "personId" text, "due" date)
    ON CONFLICT ("claimId", "personId") DO UPDATE
    SET "due" = EXCLUDED."due", "assignedById" = EXCLUDED."assignedById", "createdAt" = EXCLUDED."createdAt", "endedAt" = NULL, "endedBecause" = NULL`;
  const events = made.map(({ claimId, personId, due }): NewEvent => {
    const after = { ...(type === "assignment.made" ? { assigneeId: personId } : {}), ...(due === null ? {} : { due }) };
    return { type, claimId, after, ids: { personId } };
  });
  await recordAll(tx, actor, documentId, events);
  await notifyOfAssignments(tx, actor, documentId, made, now);
}

/** Gives those who work on these claims another deadline. */
export async function changeDue(
  tx: Tx,
  actor: Writer,
  documentId: string,
  assignments: readonly { claimId: string; personId: string; due: Date | null }[],
  due: string | null,
): Promise<void> {
  const changed = assignments.filter((each) => toDay(each.due) !== due);
  if (changed.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Assignment" SET "due" = ${due}::date
    FROM json_to_recordset(${JSON.stringify(changed)}::json) AS given ("claimId" text, "personId" text)
    WHERE "Assignment"."claimId" = given."claimId" AND "Assignment"."personId" = given."personId" AND "endedAt" IS NULL`;
  const events = changed.map(({ claimId, personId, due: before }): NewEvent => {
    return { type: "assignment.changed", claimId, before: { due: toDay(before) }, after: { assigneeId: personId, due }, ids: { personId } };
  });
  await recordAll(tx, actor, documentId, events);
}

/** Takes people off claims of one document, which must be locked; those who are not on them any more are passed over. */
export async function endAssignments(
  tx: Tx,
  actor: Writer,
  documentId: string,
  pairs: readonly { claimId: string; personId: string }[],
  because: Exclude<AssignmentEnd, "lapsed">,
  now: Date,
): Promise<void> {
  if (pairs.length === 0) return;
  const ended = await tx.$queryRaw<{ claimId: string; personId: string }[]>`
    UPDATE "Assignment" SET "endedAt" = ${now.toISOString()}::timestamp, "endedBecause" = ${because}::"AssignmentEnd"
    FROM json_to_recordset(${JSON.stringify(pairs)}::json) AS given ("claimId" text, "personId" text)
    WHERE "Assignment"."claimId" = given."claimId" AND "Assignment"."personId" = given."personId" AND "endedAt" IS NULL
    RETURNING "Assignment"."claimId", "Assignment"."personId"`;
  const others = because === "released" || because === "left";
  const events = ended.map(({ claimId, personId }): NewEvent => {
    return { type: `assignment.${because}`, claimId, ...(others ? { before: { assigneeId: personId } } : {}), ids: { personId } };
  });
  await recordAll(tx, actor, documentId, events);
}

/** Takes somebody off all their claims of the workspace, document after document: they do not review any more. */
export async function endAssignmentsOf(tx: Tx, actor: Writer, personId: string, now: Date): Promise<void> {
  const rows = await tx.assignment.findMany({
    where: { workspaceId: actor.workspaceId, personId, endedAt: null },
    select: { claimId: true, personId: true, claim: { select: { documentId: true } } },
  });
  // In one order everywhere, so that no two transactions wait for each other.
  const documents = [...new Set(rows.map(({ claim }) => claim.documentId))].sort();
  for (const documentId of documents) {
    await tx.$queryRaw`SELECT "id" FROM "Document" WHERE "id" = ${documentId} FOR NO KEY UPDATE`;
    const pairs = rows.filter(({ claim }) => claim.documentId === documentId);
    await endAssignments(tx, actor, documentId, pairs, "left", now);
  }
}
