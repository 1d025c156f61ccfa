import { noteRun } from "./runs";

/** How often the table of jobs is looked at, in milliseconds. */
const EVERY_MS = 500;
/** As many as there are worker threads. */
const AT_ONCE = 2;

/** Makes the files that wait, two at once, while the process lives. A failure is reported, and the next job is taken. */
export function startExporting(makeNext: (now: Date) => Promise<boolean>, report: (error: unknown) => void): void {
  let running = 0;
  const look = (): void => {
    if (running >= AT_ONCE) return;
    running += 1;
    void noteRun("making files", () => makeNext(new Date()))
      .catch(report)
      .finally(() => (running -= 1));
  };
  setInterval(look, EVERY_MS).unref();
}
