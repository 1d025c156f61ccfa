import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Day, Id, line, prose, toDate } from "@/lib/domain/fields";
import {
  ADVERSE,
  DECISION_KINDS,
  DECISION_NAMES,
  ENDS,
  MODERATION_SUBJECTS,
  possibleDecisions,
  RULE_MAX,
  rulesOf,
  SANCTION_KINDS,
  TOLD,
  type DecisionKind,
} from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { moderationPolicy } from "@/lib/policies/moderation";
import { moderatedThing, moderatedThings, type Thing, type ThingRef } from "@/lib/queries/moderated";
import { moderatedViews } from "@/lib/queries/moderation-queue";
import { command, type CommandContext } from "./command";
import { knockModerators } from "./knock-moderators";
import { documentsOf, moderateThing, type Effect } from "./moderate-thing";
import { notify } from "./notify";
import { endSanction, sanction } from "./sanctions";
import { reportAfter, reportsFor, settleReports, type Here } from "./settle-reports";
import { marksOf } from "./thing-marks";

/** Decided about at once, at most. */
export const MOST = 50;
const WORDS_MAX = 2000;

export const Decide = z.object({
  things: z
    .array(
      z.object({
        subject: z.enum(MODERATION_SUBJECTS),
        id: Id,
        /** The latest decision about it that the moderator saw; null for none. Left out, it does not matter. */
        last: Id.nullable().optional(),
      }),
    )
    .min(1, "Name a thing.")
    .max(MOST, `At most ${String(MOST)} at once.`),
  kind: z.enum(DECISION_KINDS).exclude(["undo", "uphold"]),
  /** One of the workspace's rules; needed for whatever is against somebody. */
  rule: line(RULE_MAX).default(""),
  /** What the person concerned is told. */
  message: prose(WORDS_MAX).default(""),
  /** For moderators alone. */
  note: prose(WORDS_MAX).default(""),
  /** The last day of a restriction or suspension. */
  until: Day.nullable().default(null),
});

export type Decision = Pick<z.output<typeof Decide>, "kind" | "rule" | "message" | "note" | "until">;

/** Decides about what was reported, or not. All of it, or nothing. */
export const decide = command(Decide, { summary: "Decide about what was reported: keep, hide, lock, warn and so on." }, async (context, input) => {
  const { actor, tx, now } = context;
  authorize(moderationPolicy, actor, "moderate");
  await expectRule(tx, actor, input);
  await lockThings(tx, actor, input.things, now);
  for (const { last, ...ref } of input.things) {
    const thing = await moderatedThing(tx, actor.workspaceId, ref, now);
    if (!thing) throw new AppError("not_found", "What you decide about does not exist any more.");
    if (last !== undefined) await expectLatest(tx, actor, ref, last, now);
    await decideOn(context, thing, input);
  }
  return moderatedViews(tx, actor, input.things, now);
});

/** Whatever is against somebody names a rule that they can read. */
async function expectRule(tx: Tx, actor: Actor, { kind, rule, until }: Decision): Promise<void> {
  if (until !== null && !ENDS.includes(kind)) throw invalidField("until", "Only restrictions and suspensions end by themselves.");
  if (!ADVERSE.includes(kind)) return;
  const { moderationRules } = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { moderationRules: true } });
  if (!rulesOf(moderationRules).includes(rule)) throw invalidField("rule", "Choose the rule that this goes against.");
}

/** Nobody else decides about them, or changes what they are in, meanwhile. Always in one order, so that no two wait for each other. */
export async function lockThings(tx: Tx, actor: Actor, refs: readonly ThingRef[], now: Date): Promise<void> {
  const things = [...(await moderatedThings(tx, actor.workspaceId, refs, now)).values()];
  if (things.some(({ documentId }) => documentId === null)) await tx.$queryRaw`SELECT "id" FROM "Workspace" WHERE "id" = ${actor.workspaceId} FOR UPDATE`;
  const sources = things.filter(({ subject }) => subject === "source").map(({ id }) => id);
  const documents = new Set(things.flatMap(({ documentId }) => documentId ?? []));
  if (sources.length > 0) for (const id of await documentsOf(tx, { sourceId: { in: sources } })) documents.add(id);
  await tx.$queryRaw`SELECT "id" FROM "Document" WHERE "id" = ANY(${[...documents]}) ORDER BY "id" FOR NO KEY UPDATE`;
}

