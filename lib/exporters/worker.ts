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

/** How far the writing is when the report is made and its format begins, in percent. */
const REPORT_MADE = 10;

async function perform({ job, claims }: NonNullable<typeof asked>): Promise<ExportedFile> {
  const format = EXPORT_FORMATS.find(({ key }) => key === job.format);
  if (!format) throw new Error(`No format ${job.format}.`);
  const report = buildReport({ ...job.source, claims }, job.report);
  const tell = (percent: number): void => say({ type: "progress", percent });
  tell(REPORT_MADE);
  return format.write(report, { ...job.write, onProgress: (percent) => tell(REPORT_MADE + Math.round((percent * (100 - REPORT_MADE)) / 100)) });
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
