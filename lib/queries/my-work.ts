import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDay } from "@/lib/domain/fields";
import { atLeast, type Actor } from "@/lib/domain/role";
import type { WorkClaim, WorkMention, WorkView } from "@/lib/domain/work";
import { claimPolicy } from "@/lib/policies/claim";
import { seesComment } from "@/lib/policies/thread";
import { assessedSelect, toAssessed } from "./assessed-claim";

/** Claims of one list, and mentions, at most. */
const MOST = 100;

export const GetMyWork = z.object({});

/** What waits for the actor: claims and comments. */
export const getMyWork = query(GetMyWork, { summary: "Read what waits for oneself." }, async (actor) => myWork(actor));

/** The same for a page. */
export async function myWork(actor: Actor): Promise<WorkView> {
  const prisma = await db();
  const judges = claimPolicy.judge(actor);
  const [mentions, returned, assigned, unassessed, contested] = await Promise.all([
    mentionsOf(prisma, actor),
    judges ? returnedTo(prisma, actor) : [],
    judges ? assignedTo(prisma, actor) : [],
    judges ? awaiting(prisma, actor) : [],
    atLeast(actor, "editor") ? claims(prisma, actor, { state: "contested" }) : [],
  ]);
  const known = new Set<string>();
  const once = (list: readonly WorkClaim[]) => list.filter(({ id }) => !known.has(id) && known.add(id));
  const view = { mentions, returned: once(returned), assigned: once(assigned), toAssess: once(unassessed), contested: once(contested) };
  return { ...view, total: Object.values(view).reduce((sum, list) => sum + list.length, 0) };
}

/** Claims that this person works on and has not assessed in their round: what is due first, then what has no deadline. */
async function assignedTo(tx: Tx, actor: Actor): Promise<WorkClaim[]> {
  const rows = await tx.assignment.findMany({
    where: {
      ...{ personId: actor.userId, endedAt: null, workspaceId: actor.workspaceId },
      claim: { deletedAt: null, document: { deletedAt: null }, assessedAt: null, state: { in: ["spotted", "researching", "in_review"] } },
    },
    select: { due: true, claim: { select: { ...workSelect, round: true, assessments: { where: { reviewerId: actor.userId }, select: { round: true } } } } },
    orderBy: [{ due: { sort: "asc", nulls: "last" } }, { claim: { updatedAt: "desc" } }, { claimId: "desc" }],
    // Those that are assessed already fall out below.
    take: MOST * 5,
  });
  return rows
    .filter(({ claim: { round, assessments } }) => !assessments.some((each) => each.round === round))
    .slice(0, MOST)
    .map(({ due, claim: { round: _, assessments: __, ...row } }) => toWorkClaim(row, null, due));
}

/**
 * Claims of documents in which several assess, that this person has not assessed and was not asked to, and that have fewer people than they need. It says
 * nothing of who else did, or was.
 */
async function awaiting(tx: Tx, actor: Actor): Promise<WorkClaim[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Claim" c JOIN "Document" d ON d."id" = c."documentId"
    WHERE c."workspaceId" = ${actor.workspaceId} AND c."deletedAt" IS NULL AND d."deletedAt" IS NULL AND d."reviewMode" <> 'proposal'
      AND c."state" IN ('researching', 'in_review') AND c."assessedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Assessment" s WHERE s."claimId" = c."id" AND s."reviewerId" = ${actor.userId})
      AND (SELECT count(*) FROM "Assignment" a WHERE a."claimId" = c."id" AND a."endedAt" IS NULL) < d."reviewers"
    ORDER BY c."updatedAt" DESC, c."id" DESC LIMIT ${MOST}`;
  return claims(tx, actor, { id: { in: found.map(({ id }) => id) } });
}

const workSelect = {
  ...{ id: true, documentId: true, number: true, statement: true, state: true, updatedAt: true },
  document: { select: { title: true } },
} satisfies Prisma.ClaimSelect;

type WorkRow = Prisma.ClaimGetPayload<{ select: typeof workSelect }>;

async function claims(tx: Tx, actor: Actor, where: Prisma.ClaimWhereInput): Promise<WorkClaim[]> {
  const rows = await tx.claim.findMany({
    where: { AND: [where, { workspaceId: actor.workspaceId, deletedAt: null, document: { deletedAt: null } }] },
    select: workSelect,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map((row) => toWorkClaim(row, null, null));
}

function toWorkClaim({ document, updatedAt, ...row }: WorkRow, question: string | null, due: Date | null): WorkClaim {
  return { ...row, documentTitle: document.title, updatedAt: updatedAt.toISOString(), due: toDay(due), question };
}

/** Claims that this person assessed in a round that an editor ended with a question, and has not assessed since. */
async function returnedTo(tx: Tx, actor: Actor): Promise<WorkClaim[]> {
  const rows = await tx.claim.findMany({
    where: {
      workspaceId: actor.workspaceId,
      deletedAt: null,
      document: { deletedAt: null },
      state: { in: ["researching", "in_review"] },
      assessedAt: null,
      adjudications: { some: { kind: "returned" } },
      assessments: { some: { reviewerId: actor.userId } },
    },
    select: {
      ...workSelect,
      round: true,
      assessments: { where: { reviewerId: actor.userId }, select: { round: true } },
      assignments: { where: { personId: actor.userId, endedAt: null }, select: { due: true } },
      adjudications: { where: { kind: "returned" }, select: { round: true, reason: true }, orderBy: { createdAt: "desc" }, take: 1 },
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.flatMap(({ round, assessments, assignments, adjudications, ...row }) => {
    const [last] = adjudications;
    const own = Math.max(...assessments.map((each) => each.round));
    return last && own === last.round && own < round ? [toWorkClaim(row, last.reason, assignments[0]?.due ?? null)] : [];
  });
}

async function mentionsOf(tx: Tx, actor: Actor): Promise<WorkMention[]> {
  const rows = await tx.comment.findMany({
    where: {
      workspaceId: actor.workspaceId,
      deletedAt: null,
      mentions: { some: { userId: actor.userId } },
      thread: { document: { deletedAt: null }, OR: [{ claimId: null }, { claim: { deletedAt: null } }] },
    },
    select: {
      ...{ id: true, authorId: true, author: { select: { id: true, name: true } }, body: true, createdAt: true },
      thread: {
        select: {
          document: { select: { id: true, title: true } },
          claim: { select: { id: true, number: true, ...assessedSelect } },
          seen: { where: { userId: actor.userId }, select: { seenAt: true } },
        },
      },
    },
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
  return rows.flatMap(({ id, authorId, author, body, createdAt, thread: { document, claim, seen } }) => {
    const read = seen[0] !== undefined && seen[0].seenAt >= createdAt;
    if (read || !seesComment(actor, authorId, claim && toAssessed(claim))) return [];
    const about = claim && { id: claim.id, number: claim.number };
    return [{ commentId: id, documentId: document.id, documentTitle: document.title, claim: about, author, body, createdAt: createdAt.toISOString() }];
  });
}
