"use client";

import { ErrorState } from "@/components/ui/error-state";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SkeletonText } from "@/components/ui/skeleton";
import type { BundlePreview } from "@/lib/domain/bundle-preview";
import type { ApiError } from "@/lib/ui/api";
import { countOf, formatDate } from "@/lib/ui/format";
import { useSlow } from "./use-slow";

interface BundlePaneProps {
  preview: BundlePreview | null;
  error: ApiError | null;
  reading: boolean;
  onRetry: () => void;
}

/** What a bundle would make here, before it is brought in. */
export function BundlePane({ preview, error, reading, onRetry }: BundlePaneProps) {
  const slow = useSlow(reading);
  return (
    <section aria-label="What would be made" aria-busy={reading} className="flex min-h-0 flex-col overflow-hidden rounded-[10px] border border-line bg-surface">
      <header className="flex min-h-11 items-center justify-between gap-3 border-b border-line px-4">
        <h2 className="eyebrow">What would be made</h2>
        <p role="status" className="text-xs text-ink-3 tabular-nums">
          {reading ? "Reading…" : preview ? countOf(preview.claims, "claim") : ""}
        </p>
      </header>
      <div className="-mb-1 h-1">{slow && <ProgressBar label="Reading the bundle" value={null} className="h-1! rounded-none" />}</div>
      {error ? (
        <ErrorState title={error.temporary ? "The bundle could not be read now" : "This cannot be brought in"} {...(error.temporary ? { onRetry } : {})}>
          {error.message} Nothing was made.
        </ErrorState>
      ) : preview ? (
        <BundleFacts preview={preview} />
      ) : (
        <SkeletonText lines={7} className="p-6" />
      )}
    </section>
  );
}

function BundleFacts({ preview }: { preview: BundlePreview }) {
  return (
    <div className="grid min-h-0 gap-4 overflow-y-auto px-6 py-5" tabIndex={0} role="group" aria-label="The document in the bundle">
      <div className="grid gap-1">
        <p className="font-text text-lg/6 font-semibold text-pretty">
          <bdi>{preview.title}</bdi>
        </p>
        <p className="text-xs text-ink-3">
          Taken out by <bdi>{preview.workspace}</bdi> on {formatDate(preview.made)}
        </p>
      </div>
      <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
        {factsOf(preview).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3 max-sm:-mb-2 max-sm:text-xs">{name}</dt>
            <dd className="text-pretty break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="border-t border-line pt-3 text-xs text-pretty text-ink-2">
        {preview.keepsIds
          ? "All of it keeps its identity: taken out again, it is the same."
          : "This document, or part of it, is here already: what is made is a copy with an identity of its own."}
      </p>
    </div>
  );
}

function factsOf({
  revisions,
  claims,
  decided,
  evidence,
  snapshots,
  publications,
  sources,
  assessments,
  comments,
  history,
  scale,
  people,
}: BundlePreview): [string, string][] {
  const origins = [
    sources.made > 0 && countOf(sources.made, "new source"),
    sources.known > 0 && `${countOf(sources.known, "source")} that the library has`,
  ].filter(Boolean);
  const facts: [string, string][] = [
    ["Text", countOf(revisions, "revision")],
    ["Claims", `${countOf(claims, "claim")}, ${decided} of them decided`],
    [
      "Evidence",
      [countOf(evidence, "piece"), origins.length > 0 && `from ${origins.join(" and ")}`, snapshots > 0 && `with ${countOf(snapshots, "snapshot")}`]
        .filter(Boolean)
        .join(" "),
    ],
    ["Judgements", `${countOf(assessments, "assessment")}, ${countOf(comments, "comment")}`],
    ["Scale", `${scale.name}, version ${scale.version}${scale.known ? "" : " (new here)"}`],
  ];
  if (history > 0) facts.push(["History", `${countOf(history, "entry", "entries")} from there, told on in its next bundle`]);
  if (publications > 0) facts.push(["Publications", `${countOf(publications, "publication")}, as history: nothing becomes public`]);
  if (people.known.length > 0) facts.push(["Members", people.known.join(", ")]);
  if (people.unknown.length > 0) facts.push(["Not members", `${people.unknown.join(", ")}: their names stay, without an account`]);
  return facts;
}
