import { parentPort } from "node:worker_threads";
import type { WorkerMessage } from "@/lib/workers/message";
import { outcomeOf } from "@/lib/workers/outcome";
import type { ExportedFile, WriteOptions } from "./exported-file";
import { EXPORT_FORMATS, type ExportFormat } from "./formats";
import { beginReport, type GrowingReport, type ReportOptions, type ReportRecords, type ReportSource } from "./report";

/** A file to be made; what is much of its source follows in slices. */
export interface ExportJob {
  format: string;
  source: Omit<ReportSource, "claims">;
  report: ReportOptions;
  write: WriteOptions;
}

/** A slice of what is much: claims, claims of the records, entries of the history. */
export interface ExportPart {
  claims?: ReportSource["claims"];
  records?: ReportRecords["document"]["claims"];
  history?: ReportRecords["history"];
}

const port = parentPort;

/** The job whose parts are still coming. */
let asked: { job: ExportJob; report: GrowingReport; format: ExportFormat | undefined } | null = null;

type FileOfBytes = ExportedFile<Uint8Array<ArrayBuffer>>;

/** Bytes are handed over, not copied. */
function say(message: WorkerMessage<FileOfBytes>): void {
  port?.postMessage(message, message.type === "done" ? [message.answer.body.buffer] : []);
}

/** How far the writing is when the report is made and its format begins, in percent. */
const REPORT_MADE = 10;

async function perform({ job, report: growing, format }: NonNullable<typeof asked>): Promise<FileOfBytes> {
  if (!format) throw new Error(`No format ${job.format}.`);
  const report = growing.whole();
  const tell = (percent: number): void => say({ type: "progress", percent });
  tell(REPORT_MADE);
  const file = await format.write(report, {
    ...job.write,
    onProgress: (percent) => tell(REPORT_MADE + Math.round((percent * (100 - REPORT_MADE)) / 100)),
  });
  // As text it would be copied, and written as UTF-8, where others wait.
  return { ...file, body: typeof file.body === "string" ? new TextEncoder().encode(file.body) : file.body };
}

port?.on("message", (message: ExportJob | { part: ExportPart } | { end: true }) => {
  if ("part" in message) {
    const { claims = [], records = [], history = [] } = message.part;
    const ready = asked?.report.add(claims) ?? [];
    void asked?.format?.ahead?.(ready);
    asked?.job.source.records?.document.claims.push(...records);
    asked?.job.source.records?.history.push(...history);
  } else if ("end" in message) {
    const complete = asked;
    asked = null;
    if (complete) void outcomeOf(() => perform(complete)).then(say);
  } else {
    asked = {
      ...{ job: message, report: beginReport(message.source, message.report) },
      format: EXPORT_FORMATS.find(({ key }) => key === message.format),
    };
    say({ type: "started" });
  }
});
