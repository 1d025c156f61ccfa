import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { QUEUE_REASONS } from "@/lib/domain/flag";
import {
  ADVERSE,
  MODERATION_SUBJECTS,
  possibleDecisions,
  QUEUE_AGES,
  QUEUE_STATES,
  rulesOf,
  type DecisionView,
  type ModeratedView,
  type QueuedFlag,
  type QueueView,
} from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { authorize } from "@/lib/policies/authorize";
import { moderationPolicy } from "@/lib/policies/moderation";
import { seesComment } from "@/lib/policies/thread";
import { keyOf, moderatedThings, type ThingRef } from "./moderated";
import { passagesOf } from "./passages";

const DAYS: Record<(typeof QUEUE_AGES)[number], number> = { day: 1, week: 7, month: 30 };
const DAY_MS = 86_400_000;
const PAGE = 25;
/** Reports and decisions of one thing that are shown, at most. */
const SHOWN = 50;

export const ListQueue = z.object({
  state: z.enum(QUEUE_STATES).default("open"),
  subject: z.enum(MODERATION_SUBJECTS).optional(),
  reason: z.enum(QUEUE_REASONS).optional(),
  /** Reported longer ago than that. */
  age: z.enum(QUEUE_AGES).optional(),
  documentId: z.string().max(64).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** What waits for moderators, grouped by thing: what waits longest comes first, and of what is settled, the latest. Throws `forbidden`. */
export const listQueue = query(ListQueue, { summary: "Read the moderation queue, by thing." }, async (actor, input): Promise<QueueView> => {
  authorize(moderationPolicy, actor, "moderate");
  const prisma = await db();
  const now = new Date();
  const { refs, total } = input.state === "appealed" ? await appealed(prisma, actor, input) : await flagged(prisma, actor, input, now);
  const { moderationRules } = await prisma.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { moderationRules: true } });
  return { items: await moderatedViews(prisma, actor, refs, now), total, pageSize: PAGE, rules: rulesOf(moderationRules) };
});

type Asked = z.output<typeof ListQueue>;

async function flagged(tx: Tx, actor: Actor, { state, subject, reason, age, documentId, page }: Asked, now: Date) {
  const where: Prisma.FlagWhereInput = {
    workspaceId: actor.workspaceId,
    settledAt: state === "settled" ? { not: null } : null,
    ...(state === "escalated" ? { escalatedAt: { not: null } } : {}),
    ...(subject ? { subject } : {}),
    ...(reason ? { reason } : {}),
    ...(age ? { createdAt: { lt: new Date(now.getTime() - DAYS[age] * DAY_MS) } } : {}),
    ...(documentId ? { documentId } : {}),
  };
  const orderBy = state === "settled" ? ({ _max: { settledAt: "desc" } } as const) : ({ _min: { createdAt: "asc" } } as const);
  const groups = await tx.flag.groupBy({ by: ["subject", "subjectId"], where, orderBy: [orderBy, { subjectId: "asc" }], take: PAGE, skip: (page - 1) * PAGE });
  const all = await tx.flag.findMany({ where, distinct: ["subject", "subjectId"], select: { id: true } });
  return { refs: groups.map(toRef), total: all.length };
}

async function appealed(tx: Tx, actor: Actor, { subject, documentId, page }: Asked) {
  const where = {
    workspaceId: actor.workspaceId,
    appeal: { settledAt: null },
    ...(subject ? { subject } : {}),
    ...(documentId ? { documentId } : {}),
  };
  const rows = await tx.moderationDecision.findMany({
    where,
    select: { subject: true, subjectId: true },
    orderBy: { at: "asc" },
    distinct: ["subject", "subjectId"],
  });
  return { refs: rows.slice((page - 1) * PAGE, page * PAGE).map(toRef), total: rows.length };
}

const toRef = ({ subject, subjectId }: { subject: ThingRef["subject"]; subjectId: string }): ThingRef => ({ subject, id: subjectId });

const person = { select: { id: true, name: true } } as const;

const flagSelect = {
  ...{ id: true, subject: true, subjectId: true, reason: true, note: true, contact: true, createdAt: true, escalatedAt: true, settledAt: true, outcome: true },
  reporter: person,
} satisfies Prisma.FlagSelect;

const decisionSelect = {
  ...{ id: true, subject: true, subjectId: true, kind: true, rule: true, message: true, note: true, byId: true, personId: true, at: true },
  by: person,
  appeal: { select: { id: true, text: true, createdAt: true, settledAt: true, outcome: true, answer: true } },
} satisfies Prisma.ModerationDecisionSelect;

