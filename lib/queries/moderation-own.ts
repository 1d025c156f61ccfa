import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { ADVERSE, type OwnDecision, type OwnFlag, type OwnHeld } from "@/lib/domain/moderation";
import { keyOf, moderatedThings, type ThingRef } from "./moderated";

/** The latest of each, at most. */
const MOST = 100;

/** Who asks, who may be suspended and have no role any more. */
export interface Concerned {
  userId: string;
  workspaceId: string;
}

export interface OwnModeration {
  held: OwnHeld[];
  flags: OwnFlag[];
  decisions: OwnDecision[];
}

/** What the actor reported, and what was decided about them and what they wrote. */
export const getOwnModeration = query(
  z.object({}),
  { summary: "Read what became of one's own reports, and what was decided about oneself.", sanctioned: "any" },
  async (actor) => ownModeration(actor),
);

/** The same for a page. Who reported or decided is not told. */
export async function ownModeration({ userId, workspaceId }: Concerned): Promise<OwnModeration> {
  const prisma = await db();
  const now = new Date();
  const flags = await prisma.flag.findMany({
    where: { workspaceId, reporterId: userId },
    select: { id: true, subject: true, subjectId: true, reason: true, note: true, createdAt: true, settledAt: true, outcome: true },
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
  const decisions = await prisma.moderationDecision.findMany({
    // Of what was taken back at once, those hear nothing who had not heard of it.
    where: {
      ...{ workspaceId, personId: userId, kind: { in: [...ADVERSE] } },
      OR: [{ undoneBy: null }, { notifications: { some: { userId } } }, { appeal: { isNot: null } }],
    },
    select: {
      ...{ id: true, subject: true, subjectId: true, kind: true, rule: true, message: true, at: true },
      sanction: { select: { until: true } },
      undoneBy: { select: { id: true } },
      appeal: { select: { text: true, createdAt: true, settledAt: true, outcome: true, answer: true } },
    },
    orderBy: { at: "desc" },
    take: MOST,
  });
  const held = await heldOf(prisma, { userId, workspaceId });
  const titles = await titlesOf(
    prisma,
    workspaceId,
    [...flags, ...decisions, ...held].map(({ subject, subjectId }) => ({ subject, id: subjectId })),
    { now, own: new Set([...decisions, ...held].map(({ subjectId }) => subjectId)) },
  );
  const titleOf = (row: { subject: ThingRef["subject"]; subjectId: string }) => titles.get(keyOf({ subject: row.subject, id: row.subjectId })) ?? "";
  return {
    held: held.map((row) => ({ id: row.subjectId, subject: row.subject, title: titleOf(row), at: row.at.toISOString() })),
    flags: flags.map(({ subjectId: _, createdAt, settledAt, outcome, ...flag }) => ({
      ...flag,
      title: titleOf({ subject: flag.subject, subjectId: _ }),
      at: createdAt.toISOString(),
      settled: settledAt && outcome && { outcome, at: settledAt.toISOString() },
    })),
    decisions: decisions.map(({ subjectId, at, sanction, appeal, undoneBy, ...decision }) => ({
      ...decision,
      title: titleOf({ subject: decision.subject, subjectId }),
      at: at.toISOString(),
      until: sanction?.until?.toISOString() ?? null,
      appeal: appeal && {
        ...{ text: appeal.text, at: appeal.createdAt.toISOString() },
        settled: appeal.settledAt && appeal.outcome && { outcome: appeal.outcome, answer: appeal.answer, at: appeal.settledAt.toISOString() },
      },
      canAppeal: appeal === null && undoneBy === null,
      undone: undoneBy !== null,
    })),
  };
}

/** What one wrote that waits for a moderator, the oldest first. */
async function heldOf(tx: Tx, { userId, workspaceId }: Concerned): Promise<{ subject: ThingRef["subject"]; subjectId: string; at: Date }[]> {
  const own = { workspaceId, createdById: userId, heldAt: { not: null } };
  const select = { id: true, hiddenAt: true } as const;
  const rows = {
    claim: await tx.claim.findMany({ where: own, select, take: MOST }),
    evidence: await tx.evidence.findMany({ where: own, select, take: MOST }),
    // What came with evidence waits with it.
    source: await tx.source.findMany({ where: { ...own, evidence: { none: { heldAt: { not: null } } } }, select, take: MOST }),
    comment: await tx.comment.findMany({ where: { workspaceId, authorId: userId, heldBody: { not: null } }, select, take: MOST }),
  };
  const subjects = ["claim", "evidence", "source", "comment"] as const;
  return subjects
    .flatMap((subject) => rows[subject].flatMap(({ id, hiddenAt }) => (hiddenAt ? [{ subject, subjectId: id, at: hiddenAt }] : [])))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A line of each thing; of what is hidden, only whoever wrote it is told what it says. */
async function titlesOf(tx: Tx, workspaceId: string, refs: readonly ThingRef[], { now, own }: { now: Date; own: ReadonlySet<string> }) {
  const things = await moderatedThings(tx, workspaceId, refs, now);
  return new Map(
    [...things.values()].map((thing) => {
      const words = thing.words.replace(/\s+/g, " ").slice(0, 140);
      const known = own.has(thing.id) || (!thing.hidden && !thing.gone && thing.subject !== "comment");
      if (!known) return [keyOf(thing), thing.subject === "comment" ? thing.title : ""] as const;
      return [keyOf(thing), words ? `${thing.title}: ${words}` : thing.title] as const;
    }),
  );
}
