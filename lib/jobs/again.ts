import { noteRun } from "./runs";

/**
 * Does the work of a job every so many milliseconds while the process lives, never twice at once, and takes down how it went. A failure is reported, and the
 * next time it is tried again.
 */
export function again(name: string, everyMs: number, work: () => Promise<void>, report: (error: unknown) => void): void {
  let running = false;
  setInterval(() => {
    if (running) return;
    running = true;
    void noteRun(name, work)
      .catch(report)
      .finally(() => (running = false));
  }, everyMs).unref();
}
