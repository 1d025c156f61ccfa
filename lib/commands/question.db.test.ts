import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addEvidence, restoreEvidence, trashEvidence, updateEvidence } from "@/lib/commands/evidence";
import { askQuestion, restoreQuestion, trashQuestion, updateQuestion } from "@/lib/commands/question";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView, EvidenceView } from "@/lib/domain/views";
import { getClaim } from "@/lib/queries/claim";
import { listClaimEvents } from "@/lib/queries/history";
import { tidy } from "@/lib/jobs/housekeeping";
import { createClaim, createDocument, createMember, evidenceInput, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;
let claim: ClaimView;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId: editor.workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
  document = await createDocument(prisma, { actor: editor });
});

beforeEach(async () => {
  claim = await createClaim(prisma, { actor: reviewer, document });
});

const failure = (code: AppError["code"], details: Partial<AppError["details"]> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as unknown });
const field = (name: string) => failure("invalid", { fields: [expect.objectContaining({ field: name })] as never });

async function ask(text: string, more: { unanswerable?: boolean; note?: string } = {}) {
  const asked = (await run(prisma, reviewer, askQuestion, { claimId: claim.id, text, ...more })).questions.at(-1);
  if (!asked) throw new Error("No question was asked.");
  return asked;
}

async function answer(
  questionId: string | null,
  more: Partial<Parameters<typeof run<typeof addEvidence.schema, void, ClaimView>>[3]> = {},
): Promise<EvidenceView> {
  const { evidence } = await run(prisma, reviewer, addEvidence, { ...evidenceInput(claim.id), questionId, ...more });
  const added = evidence.at(-1);
  if (!added) throw new Error("No evidence was added.");
  return added;
}

describe("asking", () => {
  it("counts from one within the claim, and never gives a number twice", async () => {
    const first = await ask("  When did the bridge\n open? ");
    expect(first).toMatchObject({ number: 1, text: "When did the bridge open?", unanswerable: false, version: 1, can: { edit: true } });
    const second = await ask("Who paid for it?");
    await run(prisma, reviewer, trashQuestion, { questionId: second.id });
    expect((await ask("Who built it?")).number).toBe(3);
  });

  it("is for those who work on open claims of their workspace", async () => {
    const input = { claimId: claim.id, text: "When?" };
    await expect(run(prisma, reader, askQuestion, input)).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, stranger, askQuestion, input)).rejects.toEqual(failure("not_found"));
    const { id: questionId } = await ask("When?");
    await expect(run(prisma, reader, updateQuestion, { questionId, version: 1, text: "Where?" })).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, stranger, trashQuestion, { questionId })).rejects.toEqual(failure("not_found"));
    await prisma.claim.update({ where: { id: claim.id }, data: { state: "approved" } });
    await expect(run(prisma, reviewer, askQuestion, input)).rejects.toEqual(failure("forbidden"));
  });
});

describe("changing a question", () => {
  it("keeps what somebody else wrote meanwhile, and shows it", async () => {
    const { id: questionId } = await ask("When?");
    await run(prisma, reviewer, updateQuestion, { questionId, version: 1, text: "On which day?" });
    const late = run(prisma, editor, updateQuestion, { questionId, version: 1, text: "In which year?" });
    await expect(late).rejects.toEqual(failure("conflict", { current: expect.objectContaining({ text: "On which day?", version: 2 }) as unknown }));
  });

  it("is in the history, for those who work on claims", async () => {
    const { id: questionId } = await ask("When?");
    await run(prisma, reviewer, updateQuestion, { questionId, version: 1, unanswerable: true, note: "The file is lost." });
    const { items } = await listClaimEvents.run(reviewer, { claimId: claim.id });
    expect(items.slice(0, 2)).toMatchObject([
      {
        type: "question.updated",
        changes: [
          { field: "note", before: "", after: "The file is lost." },
          { field: "unanswerable", before: "false", after: "true" },
        ],
      },
      { type: "question.asked", changes: [{ field: "question", after: "When?" }] },
    ]);
    expect((await listClaimEvents.run(reader, { claimId: claim.id })).items.map(({ type }) => type)).not.toContain("question.asked");
  });
});

