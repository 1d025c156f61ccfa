export const ANSWER_TYPES = ["extractive", "abstractive", "boolean"] as const;
/** How evidence answers a question: by its quote, in the desk's own words, or with yes or no. That no answer was found is said of the question. */
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** How an answer type is called on the page. */
export const ANSWER_TYPE_NAMES: Record<AnswerType, string> = { extractive: "By its quote", abstractive: "In our words", boolean: "Yes or no" };

/** The longest question, and the longest answer in the desk's own words, in UTF-16 units. */
export const QUESTION_MAX = 500;
export const ANSWER_MAX = 2000;

/** What of a piece of evidence makes its answer. */
export interface AnswerFields {
  answerType: AnswerType;
  answerYes: boolean | null;
  answer: string;
  quote: string;
}

/** What the evidence answers: its quote, the desk's words, or "Yes" or "No"; empty while that is not written yet. */
export function answerWords({ answerType, answerYes, answer, quote }: AnswerFields): string {
  if (answerType === "boolean") return answerYes === null ? "" : answerYes ? "Yes" : "No";
  return (answerType === "extractive" ? quote : answer).trim();
}

/** Why the answer is yes or no; empty for answers that say it themselves. */
export function answerReason({ answerType, answer }: AnswerFields): string {
  return answerType === "boolean" ? answer.trim() : "";
}

/**
 * True when those may read a question who may see `shown` of the `all` pieces of evidence that answer it. One whose answers are all confidential is as
 * confidential as they are: what was asked tells who was asked.
 */
export function mayReadQuestion(all: number, shown: number): boolean {
  return all === 0 || shown > 0;
}
