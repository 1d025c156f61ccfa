"use client";

import { FormNote } from "@/components/draft/form-note";
import { AnswerFields } from "@/components/question/answer-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { ClaimView, SourceView } from "@/lib/domain/views";
import { useState } from "react";
import { EvidenceFields } from "./evidence-fields";
import { SourceFields } from "./source-fields";
import { SourcePicker } from "./source-picker";
import { submitsForm } from "./submits-form";
import { useNewEvidenceForm } from "./use-evidence-forms";

interface AddEvidenceDialogProps {
  claim: Pick<ClaimView, "id" | "statement" | "questions">;
  /** The question that it is to answer; null for none. */
  questionId: string | null;
  personId: string;
  apply: (claim: ClaimView) => void;
  onClose: () => void;
}

/** Adds a source's word on the claim. Closing keeps what is typed for the next time. */
export function AddEvidenceDialog({ claim, questionId, personId, apply, onClose }: AddEvidenceDialogProps) {
  const [twin, setTwin] = useState<SourceView | null>(null);
  const [missing, setMissing] = useState(false);
  const form = useNewEvidenceForm({ claimId: claim.id, questionId, personId, apply, onDuplicate: setTwin });
  const [sourceId, sourceTitle, describing] = [form.field("sourceId"), form.field("sourceTitle"), form.field("describing")];

  function pick(source: Pick<SourceView, "id" | "title">) {
    sourceId.onChange(source.id);
    sourceTitle.onChange(source.title);
    describing.onChange(false);
    setTwin(null);
    setMissing(false);
  }

  function describe(begun: { title: string; url: string }) {
    describing.onChange(true);
    form.field("source.title").onChange(begun.title);
    form.field("source.url").onChange(begun.url);
    setMissing(false);
  }

  function chooseAgain() {
    sourceId.onChange(null);
    describing.onChange(false);
    setTwin(null);
  }

  async function submit() {
    if (!sourceId.value && !describing.value) return setMissing(true);
    setTwin(null);
    if (await form.submit()) onClose();
  }

  const footer = (
    <>
      <span className="me-auto">
        <FormNote status={form.status} failure={null} unsent="Kept on this device until it is added." />
      </span>
      {form.dirty && (
        <Button variant="ghost" onClick={form.discard}>
          Start over
        </Button>
      )}
      <Button variant="primary" loading={form.status === "saving"} onClick={() => void submit()}>
        Add evidence <Kbd keys="mod+enter" plain />
      </Button>
    </>
  );

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Add evidence" description={<span dir="auto">{claim.statement}</span>} footer={footer}>
      <div className="grid gap-5" onKeyDown={submitsForm(() => void submit())}>
        {form.restored.length > 0 && <p className="text-xs text-ink-2">What you had typed is back.</p>}
        {describing.value ? (
          <section aria-label="New source" className="grid gap-3 rounded border border-line p-3">
            <SourceHeading title="New source" onChange={chooseAgain} />
            <SourceFields
              fields={{
                title: form.field("source.title"),
                publisher: form.field("source.publisher"),
                author: form.field("source.author"),
                publishedOn: form.field("source.publishedOn"),
                url: form.field("source.url"),
                type: form.field("source.type"),
                primary: form.field("source.primary"),
                confidential: form.field("source.confidential"),
              }}
            />
          </section>
        ) : sourceId.value ? (
          <section aria-label="Source" className="rounded border border-line p-3">
            <SourceHeading title={sourceTitle.value} onChange={chooseAgain} />
          </section>
        ) : (
          <SourcePicker onPick={pick} onCreate={describe} error={sourceId.error ?? (missing ? "Choose a source, or name a new one." : undefined)} />
        )}
        {twin && (
          <div role="alert" className="tone-half flex flex-wrap items-center gap-2 rounded border border-tone bg-tone-wash p-3 text-sm">
            <span className="min-w-0 flex-1">
              Already in the library: <bdi className="font-medium">{twin.title}</bdi>
            </span>
            <Button size="sm" onClick={() => pick(twin)}>
              Use it
            </Button>
          </div>
        )}
        {form.failure && !twin && <FormNote status={form.status} failure={form.failure} unsent="" />}
        <AnswerFields
          questions={claim.questions}
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
      </div>
    </Dialog>
  );
}

function SourceHeading({ title, onChange }: { title: string; onChange: () => void }) {
  return (
    <div className="flex items-center justify-between gap-2">
      <h3 dir="auto" className="min-w-0 font-semibold wrap-anywhere">
        {title}
      </h3>
      <Button size="sm" variant="ghost" onClick={onChange}>
        Choose another
      </Button>
    </div>
  );
}
