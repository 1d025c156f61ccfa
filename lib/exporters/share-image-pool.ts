import { AppError } from "@/lib/domain/errors";
import { createWorkerPool } from "@/lib/workers/pool";
import type { ShareCard } from "./share-card";

const LIMIT_MS = 20_000;

const pool = createWorkerPool<ShareCard, Uint8Array<ArrayBuffer>>({
  entry: "lib/exporters/share-image-worker.mjs",
  mostWorkers: 1,
  mostWaiting: 50,
  heapMb: 512,
  busy: "Many pictures are being made right now. Try again in a minute.",
});

/** The card as a PNG, made in a worker thread. Throws "too_large", "unavailable", "busy". */
export function shareImageInWorker(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  const failure = new AppError("unavailable", "The picture could not be made.");
  return pool.run({ job: card, limitMs: LIMIT_MS, failures: { tooComplicated: failure, broken: failure } });
}
