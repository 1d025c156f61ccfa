"use client";

import { toast } from "@/components/ui/toast";
import { NoteContext } from "@/components/workbench/undo-note";
import { unlessRefused } from "@/components/workbench/unless-refused";
import type { ClaimView, EvidenceView, QuestionView } from "@/lib/domain/views";
import { apiErrorOf } from "@/lib/ui/api";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { use, useState, type ReactNode } from "react";
import { AskForm, EditQuestionForm } from "./question-forms";
import { QuestionItem } from "./question-item";

interface QuestionSectionProps {
  claim: ClaimView;
  personId: string;
  apply: (claim: ClaimView) => void;
  refresh: () => void;
  asking: boolean;
  onAsked: () => void;
  /** Answers the question with a new piece of evidence. */
  onAnswer: (questionId: string) => void;
  /** Shows these pieces of evidence. */
  cards: (evidence: readonly EvidenceView[]) => ReactNode;
}

/** What was asked about a claim, with the evidence that answers it. */
export function QuestionSection({ claim, personId, apply, refresh, asking, onAsked, onAnswer, cards }: QuestionSectionProps) {
  const { outbox } = useSaveRegistry();
  const note = use(NoteContext);
  const [editing, setEditing] = useState<string | null>(null);
  const about = `Questions of claim ${claim.number}`;
  if (claim.questions.length === 0 && !asking) return null;

  async function remove({ id }: QuestionView) {
    const drop = async () => apply(await outbox.queued<ClaimView>({ method: "DELETE", path: `/questions/${id}`, about }));
    const bringBack = async () => apply(await outbox.queued<ClaimView>({ method: "POST", path: `/questions/${id}/restore`, body: {}, about }));
    try {
      await drop();
      note("Question deleted. Its evidence stays.", {
        undone: "The question is back.",
        redone: "The question is deleted again.",
        undo: () => unlessRefused(bringBack),
        redo: () => unlessRefused(drop),
      });
    } catch (error) {
      toast.error("The question could not be deleted.", apiErrorOf(error).message);
      refresh();
    }
  }

  async function giveUp({ id, version }: QuestionView) {
    let latest = version;
    const mark = async (unanswerable: boolean) => {
      const changed = await outbox.queued<ClaimView>({ method: "PATCH", path: `/questions/${id}`, body: { version: latest, unanswerable }, about });
      latest = changed.questions.find((each) => each.id === id)?.version ?? latest;
      apply(changed);
    };
    try {
      await mark(true);
      note("Marked as unanswerable. Say why in its note.", {
        undone: "The question is open again.",
        redone: "The question is unanswerable again.",
        undo: () => unlessRefused(() => mark(false)),
        redo: () => unlessRefused(() => mark(true)),
      });
      setEditing(id);
    } catch (error) {
      toast.error("That could not be noted.", apiErrorOf(error).message);
      refresh();
    }
  }

  return (
    <section aria-label="Questions" className="grid gap-2">
      <h3 className="eyebrow">Questions</h3>
      {claim.questions.length > 0 && (
        <ol className="grid gap-4">
          {claim.questions.map((question) => {
            const answers = claim.evidence.filter(({ questionId }) => questionId === question.id);
            const close = () => setEditing(null);
            return editing === question.id ? (
              <li key={question.id} className="grid gap-2">
                <EditQuestionForm question={question} answered={answers.length > 0} personId={personId} apply={apply} onClose={close} />
                {answers.length > 0 && cards(answers)}
              </li>
            ) : (
              <QuestionItem
                key={question.id}
                question={question}
                onAnswer={() => onAnswer(question.id)}
                onEdit={() => setEditing(question.id)}
                onUnanswerable={() => void giveUp(question)}
                onDelete={() => void remove(question)}
                answers={answers.length > 0 ? cards(answers) : null}
              />
            );
          })}
        </ol>
      )}
      {asking && <AskForm claimId={claim.id} personId={personId} apply={apply} onClose={onAsked} />}
    </section>
  );
}