describe("answering", () => {
  it("says how the evidence answers, and can be taken back without a word lost", async () => {
    const { id: questionId } = await ask("When?");
    const { id: evidenceId, version } = await answer(questionId, { answerType: "abstractive", answer: "In spring 1932." });
    const detached = await run(prisma, editor, updateEvidence, { evidenceId, version, questionId: null });
    expect(detached.evidence[0]).toMatchObject({ questionId: null, answerType: "abstractive", answer: "In spring 1932." });
    const again = await run(prisma, editor, updateEvidence, { evidenceId, version: version + 1, questionId });
    expect(again.evidence[0]).toMatchObject({ questionId, answer: "In spring 1932." });
    const { items } = await listClaimEvents.run(reviewer, { claimId: claim.id });
    expect(items[0]).toMatchObject({ type: "evidence.updated", changes: [{ field: "question", before: "", after: "When?" }] });
  });

  it("wants a yes or a no of a boolean answer", async () => {
    const { id: questionId } = await ask("Did it open in 1932?");
    await expect(answer(questionId, { answerType: "boolean", answer: "The file says so." })).rejects.toEqual(field("answerYes"));
    const { id: evidenceId, version } = await answer(questionId, { answerType: "boolean", answerYes: true });
    await expect(run(prisma, reviewer, updateEvidence, { evidenceId, version, answerYes: null })).rejects.toEqual(field("answerYes"));
  });

  it("takes a living question of the same claim only", async () => {
    const other = await createClaim(prisma, { actor: reviewer, document });
    const elsewhere = (await run(prisma, reviewer, askQuestion, { claimId: other.id, text: "Where?" })).questions[0];
    await expect(answer(elsewhere?.id ?? "")).rejects.toEqual(field("questionId"));
    const { id: questionId } = await ask("When?");
    await run(prisma, reviewer, trashQuestion, { questionId });
    await expect(answer(questionId)).rejects.toEqual(field("questionId"));
  });

  it("and unanswerable keep each other out", async () => {
    const { id: questionId } = await ask("Who paid?", { unanswerable: true, note: "The accounts burnt in 1944." });
    await expect(answer(questionId)).rejects.toEqual(field("questionId"));
    await run(prisma, reviewer, updateQuestion, { questionId, version: 1, unanswerable: false });
    const { id: evidenceId } = await answer(questionId);
    const mark = (version: number) => run(prisma, reviewer, updateQuestion, { questionId, version, unanswerable: true });
    await expect(mark(2)).rejects.toEqual(field("unanswerable"));
    await run(prisma, reviewer, trashEvidence, { evidenceId });
    expect((await mark(2)).questions[0]).toMatchObject({ unanswerable: true });
    // What comes back from the trash takes nothing away that others said.
    const back = await run(prisma, reviewer, restoreEvidence, { evidenceId });
    expect([back.questions[0]?.unanswerable, back.evidence[0]?.questionId]).toEqual([true, questionId]);
  });
});

describe("a deleted question", () => {
  it("leaves its evidence on the claim, and has it again when it comes back", async () => {
    const { id: questionId } = await ask("When?");
    await answer(questionId);
    const gone = await run(prisma, reviewer, trashQuestion, { questionId });
    expect([gone.questions, gone.evidence.map((each) => each.questionId)]).toEqual([[], [null]]);
    const back = await run(prisma, reviewer, restoreQuestion, { questionId });
    expect([back.questions.map(({ id }) => id), back.evidence.map((each) => each.questionId)]).toEqual([[questionId], [questionId]]);
  });

  it("goes for good after its time in the trash, without its evidence", async () => {
    const { id: questionId } = await ask("When?");
    const { id } = await answer(questionId);
    await run(prisma, reviewer, trashQuestion, { questionId });
    await tidy(new Date(Date.now() + 31 * 24 * 60 * 60 * 1000));
    expect(await prisma.question.count({ where: { id: questionId } })).toBe(0);
    expect(await prisma.evidence.findUnique({ where: { id }, select: { questionId: true, deletedAt: true } })).toEqual({ questionId: null, deletedAt: null });
  });
});

describe("a question whose answers are confidential", () => {
  it("is not for readers, who might learn from it who was asked", async () => {
    const { id: questionId } = await ask("What did the engineer see?");
    await answer(questionId, { confidential: true });
    const open = await ask("Who was the engineer?");
    expect((await getClaim.run(reader, { claimId: claim.id })).questions.map(({ id }) => id)).toEqual([open.id]);
    expect((await getClaim.run(reviewer, { claimId: claim.id })).questions).toHaveLength(2);
    await answer(questionId, { quote: "The keystone was set at noon." });
    const seen = await getClaim.run(reader, { claimId: claim.id });
    expect([seen.questions.length, seen.evidence.map((each) => each.questionId), seen.questions[0]?.can.edit]).toEqual([2, [questionId], false]);
  });
});
