import { noteRun } from "./runs";

/** How often letters are gathered and sent, in milliseconds. */
const EVERY_MS = 15_000;

/** Does the work again and again while the process lives, never two at once. A failure is reported, and the next time it is tried again. */
export function startMailing(work: () => Promise<void>, report: (error: unknown) => void): void {
  let running = false;
  setInterval(() => {
    if (running) return;
    running = true;
    void noteRun("sending e-mail", work)
      .catch(report)
      .finally(() => (running = false));
  }, EVERY_MS).unref();
}
