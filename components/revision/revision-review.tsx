"use client";

import { ArrowLeft, CircleAlert } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Skeleton } from "@/components/ui/skeleton";
import { TextInput } from "@/components/ui/text-input";
import { NOTE_MAX, type RevisionPreviewView } from "@/lib/domain/revision";
import { countOf } from "@/lib/ui/format";
import { AffectedClaims } from "./affected-claims";
import { changedPassages } from "./changed-passages";
import { OutcomeLine } from "./outcome-line";
import { PassageList } from "./passage-list";
import { doubtful } from "./outcome-words";
import type { TextOfRevision } from "./use-correction";
import type { RevisionRequest } from "./use-revision-request";

interface RevisionReviewProps {
  base: TextOfRevision;
  request: RevisionRequest;
  note: string;
  onNote: (note: string) => void;
  onBack: () => void;
}

/** What saving would do to the text and to the claims in it, before it is done. */
export function RevisionReview({ base, request, note, onNote, onBack }: RevisionReviewProps) {
  const { preview, error, save, retry } = request;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShortcuts({ "mod+enter": { run: () => preview && save(), inFields: true }, escape: onBack });
  const [opened] = useState(base);

  return (
    <>
      <main id="main" className="min-h-0 flex-1 overflow-y-auto">
        <section aria-labelledby="review-heading" className="mx-auto grid w-full max-w-3xl gap-6 px-4 pt-8 pb-10 sm:px-6">
          <header className="grid gap-1">
            <Button
              variant="ghost"
              size="sm"
              className="-ms-2.5 justify-self-start"
              icon={<ArrowLeft aria-hidden size={14} className="rtl:-scale-x-100" />}
              onClick={onBack}
            >
              Back to the text
            </Button>
            <h1 ref={heading} id="review-heading" tabIndex={-1} className="font-text text-2xl/8 font-semibold tracking-[-0.01em] outline-none">
              What will happen
            </h1>
          </header>
          {error ? (
            <ErrorState
              title={error.temporary ? "What would happen could not be found out now" : "This cannot be saved"}
              {...(error.temporary ? { onRetry: retry } : {})}
              reference={error.requestId ?? undefined}
            >
              {error.message} Nothing that you wrote is lost.
            </ErrorState>
          ) : preview ? (
            <ReviewBody base={opened} preview={preview} />
          ) : (
            <ReviewSkeleton />
          )}
        </section>
      </main>
      {preview && !error && <SaveBar number={base.number + 1} note={note} onNote={onNote} request={request} />}
    </>
  );
}

function SaveBar({ number, note, onNote, request: { saving, failure, save } }: { number: number } & Pick<RevisionReviewProps, "note" | "onNote" | "request">) {
  const left = NOTE_MAX - note.length;
  return (
    <footer className="border-t border-line bg-paper px-4 py-2.5 sm:px-6">
      <div className="mx-auto flex max-w-3xl flex-wrap items-end justify-end gap-3 sm:px-6">
        <Field label="Why the text changed" aside={left < 40 ? `${String(left)} characters left` : "optional"} className="min-w-60 flex-1">
          <TextInput value={note} maxLength={NOTE_MAX} placeholder="A mishearing in the third minute" onChange={(event) => onNote(event.target.value)} />
        </Field>
        <Button variant="primary" loading={saving} onClick={save}>
          Save revision {number} <Kbd keys="mod+enter" plain />
        </Button>
        <div aria-live="polite" className="basis-full empty:hidden">
          {failure && <p className="text-xs font-medium text-warn">{failure} What you wrote is kept.</p>}
        </div>
      </div>
    </footer>
  );
}

function ReviewBody({ base, preview }: { base: TextOfRevision; preview: RevisionPreviewView }) {
  const { text, blocks, changes, wordsAdded, wordsRemoved, warnings, outcome, affected } = preview;
  const { passages, skippedAtEnd } = useMemo(() => changedPassages(base, { text, blocks }, changes), [base, text, blocks, changes]);
  const doubts = doubtful(outcome);
  return (
    <>
      <section aria-labelledby="outcome-heading" className="grid gap-3">
        <h2 id="outcome-heading" className="eyebrow">
          Claims
        </h2>
        <OutcomeLine outcome={outcome} />
        {doubts > 0 && <p className="max-w-prose text-sm text-ink-2">{doubtSentence(doubts)}</p>}
        {affected.length > 0 && <AffectedClaims claims={affected} />}
      </section>
      <section aria-labelledby="changes-heading" className="grid gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="changes-heading" className="eyebrow">
            Text
          </h2>
          <p className="text-xs text-ink-2 tabular-nums">
            {countOf(wordsAdded, "word")} added, {countOf(wordsRemoved, "word")} removed
          </p>
        </div>
        {warnings.map((warning) => (
          <p key={warning} className="flex items-start gap-2 text-xs text-warn">
            <CircleAlert aria-hidden size={14} className="mt-px shrink-0" /> {warning}
          </p>
        ))}
        <PassageList passages={passages} skippedAtEnd={skippedAtEnd} />
      </section>
    </>
  );
}

function doubtSentence(doubts: number): string {
  const which = doubts === 1 ? "One claim" : `${String(doubts)} claims`;
  return `${which} will wait under “Needs a look”, with places in the text to choose from, and cannot be approved or published until then.`;
}

function ReviewSkeleton() {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">The claims are looked up in the new text.</span>
      <ProgressBar label="Looking the claims up in the new text" value={null} className="h-1!" />
      <Skeleton className="h-6 w-72" />
      <Skeleton className="h-24 rounded-[10px]" />
      <Skeleton className="h-40 rounded-[10px]" />
    </div>
  );
}
