import { parentPort } from "node:worker_threads";
import type { WorkerMessage } from "@/lib/workers/message";
import { outcomeOf } from "@/lib/workers/outcome";
import type { ExportedFile, WriteOptions } from "./exported-file";
import { EXPORT_FORMATS } from "./formats";
import { buildReport, type ReportOptions, type ReportSource } from "./report";
import type { ReportSourceClaim } from "./report-claim";

/** A file to be made; the claims follow in slices. */
export interface ExportJob {
  format: string;
  source: Omit<ReportSource, "claims">;
  report: ReportOptions;
  write: WriteOptions;
}

const port = parentPort;

let asked: { job: ExportJob; claims: ReportSourceClaim[] } | null = null;

/** Bytes are handed over, not copied. */
function say(message: WorkerMessage<ExportedFile>): void {
  const bytes = message.type === "done" && typeof message.answer.body !== "string" ? [message.answer.body.buffer] : [];
  port?.postMessage(message, bytes);
}

async function perform({ job, claims }: NonNullable<typeof asked>): Promise<ExportedFile> {
  const format = EXPORT_FORMATS.find(({ key }) => key === job.format);
  if (!format) throw new Error(`No format ${job.format}.`);
  return format.write(buildReport({ ...job.source, claims }, job.report), job.write);
}

port?.on("message", (message: ExportJob | { part: ReportSourceClaim[] } | { end: true }) => {
  if ("part" in message) asked?.claims.push(...message.part);
  else if ("end" in message) {
    const complete = asked;
    asked = null;
    if (complete) void outcomeOf(() => perform(complete)).then(say);
  } else {
    asked = { job: message, claims: [] };
    say({ type: "started" });
  }
});
