import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { ModerationDecision } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { Id, prose } from "@/lib/domain/fields";
import { ADVERSE, REVERSE } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { moderationPolicy } from "@/lib/policies/moderation";
import { moderatedThing } from "@/lib/queries/moderated";
import { moderatedViews } from "@/lib/queries/moderation-queue";
import { command } from "./command";
import { decideOn, lockThings } from "./decide";
import { knockModerators } from "./knock-moderators";
import { notify } from "./notify";

const TEXT_MAX = 4000;

export const MakeAppeal = z.object({
  decisionId: Id,
  text: prose(TEXT_MAX).refine((value) => value.trim() !== "", "Say why the decision should be looked at again."),
});

/** Asks for a decision about oneself to be looked at again, by another moderator. Once. */
export const makeAppeal = command(
  MakeAppeal,
  { summary: "Ask for a decision about oneself to be looked at again.", status: 201, sanctioned: "any" },
  async ({ actor, tx }, { decisionId, text }) => {
    const decision = await tx.moderationDecision.findFirst({
      where: { id: decisionId, workspaceId: actor.workspaceId, personId: actor.userId, kind: { in: [...ADVERSE] } },
      select: { id: true, documentId: true, appeal: { select: { id: true } }, undoneBy: { select: { id: true } } },
    });
    if (decision?.undoneBy) throw new AppError("closed", "This decision is taken back already.");
    if (!decision) throw new AppError("not_found", "There is no such decision about you.");
    if (decision.appeal) throw new AppError("duplicate", "You have appealed against this decision already. There is one appeal.");
    const { id } = await tx.appeal.create({
      data: { workspaceId: actor.workspaceId, decisionId, byId: actor.userId, text: text.trim() },
      select: { id: true },
    });
    await knockModerators(tx, actor.workspaceId);
    await record(tx, actor, { type: "appeal.made", ids: { appealId: id, decisionId } });
    return { id };
  },
);

export const SettleAppeal = z.object({ appealId: Id, outcome: z.enum(["granted", "refused"]), answer: prose(TEXT_MAX).default("") });

/** Answers an appeal; granting it takes the decision back, where it can be. */
export const settleAppeal = command(SettleAppeal, { summary: "Answer an appeal." }, async (context, { appealId, outcome, answer }) => {
  const { actor, tx, now } = context;
  authorize(moderationPolicy, actor, "moderate");
  const appeal = await tx.appeal.findFirst({
    where: { id: appealId, workspaceId: actor.workspaceId },
    select: { decision: { select: { id: true, kind: true, byId: true, personId: true, subject: true, subjectId: true, documentId: true, rule: true } } },
  });
  if (!appeal) throw new AppError("not_found", "There is no such appeal.");
  const { decision } = appeal;
  if (!moderationPolicy.settleAppeal(actor, decision))
    throw new AppError("forbidden", "Another moderator answers an appeal than the one who decided, or whom it concerns.");
  const ref = { subject: decision.subject, id: decision.subjectId };
  await lockThings(tx, actor, [ref], now);
  const written = await tx.appeal.updateMany({
    where: { id: appealId, settledAt: null },
    data: { settledAt: now, settledById: actor.userId, outcome, answer: answer.trim() },
  });
  if (written.count === 0)
    throw new AppError("conflict", "Another moderator answered this appeal already.", { current: await moderatedViews(tx, actor, [ref], now) });
  if (decision.personId) await notify(tx, actor, { kind: "appeal_settled", to: [decision.personId], decisionId: decision.id, by: "nobody" }, now);
  const reverse = outcome === "granted" ? REVERSE[decision.kind] : undefined;
  const thing = await moderatedThing(tx, actor.workspaceId, ref, now);
  const stands = thing && (reverse === "restore" ? thing.hidden : reverse === "unlock" ? thing.locked : thing.sanction !== null);
  if (thing && reverse && stands) await decideOn(context, thing, { kind: reverse, rule: decision.rule, message: answer, note: "", until: null });
  else await writeAnswer(tx, actor, decision, outcome === "refused" ? "uphold" : "undo", now);
  await knockModerators(tx, actor.workspaceId);
  await record(tx, actor, { type: "appeal.settled", ids: { appealId, outcome, decisionId: decision.id, personId: decision.personId } });
  return moderatedViews(tx, actor, [ref], now);
});

type Answered = Pick<ModerationDecision, "id" | "subject" | "subjectId" | "documentId" | "personId" | "rule">;

/** That a decision stands, or that it is taken back without anything to change, is a decision, too. */
async function writeAnswer(tx: Tx, actor: Actor, { id, rule, ...about }: Answered, kind: "uphold" | "undo", now: Date): Promise<void> {
  const { subject, subjectId, documentId, personId } = about;
  const [before, after] = kind === "undo" ? [{ stands: true }, { stands: false }] : [{ appeal: null }, { appeal: "refused" }];
  await tx.moderationDecision.create({
    data: {
      ...{ workspaceId: actor.workspaceId, subject, subjectId, documentId, personId, kind, rule, before, after, byId: actor.userId, at: now },
      ...(kind === "undo" ? { undoesId: id } : {}),
    },
    select: { id: true },
  });
}
