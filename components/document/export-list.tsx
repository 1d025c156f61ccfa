"use client";

import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { isUnderWay, type ExportJobView } from "@/lib/domain/export-job";
import { apiErrorOf } from "@/lib/ui/api";
import { formatBytes, formatMoment } from "@/lib/ui/format";
import { useEffect, useId, useRef, useState } from "react";
import type { Exports } from "./use-exports";

/** The files that are made, or wait to be fetched: each with how far it is and what can be done. */
export function ExportList({ exports }: { exports: Exports }) {
  return (
    <>
      {/* There before its words come, so that they are told. */}
      <p role="status" className="sr-only">
        {exports.latest && `${nameOf(exports.latest)}: ${STATE_WORDS[exports.latest.state]}`}
      </p>
      {exports.jobs.length > 0 && <Files exports={exports} />}
    </>
  );
}

function Files({ exports }: { exports: Exports }) {
  const id = useId();
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
  const item = useRef<HTMLLIElement>(null);
  const isLatest = exports.latest?.id === job.id;
  useEffect(() => {
    if (isLatest) item.current?.scrollIntoView({ block: "nearest" });
  }, [isLatest]);
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
  const name = nameOf(job);
  const whole = `${name}, made ${formatMoment(job.createdAt)}`;
  return (
    <li ref={item} className="grid gap-2 px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1">
          <p className="text-sm font-medium">{name}</p>
          <p className="text-xs text-ink-2 tabular-nums">{standing(job)}</p>
        </div>
        <div className="flex gap-2">
          {job.state === "done" && (
            <Button size="sm" loading={busy} onClick={() => void act(exports.save)} aria-label={`Download ${whole}`}>
              Download
            </Button>
          )}
          {job.state === "failed" && (
            <Button size="sm" loading={busy} onClick={() => void act(exports.again)} aria-label={`Try again: ${whole}`}>
              Try again
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            disabled={busy}
            onClick={() => void act(exports.end)}
            aria-label={`${isUnderWay(job) ? "Cancel" : "Remove"} ${whole}`}
          >
            {isUnderWay(job) ? "Cancel" : "Remove"}
          </Button>
        </div>
      </div>
      {isUnderWay(job) && <ProgressBar label={`Making ${whole}`} value={job.state === "running" && job.progress > 0 ? job.progress / 100 : null} />}
      {(problem ?? job.problem) && (
        <p role="alert" className="text-xs text-danger">
          {problem ?? job.problem}
        </p>
      )}
    </li>
  );
}

const nameOf = ({ name, audience }: ExportJobView) => `${name}, for ${audience === "desk" ? "the desk" : "readers"}`;

const STATE_WORDS: Record<ExportJobView["state"], string> = {
  queued: "Waits for its turn",
  running: "Being made",
  done: "Ready",
  failed: "Could not be made",
  cancelled: "Cancelled",
};

function standing({ state, progress, size, createdAt, expiresAt }: ExportJobView): string {
  if (state === "running" && progress > 0) return `${STATE_WORDS.running}, ${String(progress)} %`;
  if (state !== "done") return STATE_WORDS[state];
  return [size === null ? "" : formatBytes(size), `made ${formatMoment(createdAt)}`, `kept until ${formatMoment(expiresAt)}`].filter(Boolean).join(" · ");
}
