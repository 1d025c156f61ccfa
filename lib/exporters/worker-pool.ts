import { AppError } from "@/lib/domain/errors";
import { createWorkerPool } from "@/lib/workers/pool";
import type { ExportedFile } from "./exported-file";
import type { ExportJob, ExportPart } from "./worker";

const LIMIT_MS = 180_000;

const pool = createWorkerPool<ExportJob, ExportedFile<Uint8Array<ArrayBuffer>>>({
  entry: "lib/exporters/export-worker.mjs",
  mostWorkers: 2,
  mostWaiting: 50,
  heapMb: 1024,
  busy: "Many files are being made right now. Try again in a minute.",
});

/** Makes a file in a worker thread, two at a time; of text, its bytes as UTF-8. Throws "too_large" when it takes three minutes or 1 GB, "unavailable" when the writer breaks, "busy" when too many wait. */
export function writeInWorker(
  job: ExportJob,
  parts: AsyncIterable<ExportPart>,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (percent: number) => void } = {},
): Promise<ExportedFile<Uint8Array<ArrayBuffer>>> {
  return pool.run({
    job,
    parts,
    limitMs: LIMIT_MS,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
    failures: {
      tooComplicated: new AppError("too_large", "This document is too large for the format. Choose fewer claims, or another format."),
      broken: new AppError("unavailable", "The file could not be made in this format. Nothing was written; try again, or choose another format."),
    },
  });
}
