import { sealEvents } from "@/lib/events/seal";

/** How long an event waits for its seal at most, in milliseconds. */
const EVERY_MS = 5_000;

/** Seals the log again and again while the process lives, never two at once. A failure is reported, and the next time it is tried again. */
export function startSealing(report: (error: unknown) => void): void {
  let running = false;
  setInterval(() => {
    if (running) return;
    running = true;
    void sealEvents()
      .catch(report)
      .finally(() => (running = false));
  }, EVERY_MS).unref();
}