async function expectLatest(tx: Tx, actor: Actor, ref: ThingRef, last: string | null, now: Date): Promise<void> {
  const latest = await tx.moderationDecision.findFirst({
    where: { workspaceId: actor.workspaceId, subject: ref.subject, subjectId: ref.id },
    select: { id: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  if ((latest?.id ?? null) !== last)
    throw new AppError("conflict", "Another moderator decided about this meanwhile. Look at what they decided first.", {
      current: await moderatedViews(tx, actor, [ref], now),
    });
}

/** Writes one decision and does what it says; the thing is locked. Throws `forbidden`, and `conflict` when it makes no sense any more. */
export async function decideOn({ actor, tx, now }: CommandContext, thing: Thing, decision: Decision): Promise<void> {
  const { kind } = decision;
  const here = { workspaceId: actor.workspaceId, subject: thing.subject, subjectId: thing.id };
  const open = await tx.flag.findMany({ where: { ...here, settledAt: null }, select: { reason: true, escalatedAt: true } });
  authorize(moderationPolicy, actor, "decide", kind, {
    authorId: thing.author?.id ?? null,
    authorRole: thing.author?.role ?? null,
    reasons: open.map(({ reason }) => reason),
    escalated: open.some(({ escalatedAt }) => escalatedAt !== null),
  });
  if (!possibleDecisions(thing.subject, thing).includes(kind))
    throw new AppError("conflict", `“${DECISION_NAMES[kind].todo}” does not fit how this stands now. Look at it again.`);
  const reports = await reportsFor(tx, here, kind);
  const settled = reports.map((report) => reportAfter(report, actor, decision, now));
  const takesBack = kind === "restore" || kind === "unlock" || kind === "lift";
  const appeals = takesBack ? await openAppeals(tx, here) : [];
  const marks = await marksOf(tx, actor.workspaceId, thing, now);
  const { documents, body } = await moderateThing(tx, actor, thing, kind, now);
  const sanctionKind = SANCTION_KINDS.find((each) => each === kind);
  const until = sanctionKind ? endOf(decision.until, now) : null;
  const sanctioned = sanctionKind || kind === "lift" ? { sanction: sanctionKind ?? null, until: until?.toISOString() ?? null } : null;
  const before = { ...marks, ...(body === undefined ? {} : { body }), reports, appeals: appeals.map(({ decisionId }) => decisionId) };
  const after = { ...(sanctioned ?? (await marksOf(tx, actor.workspaceId, thing, now))), reports: settled };
  const { id: decisionId } = await tx.moderationDecision.create({
    data: {
      ...{ ...here, documentId: thing.documentId, personId: thing.author?.id ?? null, byId: actor.userId, at: now, before, after, kind },
      ...{ rule: decision.rule, message: decision.message.trim(), note: decision.note.trim() },
    },
    select: { id: true },
  });
  if (sanctionKind) await sanction(tx, actor, thing.id, { decisionId, kind: sanctionKind, until }, now);
  if (kind === "lift") await endSanction(tx, actor, thing.id, now);
  await settleReports(tx, actor, here, settled, decisionId, now);
  await grantAppeals(tx, actor, appeals, now);
  if (TOLD.includes(kind) && thing.author) await notify(tx, actor, { kind: "moderated", to: [thing.author.id], decisionId, by: "nobody" }, now);
  if (kind === "hide" || kind === "delete" || kind === "restore") await forgetFiles(tx, [...documents, ...(thing.documentId ? [thing.documentId] : [])], now);
  await tell(tx, actor, thing, kind, { decisionId, documents });
}

/** The end of the last day, in UTC. */
function endOf(day: string | null, now: Date): Date | null {
  const date = toDate(day);
  if (!date) return null;
  const end = new Date(date.getTime() + 86_400_000 - 1);
  if (end <= now) throw invalidField("until", "Choose a day that is not over yet.");
  return end;
}

/** Appeals against decisions about the thing that nobody has answered. */
const openAppeals = (tx: Tx, here: Here) => tx.appeal.findMany({ where: { settledAt: null, decision: here }, select: { byId: true, decisionId: true } });

/** Taking a decision back grants what was asked against it. */
export async function grantAppeals(tx: Tx, actor: Actor, appeals: readonly { byId: string; decisionId: string }[], now: Date): Promise<void> {
  for (const { byId, decisionId } of appeals) await notify(tx, actor, { kind: "appeal_settled", to: [byId], decisionId, by: "nobody" }, now);
  const where = { settledAt: null, decisionId: { in: appeals.map(({ decisionId }) => decisionId) } };
  await tx.appeal.updateMany({ where, data: { settledAt: now, settledById: actor.userId, outcome: "granted" } });
}

/** Files that were made before, and copies of public pages, may hold what is hidden now. */
export async function forgetFiles(tx: Tx, documentIds: readonly string[], now: Date): Promise<void> {
  const documentId = { in: [...documentIds] };
  await tx.exportJob.updateMany({ where: { documentId }, data: { state: "cancelled", expiresAt: now } });
  await tx.publicPage.updateMany({ where: { documentId }, data: { version: { increment: 1 } } });
}

/** Those who follow what changed learn that it did; what changes nothing in sight is for moderators alone. */
export async function tell(
  tx: Tx,
  actor: Actor,
  thing: Thing,
  kind: Exclude<DecisionKind, "undo" | "uphold">,
  { decisionId, documents, undone = false }: { decisionId: string; documents: Effect["documents"]; undone?: boolean },
): Promise<void> {
  const seen = ["hide", "delete", "restore", "approve", "lock", "unlock"].includes(kind);
  const shown = (kind === "restore" || kind === "approve") !== undone;
  const ofComment = thing.subject === "comment" && seen;
  const type = ofComment ? (shown ? "comment.restored" : "comment.hidden") : seen ? "moderation.decided" : "flag.settled";
  const ids = { decisionId, decision: undone ? "undo" : kind, subject: thing.subject, subjectId: thing.id, personId: thing.author?.id ?? null };
  const place = { ...(thing.documentId ? { documentId: thing.documentId } : {}), ...(thing.claimId ? { claimId: thing.claimId } : {}) };
  await record(tx, actor, { type, ...place, ids });
  await knockModerators(tx, actor.workspaceId);
  for (const documentId of documents) await record(tx, actor, { type, documentId, ids });
}
