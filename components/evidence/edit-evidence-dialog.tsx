"use client";

import { FormNote } from "@/components/draft/form-note";
import { AnswerFields } from "@/components/question/answer-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { ClaimView, EvidenceView, QuestionView } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";
import { EvidenceFields } from "./evidence-fields";
import { SourceFields } from "./source-fields";
import { submitsForm } from "./submits-form";
import { useEvidenceForm, useSourceForm } from "./use-evidence-forms";

interface EditEvidenceDialogProps {
  evidence: EvidenceView;
  /** Those of its claim. */
  questions: readonly QuestionView[];
  personId: string;
  apply: (claim: ClaimView) => void;
  /** Reads the claim again: a source changed, which the claim shows. */
  refresh: () => void;
  onClose: () => void;
}

/** Changes a piece of evidence, and its source in the library. */
export function EditEvidenceDialog({ evidence, questions, personId, apply, refresh, onClose }: EditEvidenceDialogProps) {
  const { source } = evidence;
  const form = useEvidenceForm(evidence, personId, apply);
  const sourceForm = useSourceForm(source, personId);
  const dirty = form.dirty || sourceForm.dirty;

  async function submit() {
    const changedSource = sourceForm.dirty;
    const sourceSaved = await sourceForm.submit();
    if (changedSource && sourceSaved) refresh();
    if ((await form.submit()) && sourceSaved) onClose();
  }

  function discard() {
    form.discard();
    sourceForm.discard();
  }

  const footer = (
    <>
      <span className="me-auto">
        <FormNote status={dirty ? "unsaved" : "saved"} failure={null} unsent="Kept on this device until it is saved." />
      </span>
      {dirty && (
        <Button variant="ghost" onClick={discard}>
          Discard changes
        </Button>
      )}
      <Button variant="primary" loading={form.status === "saving" || sourceForm.status === "saving"} onClick={() => void submit()}>
        Save <Kbd keys="mod+enter" plain />
      </Button>
    </>
  );

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Edit evidence" description={<span dir="auto">{source.title}</span>} footer={footer}>
      <div className="grid gap-5" onKeyDown={submitsForm(() => void submit())}>
        {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
        <AnswerFields
          questions={questions}
          fields={{
            questionId: form.field("questionId"),
            answerType: form.field("answerType"),
            answerYes: form.field("answerYes"),
            answer: form.field("answer"),
          }}
        />
        <EvidenceFields
          fields={{
            stance: form.field("stance"),
            quote: form.field("quote"),
            locator: form.field("locator"),
            accessedOn: form.field("accessedOn"),
            archiveUrl: form.field("archiveUrl"),
            archivedOn: form.field("archivedOn"),
            note: form.field("note"),
            confidential: form.field("confidential"),
          }}
        />
        {source.can.edit && (
          <details className="rounded border border-line" open={sourceForm.dirty || undefined}>
            <summary className="rounded px-3 py-2 text-sm font-medium">
              Source in the library <span className="font-normal text-ink-3">· {countOf(source.usageCount, "use")}</span>
            </summary>
            <div className="grid gap-3 border-t border-line p-3">
              {source.usageCount > 1 && <p className="text-xs text-ink-2">A change here shows wherever this source is used.</p>}
              {sourceForm.failure && <FormNote status={sourceForm.status} failure={sourceForm.failure} unsent="" />}
              <SourceFields
                fields={{
                  title: sourceForm.field("title"),
                  publisher: sourceForm.field("publisher"),
                  author: sourceForm.field("author"),
                  publishedOn: sourceForm.field("publishedOn"),
                  url: sourceForm.field("url"),
                  type: sourceForm.field("type"),
                  primary: sourceForm.field("primary"),
                  confidential: sourceForm.field("confidential"),
                }}
              />
            </div>
          </details>
        )}
      </div>
    </Dialog>
  );
}
