import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { ADVERSE, type OwnDecision, type OwnFlag } from "@/lib/domain/moderation";
import { keyOf, moderatedThings, type ThingRef } from "./moderated";

/** The latest of each, at most. */
const MOST = 100;

/** Who asks, who may be suspended and have no role any more. */
export interface Concerned {
  userId: string;
  workspaceId: string;
}

export interface OwnModeration {
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
    where: { workspaceId, personId: userId, kind: { in: [...ADVERSE] } },
    select: {
      ...{ id: true, subject: true, subjectId: true, kind: true, rule: true, message: true, at: true },
      sanction: { select: { until: true } },
      appeal: { select: { text: true, createdAt: true, settledAt: true, outcome: true, answer: true } },
    },
    orderBy: { at: "desc" },
    take: MOST,
  });
  const titles = await titlesOf(
    prisma,
    workspaceId,
    [...flags, ...decisions].map(({ subject, subjectId }) => ({ subject, id: subjectId })),
    { now, own: new Set(decisions.map(({ subjectId }) => subjectId)) },
  );
  const titleOf = (row: { subject: ThingRef["subject"]; subjectId: string }) => titles.get(keyOf({ subject: row.subject, id: row.subjectId })) ?? "";
  return {
    flags: flags.map(({ subjectId: _, createdAt, settledAt, outcome, ...flag }) => ({
      ...flag,
      title: titleOf({ subject: flag.subject, subjectId: _ }),
      at: createdAt.toISOString(),
      settled: settledAt && outcome && { outcome, at: settledAt.toISOString() },
    })),
    decisions: decisions.map(({ subjectId, at, sanction, appeal, ...decision }) => ({
      ...decision,
      title: titleOf({ subject: decision.subject, subjectId }),
      at: at.toISOString(),
      until: sanction?.until?.toISOString() ?? null,
      appeal: appeal && {
        ...{ text: appeal.text, at: appeal.createdAt.toISOString() },
        settled: appeal.settledAt && appeal.outcome && { outcome: appeal.outcome, answer: appeal.answer, at: appeal.settledAt.toISOString() },
      },
      canAppeal: appeal === null,
    })),
  };
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
