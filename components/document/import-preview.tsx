"use client";

import { CircleAlert, ScanText } from "lucide-react";
import { useState } from "react";
import { TextBlocks } from "@/components/reader/text-blocks";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SkeletonText } from "@/components/ui/skeleton";
import { directionOf } from "@/lib/domain/text";
import type { ApiError } from "@/lib/ui/api";
import { countOf, formatNumber } from "@/lib/ui/format";
import type { ImportPreview } from "./new-document";
import { useSlow } from "./use-slow";
import "@/components/reader/reader.css";

/** Blocks that are shown at once; a book has thousands, and nobody proofreads them here. */
const SHOWN_BLOCKS = 150;
const NO_LAYERS = [] as const;

interface ImportPreviewPaneProps {
  preview: ImportPreview | null;
  /** BCP 47; as written in the details. */
  language: string;
  reading: boolean;
  error: ApiError | null;
  onRetry: () => void;
  speakers: boolean;
  onSpeakers: (on: boolean) => void;
  keepBoilerplate: boolean;
  onKeepBoilerplate: (on: boolean) => void;
  /** Whether claims that the source marks are brought in with it. */
  claimsComeAlong?: boolean;
}

/** The text as it will be read, and what can be read otherwise. */
export function ImportPreviewPane(props: ImportPreviewPaneProps) {
  const { preview, reading, error, onRetry } = props;
  const slow = useSlow(reading);
  return (
    <section aria-label="Preview" aria-busy={reading} className="flex min-h-0 flex-col overflow-hidden rounded-[10px] border border-line bg-surface">
      <header className="flex min-h-11 items-center justify-between gap-3 border-b border-line px-4">
        <h2 className="eyebrow">Preview</h2>
        <p role="status" className="text-xs text-ink-3 tabular-nums">
          {error ? "" : preview ? `${countOf(preview.wordCount, "word")} in ${countOf(preview.blocks.length, "paragraph")}` : reading ? "Reading…" : ""}
        </p>
      </header>
      <div className="-mb-1 h-1">{slow && <ProgressBar label="Reading the text" value={null} className="h-1! rounded-none" />}</div>
      {error ? (
        <ErrorState title={error.temporary ? "The text could not be read now" : "This cannot be brought in"} {...(error.temporary ? { onRetry } : {})}>
          {error.message} Nothing that you wrote is lost.
        </ErrorState>
      ) : preview ? (
        <PreviewBody key={preview.text.length} {...props} preview={preview} />
      ) : reading ? (
        <SkeletonText lines={7} className="p-6" />
      ) : (
        <EmptyState title="Nothing to preview yet" icon={<ScanText size={18} />} className="py-16">
          Paste a text or choose a file, and see here how it will be read.
        </EmptyState>
      )}
    </section>
  );
}

function PreviewBody({ preview, language, reading, ...options }: ImportPreviewPaneProps & { preview: ImportPreview }) {
  const [whole, setWhole] = useState(false);
  const blocks = whole ? preview.blocks : preview.blocks.slice(0, SHOWN_BLOCKS);
  const rest = preview.blocks.length - blocks.length;
  return (
    <>
      <div className="grid gap-3 border-b border-line px-4 py-3">
        {preview.warnings.map((warning) => (
          <p key={warning} className="flex items-start gap-2 text-xs text-warn">
            <CircleAlert aria-hidden size={14} className="mt-px shrink-0" /> {warning}
          </p>
        ))}
        {options.claimsComeAlong === true && preview.claims !== undefined && preview.claims > 0 && (
          <p className="text-xs text-ink-2">
            The {countOf(preview.claims, "claim")} in it {preview.claims === 1 ? "comes" : "come"} along; labels become notes, and judge nothing here.
          </p>
        )}
        <Checkbox
          label="Read “NAME:” lines as speakers"
          hint={
            preview.suggestsSpeakers && !options.speakers ? "This looks like a transcript: try it." : "Names and times then stand beside the text, not in it."
          }
          checked={options.speakers}
          onChange={(event) => options.onSpeakers(event.target.checked)}
        />
        {(preview.leftOutWords > 0 || options.keepBoilerplate) && (
          <Checkbox
            label={options.keepBoilerplate ? "Bring back what was left out" : `Bring back what was left out (${countOf(preview.leftOutWords, "word")})`}
            hint="Menus, notices and links around the article."
            checked={options.keepBoilerplate}
            onChange={(event) => options.onKeepBoilerplate(event.target.checked)}
          />
        )}
      </div>
      <div
        role="group"
        tabIndex={0}
        aria-label="The text as it will be read"
        className={cx(
          "min-h-0 flex-1 overflow-y-auto px-6 py-5 transition-opacity focus-visible:-outline-offset-2 max-lg:max-h-[70dvh]",
          reading && "opacity-60",
        )}
      >
        <div lang={language} dir={directionOf(language)} className="reader-surface mx-auto max-w-[38rem] font-text [--reader-gutter:0px]">
          <TextBlocks text={preview.text} blocks={blocks} layers={NO_LAYERS} />
        </div>
        {rest > 0 && (
          <div className="mt-4 flex justify-center">
            <Button size="sm" onClick={() => setWhole(true)}>
              Show the other {formatNumber(rest)} paragraphs
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
