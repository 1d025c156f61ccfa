"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea, SavedText } from "@/components/draft/saved-inputs";
import { submitsForm } from "@/components/evidence/submits-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { ClaimView, QuestionView } from "@/lib/domain/views";
import type { KeyboardEvent } from "react";
import { useNewQuestionForm, useQuestionForm } from "./use-question-forms";

interface AskFormProps {
  claimId: string;
  personId: string;
  apply: (claim: ClaimView) => void;
  onClose: () => void;
}

/** Asks a question about the claim. */
export function AskForm({ claimId, personId, apply, onClose }: AskFormProps) {
  const form = useNewQuestionForm(claimId, personId, apply);

  async function submit() {
    if (await form.submit()) onClose();
  }

  return (
    <div role="group" aria-label="New question" className="grid gap-3 rounded-[10px] border border-line px-3 py-3" onKeyDown={entered(() => void submit())}>
      <SavedText label="What must be found out?" field={form.field("text")} placeholder="One question that evidence can answer" required autoFocus />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Close</Button>
        <Button variant="primary" loading={form.status === "saving"} onClick={() => void submit()}>
          Ask
        </Button>
      </div>
    </div>
  );
}

interface EditQuestionFormProps {
  question: QuestionView;
  answered: boolean;
  personId: string;
  apply: (claim: ClaimView) => void;
  onClose: () => void;
}

/** Changes a question, or says that it cannot be answered, and why. */
export function EditQuestionForm({ question, answered, personId, apply, onClose }: EditQuestionFormProps) {
  const form = useQuestionForm(question, personId, apply);
  const unanswerable = form.field("unanswerable");

  async function submit() {
    if (await form.submit()) onClose();
  }

  return (
    <div
      role="group"
      aria-label={`Question ${question.number}`}
      className="grid gap-3 rounded-[10px] border border-line px-3 py-3"
      onKeyDown={entered(() => void submit())}
    >
      <SavedText label="Question" field={form.field("text")} required autoFocus />
      <div className="grid gap-2">
        <Checkbox
          label="No answer can be found"
          hint={answered && !unanswerable.value ? "Evidence answers it. Take that off the question first." : "Being unanswerable is an answer, too."}
          disabled={answered && !unanswerable.value}
          checked={unanswerable.value}
          onChange={(event) => unanswerable.onChange(event.target.checked)}
        />
        {unanswerable.error && <p className="text-xs font-medium text-danger">{unanswerable.error}</p>}
        <FieldNotes label="No answer can be found" field={unanswerable} show={(value) => (value ? "unanswerable" : "answerable")} />
      </div>
      <SavedArea label="Note" field={form.field("note")} rows={2} placeholder="For the desk: what was tried, and why it led nowhere" />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <div className="flex justify-end gap-2">
        {form.dirty && (
          <Button variant="ghost" onClick={form.discard}>
            Discard changes
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
        <Button variant="primary" loading={form.status === "saving"} onClick={() => void submit()}>
          Save
        </Button>
      </div>
    </div>
  );
}

/** Enter sends a line; where lines may be broken, it takes Ctrl or ⌘. */
function entered(submit: () => void) {
  const withKey = submitsForm(submit);
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== "text" || event.ctrlKey || event.metaKey) return withKey(event);
    event.preventDefault();
    submit();
  };
}
