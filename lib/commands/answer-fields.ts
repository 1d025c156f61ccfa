import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { invalidField } from "@/lib/domain/errors";
import { Id, prose } from "@/lib/domain/fields";
import { ANSWER_MAX, ANSWER_TYPES, type AnswerType } from "@/lib/domain/question";

/** Which question a piece of evidence answers, and how. What is said of the answer stays when the evidence is taken off its question. */
export const answerFields = {
  /** A question of the claim; null for none. */
  questionId: Id.nullable(),
  answerType: z.enum(ANSWER_TYPES),
  /** Of a boolean answer. */
  answerYes: z.boolean().nullable(),
  /** In the desk's own words: an abstractive answer, or why a boolean one is so. */
  answer: prose(ANSWER_MAX),
};

/** The words of the question that is to be answered; null for none. Throws `invalid` for one of another claim, in the trash, or marked as unanswerable. */
export async function questionToAnswer(tx: Tx, claimId: string, questionId: string | null): Promise<string | null> {
  if (questionId === null) return null;
  const question = await tx.question.findFirst({ where: { id: questionId, claimId, deletedAt: null }, select: { text: true, unanswerable: true } });
  if (!question) throw invalidField("questionId", "The claim has no such question. It may have been deleted meanwhile.");
  if (question.unanswerable) throw invalidField("questionId", "This question is marked as unanswerable. Take that back first.");
  return question.text;
}

/** Throws `invalid` for a yes or no that says neither. */
export function expectYesOrNo({ questionId, answerType, answerYes }: { questionId: string | null; answerType: AnswerType; answerYes: boolean | null }): void {
  if (questionId !== null && answerType === "boolean" && answerYes === null) throw invalidField("answerYes", "Choose yes or no.");
}
