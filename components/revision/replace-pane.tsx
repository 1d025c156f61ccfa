"use client";

import { FormNote } from "@/components/draft/form-note";
import { ImportPreviewPane } from "@/components/document/import-preview";
import { NO_SOURCE, type ImportSourceBody, type SourceValues } from "@/components/document/new-document";
import { SourceInput } from "@/components/document/source-input";
import { useBroughtText } from "@/components/document/use-brought-text";
import { Button } from "@/components/ui/button";
import { useShortcuts } from "@/components/ui/keyboard";
import { cx } from "@/components/ui/cx";
import { never, useRecordSaver } from "@/lib/ui/use-record-saver";
import { useEffect, useState, type ReactNode } from "react";
import { PageFoot } from "./page-foot";

interface ReplacePaneProps {
  documentId: string;
  personId: string;
  /** BCP 47, of the document. */
  language: string;
  maxFileBytes: number;
  onReview: (source: ImportSourceBody) => void;
  /** Counts up when the text was saved: then what stands here has done its work. */
  saved: number;
  /** While the text is looked over: the chosen file stays here. */
  hidden: boolean;
  head: ReactNode;
}

const BLANK = { version: null, fields: NO_SOURCE };
/** It is the page that sends the source: this form only keeps it. */
const keepOnly = async () => BLANK;

/** Another text instead of this one, pasted or as a file; read as when a document is brought in. */
export function ReplacePane({ documentId, personId, language, maxFileBytes, onReview, saved, hidden, head }: ReplacePaneProps) {
  const form = useRecordSaver<SourceValues>({
    personId,
    record: `replacement:${documentId}`,
    snapshot: BLANK,
    autosaves: never,
    save: keepOnly,
  });
  const { source, error, dropping, clear, input, pane } = useBroughtText(form, maxFileBytes);
  const [missing, setMissing] = useState(false);
  const { discard } = form;
  useEffect(() => {
    if (saved > 0) discard();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when the text was saved
  }, [saved]);

  function review() {
    setMissing(source === null);
    if (source !== null) onReview(source);
  }
  function discardAll() {
    clear();
    discard();
    setMissing(false);
  }
  useShortcuts({ "mod+enter": { run: review, inFields: true } }, { enabled: !hidden });

  if (hidden) return null;
  return (
    <>
      <main id="main" className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 sm:px-6">
          {head}
          <div
            className={cx(
              "grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]",
              dropping && "rounded outline-2 outline-offset-8 outline-accent outline-dashed",
            )}
          >
            <section aria-labelledby="source-heading" className="grid gap-3">
              <h2 id="source-heading" className="font-text text-lg/6 font-semibold">
                The new text
              </h2>
              <SourceInput {...input} error={error ?? (missing && source === null ? "Paste a text, or choose a file." : undefined)} />
              {form.restored.length > 0 && <p className="text-xs text-ink-2">What you had begun is back.</p>}
            </section>
            <div className="grid lg:max-h-[max(20rem,calc(100dvh-21rem-var(--banner)))]">
              <ImportPreviewPane {...pane} language={language} />
            </div>
          </div>
        </div>
      </main>
      <PageFoot
        note={<FormNote status={form.status} failure={null} unsent="Kept on this device until it is saved." />}
        actions={
          <>
            {form.dirty && (
              <Button variant="ghost" onClick={discardAll}>
                Discard
              </Button>
            )}
            <Button variant="primary" onClick={review}>
              See what will happen
            </Button>
          </>
        }
      />
    </>
  );
}
