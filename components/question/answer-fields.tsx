"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { SavedArea, SavedSelect } from "@/components/draft/saved-inputs";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { ANSWER_TYPE_NAMES, ANSWER_TYPES, type AnswerType } from "@/lib/domain/question";
import type { QuestionView } from "@/lib/domain/views";
import type { SavedField } from "@/lib/ui/use-record-saver";

export type AnswerValues = { questionId: string | null; answerType: AnswerType; answerYes: boolean | null; answer: string };

const TYPE_OPTIONS = ANSWER_TYPES.map((value) => ({ value, label: ANSWER_TYPE_NAMES[value] }));
const YES_OR_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;
const yesOrNo = (value: boolean | null) => (value === null ? null : value ? "yes" : "no");

interface AnswerFieldsProps {
  questions: readonly QuestionView[];
  fields: { [K in keyof AnswerValues]: SavedField<AnswerValues[K]> };
}

/** Which question a piece of evidence answers, and how; nothing where none is asked. */
export function AnswerFields({ questions, fields }: AnswerFieldsProps) {
  const { questionId, answerType, answerYes, answer } = fields;
  const options = questions
    .filter(({ id, unanswerable }) => !unanswerable || id === questionId.value)
    .map(({ id, number, text }) => ({ value: id, label: `${number}. ${text}` }));
  if (options.length === 0) return null;
  const boolean = answerType.value === "boolean";
  return (
    <div className="grid gap-4">
      <SavedSelect label="Question that it answers" field={questionId} options={options} emptyLabel="None" />
      {questionId.value !== null && (
        <>
          <div className="grid gap-2">
            <Field
              label="How does it answer?"
              hint={answerType.value === "extractive" ? "The verbatim quote is the answer." : undefined}
              error={answerType.error}
            >
              <Segmented label="Kind of answer" options={TYPE_OPTIONS} value={answerType.value} onChange={answerType.onChange} />
            </Field>
            <FieldNotes label="Kind of answer" field={answerType} show={(value) => ANSWER_TYPE_NAMES[value]} />
          </div>
          {boolean && (
            <div className="grid gap-2">
              <Field label="Answer" error={answerYes.error}>
                <Segmented label="Answer" options={YES_OR_NO} value={yesOrNo(answerYes.value)} onChange={(value) => answerYes.onChange(value === "yes")} />
              </Field>
              <FieldNotes label="Answer" field={answerYes} show={(value) => yesOrNo(value) ?? "neither"} />
            </div>
          )}
          {answerType.value !== "extractive" && <SavedArea label={boolean ? "Why" : "Answer in our words"} field={answer} rows={2} />}
        </>
      )}
    </div>
  );
}
