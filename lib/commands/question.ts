import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, questionInScope } from "@/lib/db/scopes";
import { defined } from "@/lib/domain/defined";
import { invalidField } from "@/lib/domain/errors";
import { Id, prose, requiredLine, Version } from "@/lib/domain/fields";
import { QUESTION_MAX } from "@/lib/domain/question";
import type { Actor } from "@/lib/domain/role";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { screenAtOnce } from "./screen";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

export const AskQuestion = z.object({
  claimId: Id,
  text: requiredLine(QUESTION_MAX),
  unanswerable: z.boolean().default(false),
  note: prose(5000).default(""),
});

/** Asks what must be found out to judge the claim. */
export const askQuestion = command(
  AskQuestion,
  { summary: "Ask a question about a claim.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const claim = await claimInScope(tx, actor, input.claimId);
    authorize(claimPolicy, actor, "addEvidence", claim);
    await screenAtOnce(tx, actor, { text: input.text, note: input.note });
    await touchDocument(tx, claim.documentId, now);
    const last = await tx.question.aggregate({ where: { claimId: claim.id }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    const made = { number, workspaceId: actor.workspaceId, createdById: actor.userId, createdAt: now };
    const { id } = await tx.question.create({ data: { ...input, ...made }, select: { id: true } });
    const { text, unanswerable, note } = input;
    const after = { question: text, ...(unanswerable ? { unanswerable } : {}), ...(note === "" ? {} : { note }) };
    await record(tx, actor, { type: "question.asked", documentId: claim.documentId, claimId: claim.id, after, ids: { questionId: id } });
    return claimView(tx, actor, claim.id);
  },
);

export const UpdateQuestion = z.object({
  questionId: Id,
  version: Version,
  text: requiredLine(QUESTION_MAX).optional(),
  /** That no answer could be found; not for a question that evidence answers. */
  unanswerable: z.boolean().optional(),
  note: prose(5000).optional(),
});

/** Changes a question, or says that it cannot be answered; only the fields given. */
export const updateQuestion = command(UpdateQuestion, { summary: "Change a question." }, async ({ actor, tx, now }, input) => {
  const question = await questionInScope(tx, actor, input.questionId);
  const { claim } = question;
  authorize(claimPolicy, actor, "addEvidence", claim);
  await screenAtOnce(tx, actor, { text: input.text, note: input.note });
  await touchDocument(tx, claim.documentId, now);
  const { questionId, version, ...changes } = input;
  if (changes.unanswerable && (await tx.evidence.count({ where: { questionId, deletedAt: null } })) > 0)
    throw invalidField("unanswerable", "Evidence answers this question. Take it off the question first.");
  const written = await tx.question.updateMany({ where: { id: questionId, version }, data: { ...defined(changes), version: { increment: 1 } } });
  await expectWritten(written, "question", async () => (await claimView(tx, actor, claim.id)).questions.find((each) => each.id === questionId));
  const { text, ...others } = changes;
  const changed = changedFields({ ...question, question: question.text }, { ...others, question: text });
  if (changed) await record(tx, actor, { type: "question.updated", documentId: claim.documentId, claimId: claim.id, ...changed, ids: { questionId } });
  return claimView(tx, actor, claim.id);
});

export const TrashQuestion = z.object({ questionId: Id });

/** Takes a question away; its evidence stays on the claim, and answers it again when it is restored. */
export const trashQuestion = command(TrashQuestion, { summary: "Take a question away." }, async ({ actor, tx, now }, input) =>
  setTrashed(tx, actor, await questionInScope(tx, actor, input.questionId), now, true),
);

export const RestoreQuestion = z.object({ questionId: Id });

/** Brings back a question that was taken away. */
export const restoreQuestion = command(RestoreQuestion, { summary: "Bring back a question that was taken away." }, async ({ actor, tx, now }, input) =>
  setTrashed(tx, actor, await questionInScope(tx, actor, input.questionId, "trashed"), now, false),
);

async function setTrashed(tx: Tx, actor: Actor, question: Awaited<ReturnType<typeof questionInScope>>, now: Date, trashed: boolean) {
  const { claim } = question;
  authorize(claimPolicy, actor, "addEvidence", claim);
  await touchDocument(tx, claim.documentId, now);
  await tx.question.update({ where: { id: question.id }, data: { deletedAt: trashed ? now : null, version: { increment: 1 } } });
  const shown = { question: question.text };
  await record(tx, actor, {
    type: trashed ? "question.trashed" : "question.restored",
    documentId: claim.documentId,
    claimId: claim.id,
    ...(trashed ? { before: shown } : { after: shown }),
    ids: { questionId: question.id },
  });
  return claimView(tx, actor, claim.id);
}
