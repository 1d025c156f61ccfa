"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { FormNote } from "@/components/draft/form-note";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { TextMeta } from "@/lib/domain/text";
import type { ScaleView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { draftHere } from "@/lib/ui/standing";
import { never, useRecordSaver } from "@/lib/ui/use-record-saver";
import { BundlePane } from "./bundle-pane";
import { ImportPreviewPane } from "./import-preview";
import { BLANK, factsOf, type ImportSourceBody } from "./new-document";
import { NewDocumentDetails } from "./new-document-details";
import { SourceInput } from "./source-input";
import { useBroughtText } from "./use-brought-text";
import { useBundle } from "./use-bundle";
import { useSlow } from "./use-slow";

const BLANK_SNAPSHOT = { version: null, fields: BLANK };
const NOTHING_FOUND: TextMeta = {};

interface NewDocumentFormProps {
  scales: readonly ScaleView[];
  maxFileBytes: number;
}

/** Brings a text in: the source, how it will be read, and what is known of it. What is written stays on this device until it is kept. */
export function NewDocumentForm({ scales, maxFileBytes }: NewDocumentFormProps) {
  const router = useRouter();
  const { person } = useDesk();
  const [opening, setOpening] = useState(false);
  const [missing, setMissing] = useState(false);
  const [askingToClear, setAskingToClear] = useState(false);
  /** What belongs to the request and is no field of the form. */
  const rest = useRef<{ source: ImportSourceBody | null; found: TextMeta; claims: boolean }>({ source: null, found: NOTHING_FOUND, claims: false });

  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      const { source, found, claims } = rest.current;
      const { id } = await api.post<{ id: string }>("/documents", { source, claims, ...factsOf({ ...BLANK, ...values }, found) }, { idempotencyKey });
      setOpening(true);
      router.push(`/documents/${id}`);
      return BLANK_SNAPSHOT;
    },
    [router],
  );
  const form = useRecordSaver({ personId: person.id, record: draftHere("new-document"), snapshot: BLANK_SNAPSHOT, autosaves: never, acts: true, save });
  const { values } = form;
  const brought = useBroughtText(form, maxFileBytes, { bundles: true });
  const { source, preview } = brought;
  const bundle = useBundle(brought.input.file, (id) => {
    setOpening(true);
    form.discard();
    router.push(`/documents/${id}`);
  });
  const found = preview?.meta ?? NOTHING_FOUND;
  useEffect(() => {
    rest.current = { source, found, claims: (preview?.claims ?? 0) > 0 };
  });

  const saving = form.status === "saving" || bundle.bringing;
  const slow = useSlow(saving || opening);

  async function submit() {
    if (saving || opening) return;
    if (bundle.file) {
      if (bundle.preview) await bundle.bringIn();
      return;
    }
    setMissing(source === null);
    if (source !== null) await form.submit();
    // Once the errors are on the page.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#main [aria-invalid="true"]')?.focus());
  }
  useShortcuts({ "mod+enter": { run: () => void submit(), inFields: true } });

  function clear() {
    brought.clear();
    form.discard();
    setMissing(false);
  }

  const sourceError = brought.error ?? (missing && source === null ? "Paste a text, or choose a file." : undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="grid gap-6"
    >
      <PageHeader
        title="Bring in a text"
        description="Paste it or choose a file. Check how it is read, correct what is known of it, and begin to mark its claims."
      />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="grid gap-8">
          <section
            aria-labelledby="source-heading"
            className={cx("grid gap-3 rounded", brought.dropping && "outline-2 outline-offset-8 outline-accent outline-dashed")}
          >
            <h2 id="source-heading" className="font-text text-lg/6 font-semibold">
              The text
            </h2>
            <SourceInput {...brought.input} error={sourceError} bundles />
            {form.restored.length > 0 && <p className="text-xs text-ink-2">What you had begun is back.</p>}
          </section>
          {bundle.file ? (
            <p className="max-w-prose text-sm text-pretty text-ink-2">
              A bundle brings its facts along: title, language, scale, and how its claims come to a verdict. They can be changed once it is here.
            </p>
          ) : (
            <section aria-labelledby="details-heading" className="grid gap-3">
              <h2 id="details-heading" className="font-text text-lg/6 font-semibold">
                What is known of it
              </h2>
              <NewDocumentDetails form={form} found={found} scales={scales} />
            </section>
          )}
        </div>
        <div className="grid lg:sticky lg:top-19 lg:max-h-[max(20rem,calc(100dvh-16.5rem-var(--banner)))]">
          {bundle.file ? (
            <BundlePane preview={bundle.preview} error={bundle.error} reading={bundle.reading} onRetry={bundle.retry} />
          ) : (
            <ImportPreviewPane {...brought.pane} claimsComeAlong language={values.language ?? found.language ?? "en"} />
          )}
        </div>
      </div>
      <footer className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 sm:-mx-6 sm:px-6">
        <div className="-mb-1 h-1">{slow && <ProgressBar label="Bringing in the text" value={null} className="h-1! rounded-none" />}</div>
        <div className="flex items-center justify-end gap-2 py-3">
          <div className="me-auto min-w-0 flex-1">
            <FormNote
              status={opening || bundle.bringing ? "saving" : form.status}
              failure={bundle.failure ?? form.failure}
              unsent={bundle.file ? "" : "Kept on this device until it is brought in."}
            />
          </div>
          {form.dirty && !opening && (
            <Button variant="ghost" onClick={() => setAskingToClear(true)}>
              Start over
            </Button>
          )}
          <Button type="submit" variant="primary" loading={saving || opening} disabled={bundle.file !== null && !bundle.preview}>
            Bring in <Kbd keys="mod+enter" plain />
          </Button>
        </div>
      </footer>
      <AlertDialog
        open={askingToClear}
        onOpenChange={setAskingToClear}
        title="Start over?"
        description="The text and everything that you wrote about it leave this page. This cannot be undone."
        confirmLabel="Start over"
        danger
        onConfirm={clear}
      />
    </form>
  );
}
