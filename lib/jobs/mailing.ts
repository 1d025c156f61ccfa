import { again } from "./again";

/** How often letters are gathered and sent, in milliseconds. */
const EVERY_MS = 15_000;

/** Gathers and sends letters while the process lives. */
export function startMailing(work: () => Promise<void>, report: (error: unknown) => void): void {
  again("sending e-mail", EVERY_MS, work, report);
}
