"use client";

import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { isUnderWay, type ExportJobView } from "@/lib/domain/export-job";
import { apiErrorOf } from "@/lib/ui/api";
import { formatBytes, formatMoment } from "@/lib/ui/format";
import { useId, useState } from "react";
import type { Exports } from "./use-exports";

/** The files that are made, or wait to be fetched: each with how far it is and what can be done. */
export function ExportList({ exports }: { exports: Exports }) {
  const id = useId();
  if (exports.jobs.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-2.5">
      <h3 id={id} className="eyebrow">
        Your files
      </h3>
      {exports.problem && <p className="text-xs text-ink-2">How far they are cannot be read just now. {exports.problem}</p>}
      <ul className="grid divide-y divide-line rounded-lg border border-line">
        {exports.jobs.map((job) => (
          <ExportItem key={job.id} job={job} exports={exports} />
        ))}
      </ul>
    </section>
  );
}

function ExportItem({ job, exports }: { job: ExportJobView; exports: Exports }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (action: (job: ExportJobView) => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await action(job);
    } catch (error) {
      setProblem(apiErrorOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  const name = `${job.name}, for ${job.audience === "desk" ? "the desk" : "readers"}`;
  return (
    <li className="grid gap-2 px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1">
          <p className="text-sm font-medium">{name}</p>
          <p className="text-xs text-ink-2 tabular-nums" aria-live="polite">
            {standing(job)}
          </p>
        </div>
        <div className="flex gap-2">
          {job.state === "done" && (
            <Button size="sm" loading={busy} onClick={() => void act(exports.save)} aria-label={`Download ${name}`}>
              Download
            </Button>
          )}
          {job.state === "failed" && (
            <Button size="sm" loading={busy} onClick={() => void act(exports.again)} aria-label={`Try again: ${name}`}>
              Try again
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            disabled={busy}
            onClick={() => void act(exports.end)}
            aria-label={`${isUnderWay(job) ? "Cancel" : "Remove"} ${name}`}
          >
            {isUnderWay(job) ? "Cancel" : "Remove"}
          </Button>
        </div>
      </div>
      {isUnderWay(job) && <ProgressBar label={`Making ${name}`} value={job.state === "running" && job.progress > 0 ? job.progress / 100 : null} />}
      {(problem ?? job.problem) && (
        <p role="alert" className="text-xs text-danger">
          {problem ?? job.problem}
        </p>
      )}
    </li>
  );
}

function standing({ state, progress, size, expiresAt }: ExportJobView): string {
  switch (state) {
    case "queued":
      return "Waits for its turn";
    case "running":
      return progress > 0 ? `Being made, ${String(progress)} %` : "Being made";
    case "done":
      return [size === null ? "" : formatBytes(size), `kept until ${formatMoment(expiresAt)}`].filter(Boolean).join(" · ");
    case "failed":
      return "Could not be made";
    case "cancelled":
      return "Cancelled";
  }
}
