import { z } from "zod";
import type { ModerationDecision } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { canUndo, SANCTION_KINDS, shutsOut, UNDO_MS } from "@/lib/domain/moderation";
import { authorize } from "@/lib/policies/authorize";
import { moderationPolicy } from "@/lib/policies/moderation";
import { moderatedThing, type Thing } from "@/lib/queries/moderated";
import { moderatedViews } from "@/lib/queries/moderation-queue";
import { command, type CommandContext } from "./command";
import { forgetFiles, grantAppeals, lockThings, MOST, tell } from "./decide";
import { documentsOf } from "./moderate-thing";
import { notify } from "./notify";
import { beginSanctionAgain, endSanction, giveAssignmentsBack } from "./sanctions";
import { reopenReports } from "./settle-reports";
import { markAgain, marksOf } from "./thing-marks";

export const UndoDecisions = z.object({
  decisionIds: z
    .array(Id)
    .min(1, "Name a decision.")
    .max(MOST, `At most ${String(MOST)} at once.`),
});

/** Takes back what one has just decided, as if it had not been: all of it, or nothing. */
export const undoDecisions = command(UndoDecisions, { summary: "Take back what one has just decided." }, async (context, { decisionIds }) => {
  const { actor, tx, now } = context;
  const where = { workspaceId: actor.workspaceId, byId: actor.userId, id: { in: decisionIds } };
  const decisions = await tx.moderationDecision.findMany({ where, orderBy: { id: "asc" } });
  if (decisions.length < new Set(decisionIds).size) throw new AppError("not_found", "There is no such decision of yours.");
  const refs = decisions.map(({ subject, subjectId }) => ({ subject, id: subjectId }));
  await lockThings(tx, actor, refs, now);
  for (const decision of decisions) await undo(context, decision);
  return moderatedViews(tx, actor, refs, now);
});

async function undo(context: CommandContext, decision: ModerationDecision): Promise<void> {
  const { actor, tx, now } = context;
  const { id, kind, subject, subjectId, at } = decision;
  if (kind === "undo" || kind === "uphold" || !canUndo(kind, subject)) throw new AppError("closed", "This cannot be taken back. Decide anew instead.");
  authorize(moderationPolicy, actor, "undo", decision);
  if (now.getTime() - at.getTime() > UNDO_MS)
    throw new AppError("closed", `A decision is taken back within ${String(UNDO_MS / 60_000)} minutes. Decide anew instead. Nothing was changed.`);
  const thing = await moderatedThing(tx, actor.workspaceId, { subject, id: subjectId }, now);
  if (!thing) throw new AppError("not_found", "What you decided about does not exist any more.");
  const before = Before.parse(decision.before);
  await expectUnchanged(context, decision, before);

  await undoEffect(context, thing, decision);
  const here = { workspaceId: actor.workspaceId, subject, subjectId };
  const reports = await reopenReports(tx, here, decision.before);
  await tx.appeal.updateMany({ where: { decisionId: { in: before.appeals }, settledAt: at }, data: { settledAt: null, settledById: null, outcome: null } });
  const against = await tx.appeal.findMany({ where: { decisionId: id, settledAt: null }, select: { byId: true, decisionId: true } });

  const { id: decisionId } = await tx.moderationDecision.create({
    data: {
      ...{ ...here, documentId: thing.documentId, personId: decision.personId, kind: "undo", byId: actor.userId, at: now, undoesId: id },
      ...{ before: decision.after ?? {}, after: { ...(await marksOf(tx, actor.workspaceId, thing, now)), reports } },
    },
    select: { id: true },
  });
  await grantAppeals(tx, actor, against, now);
  await unsay(context, decision, before, decisionId);
  const documents = subject === "source" ? await documentsOf(tx, { sourceId: subjectId }) : [];
  if (SHOWING.includes(kind)) await forgetFiles(tx, [...documents, ...(thing.documentId ? [thing.documentId] : [])], now);
  await tell(tx, actor, thing, kind, { decisionId, documents, undone: true });
}

const Before = z.object({ appeals: z.array(z.string()).default([]) });
const Marks = z.record(z.string(), z.unknown());

/** Throws `conflict` when somebody has decided about the thing since, answered an appeal by it, or changed what the decision had changed. */
async function expectUnchanged({ actor, tx, now }: CommandContext, decision: ModerationDecision, { appeals }: z.output<typeof Before>): Promise<void> {
  const { subject, subjectId, at } = decision;
  const here = { workspaceId: actor.workspaceId, subject, subjectId };
  const latest = await tx.moderationDecision.findFirst({ where: here, select: { id: true }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const answered = await tx.appeal.count({ where: { decision: here, settledAt: at, decisionId: { notIn: appeals } } });
  const [before, after] = [Marks.parse(decision.before), Marks.parse(decision.after)];
  const current = await marksOf(tx, actor.workspaceId, { subject, id: subjectId }, now);
  const changed = Object.entries(current).some(([name, value]) => before[name] !== after[name] && value !== after[name]);
  if (latest?.id === decision.id && answered === 0 && !changed) return;
  throw new AppError("conflict", "This has changed since, so that your decision is not simply taken back. Look at it again.", {
    current: await moderatedViews(tx, actor, [{ subject, id: subjectId }], now),
  });
}

async function undoEffect({ actor, tx, now }: CommandContext, thing: Thing, { kind, before, at }: ModerationDecision): Promise<void> {
  const sanctionKind = SANCTION_KINDS.find((each) => each === kind);
  if (sanctionKind) {
    await endSanction(tx, actor, thing.id, now);
    if (shutsOut(sanctionKind)) await giveAssignmentsBack(tx, actor, thing.id, at);
  } else if (kind === "lift") await beginSanctionAgain(tx, actor, thing.id, at, now);
  else if (CHANGING.includes(kind)) await markAgain(tx, thing, kind, before);
}

/** After these something is seen, or not seen any more, that was not or was; the others mark a thing, and no more. */
const SHOWING: readonly string[] = ["hide", "delete", "restore", "approve"];
const CHANGING: readonly string[] = [...SHOWING, "lock", "unlock"];

/** What nobody has read yet, nobody reads any more; whoever has, or got a letter, is told that it is taken back. */
async function unsay({ actor, tx, now }: CommandContext, { id, personId, at }: ModerationDecision, { appeals }: z.output<typeof Before>, decisionId: string) {
  const unread = { readAt: null, OR: [{ mailId: null }, { gathered: { sentAt: null } }] };
  await tx.notification.deleteMany({ where: { ...unread, decisionId: id, kind: { in: ["moderated", "report_settled"] } } });
  await tx.notification.deleteMany({ where: { ...unread, decisionId: { in: appeals }, kind: "appeal_settled", createdAt: at } });
  const knows = await tx.notification.count({ where: { decisionId: id, kind: "moderated" } });
  if (personId && knows > 0) await notify(tx, actor, { kind: "moderated", to: [personId], decisionId, by: "nobody" }, now);
}
