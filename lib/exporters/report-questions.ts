import { answerReason, answerWords, mayReadQuestion, type AnswerType } from "@/lib/domain/question";
import type { EvidenceView, QuestionView } from "@/lib/domain/views";
import { cleanField } from "./clean";
import type { Audience, ReportClaim, ReportEvidence } from "./report-claim";

/** A question as its audience may see it. */
export interface ReportQuestion {
  id: string;
  text: string;
  /** True when no answer could be found, and none is shown. */
  unanswerable: boolean;
  /** The desk's note; empty in a reader's report. */
  note: string;
}

/** What a piece of evidence answers. */
export interface ReportAnswer {
  questionId: string;
  type: AnswerType;
  /** The quote, the desk's words, or "Yes" or "No"; empty while that is not written yet. */
  words: string;
  /** Why it is yes or no; else empty. */
  reason: string;
}

type Answering = Pick<EvidenceView, "questionId" | "answerType" | "answerYes" | "answer" | "quote">;
export type ReportSourceQuestion = Pick<QuestionView, "id" | "text" | "unanswerable" | "note">;

/**
 * The questions that may be shown, in the order of asking. One whose answers are all confidential stays at the desk with them; readers get those that are
 * answered, and those that cannot be.
 */
export function reportQuestions(
  { questions, evidence }: { questions: readonly ReportSourceQuestion[]; evidence: readonly Answering[] },
  shown: readonly Answering[],
  audience: Audience,
): ReportQuestion[] {
  return questions.flatMap(({ id, text, unanswerable, note }): ReportQuestion[] => {
    const [all, answers] = [evidence, shown].map((list) => list.filter(({ questionId }) => questionId === id).length);
    if (!mayReadQuestion(all ?? 0, answers ?? 0) || (audience === "reader" && !answers && !unanswerable)) return [];
    return [{ id, text: cleanField(text), unanswerable: unanswerable && !answers, note: audience === "desk" ? cleanField(note) : "" }];
  });
}

/** What the evidence answers; null when it answers no question that the report shows. */
export function reportAnswer(evidence: Answering, questions: readonly ReportQuestion[]): ReportAnswer | null {
  const { questionId, answerType } = evidence;
  if (questionId === null || !questions.some(({ id }) => id === questionId)) return null;
  return { questionId, type: answerType, words: cleanField(answerWords(evidence)), reason: cleanField(answerReason(evidence)) };
}

/** The questions of a claim, each with the evidence that answers it, and the evidence that answers none. */
export function answeredQuestions({ questions, evidence }: Pick<ReportClaim, "questions" | "evidence">) {
  return {
    asked: questions.map((question) => ({ question, answers: evidence.filter(({ answer }) => answer?.questionId === question.id) })),
    others: evidence.filter(({ answer }) => answer === null),
  };
}

/** What stands at a question without evidence. */
export function unansweredSentence({ unanswerable }: ReportQuestion): string {
  return unanswerable ? "No answer could be found." : "Not answered yet.";
}

/** The answer as one sentence, where it is not the quote itself: "Yes. The file names the day." */
export function answerSentence({ answer }: Pick<ReportEvidence, "answer">): string {
  if (answer === null || answer.type === "extractive" || answer.words === "") return "";
  return answer.reason === "" ? answer.words : `${answer.words}. ${answer.reason}`;
}