/** These things with what a moderator must know of them, in the order asked; those that are gone without a trace are missing. */
export async function moderatedViews(tx: Tx, actor: Actor, refs: readonly ThingRef[], now: Date): Promise<ModeratedView[]> {
  const things = await moderatedThings(tx, actor.workspaceId, refs, now);
  const where = { workspaceId: actor.workspaceId, subjectId: { in: refs.map(({ id }) => id) } };
  const flags = await tx.flag.findMany({ where, select: flagSelect, orderBy: [{ settledAt: { sort: "desc", nulls: "first" } }, { createdAt: "asc" }] });
  const decisions = await tx.moderationDecision.findMany({ where, select: decisionSelect, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const passages = await passagesOf(
    tx,
    [...things.values()].filter(({ subject }) => subject === "claim").map(({ id }) => id),
  );
  const records = await recordsOf(
    tx,
    actor.workspaceId,
    [...things.values()].flatMap(({ author }) => author?.id ?? []),
  );
  return refs.flatMap((ref): ModeratedView[] => {
    const thing = things.get(keyOf(ref));
    if (!thing) return [];
    const own = flags.filter(({ subjectId }) => subjectId === ref.id);
    const open = own.filter(({ settledAt }) => settledAt === null);
    const { documentId: _, claimId: __, discussed, author, ...rest } = thing;
    const subject = {
      authorId: author?.id ?? null,
      authorRole: author?.role ?? null,
      reasons: open.map(({ reason }) => reason),
      escalated: open.some(({ escalatedAt }) => escalatedAt !== null),
    };
    return [
      {
        ...rest,
        author,
        // What is said about a claim that is judged blind is for nobody else yet.
        words: thing.subject !== "comment" || seesComment(actor, author?.id ?? "", discussed) ? thing.words : null,
        passage: passages.get(thing.id) ?? [],
        record: records.get(author?.id ?? "") ?? { written: 0, decisions: 0 },
        flags: own.slice(0, SHOWN).map(toFlag),
        history: decisions
          .filter(({ subjectId }) => subjectId === ref.id)
          .slice(0, SHOWN)
          .map((decision) => toDecision(actor, decision)),
        can: possibleDecisions(thing.subject, thing).filter((kind) => moderationPolicy.decide(actor, kind, subject)),
      },
    ];
  });
}

function toFlag({
  createdAt,
  escalatedAt,
  settledAt: _,
  subject: __,
  subjectId: ___,
  ...flag
}: Prisma.FlagGetPayload<{ select: typeof flagSelect }>): QueuedFlag {
  return { ...flag, at: createdAt.toISOString(), escalated: escalatedAt !== null };
}

function toDecision(actor: Actor, row: Prisma.ModerationDecisionGetPayload<{ select: typeof decisionSelect }>): DecisionView {
  const { appeal, at, subject: _, subjectId: __, byId, personId, ...rest } = row;
  return {
    ...rest,
    at: at.toISOString(),
    appeal: appeal && {
      ...{ id: appeal.id, text: appeal.text, at: appeal.createdAt.toISOString() },
      settled: appeal.settledAt && appeal.outcome && { outcome: appeal.outcome, answer: appeal.answer, at: appeal.settledAt.toISOString() },
      canSettle: appeal.settledAt === null && moderationPolicy.settleAppeal(actor, { kind: row.kind, byId, personId }),
    },
  };
}

/** How much each wrote here, and how often a moderator had to decide against them. */
async function recordsOf(tx: Tx, workspaceId: string, people: readonly string[]): Promise<Map<string, ModeratedView["record"]>> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; written: bigint; decisions: bigint }[]>`
    SELECT u."id",
      (SELECT count(*) FROM "Claim" c WHERE c."createdById" = u."id" AND c."workspaceId" = ${workspaceId})
      + (SELECT count(*) FROM "Evidence" e WHERE e."createdById" = u."id" AND e."workspaceId" = ${workspaceId})
      + (SELECT count(*) FROM "Comment" m WHERE m."authorId" = u."id" AND m."workspaceId" = ${workspaceId}) AS "written",
      (SELECT count(*) FROM "ModerationDecision" d
        WHERE d."personId" = u."id" AND d."workspaceId" = ${workspaceId} AND d."kind"::text = ANY(${[...ADVERSE]})
          AND NOT EXISTS (SELECT 1 FROM "ModerationDecision" back WHERE back."undoesId" = d."id")) AS "decisions"
    FROM "User" u WHERE u."id" = ANY(${ids})`;
  return new Map(rows.map(({ id, written, decisions }) => [id, { written: Number(written), decisions: Number(decisions) }]));
}
