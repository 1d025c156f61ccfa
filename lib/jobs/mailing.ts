import { again } from "./again";

/** How often letters are gathered and sent, in milliseconds. */
const EVERY_MS = 15_000;
/** The same for links, which somebody waits for. */
const LINKS_EVERY_MS = 2_000;

/** Gathers and sends letters, and sends the links that were asked for, while the process lives. */
export function startMailing(letters: () => Promise<void>, links: () => Promise<void>, report: (error: unknown) => void): void {
  again("sending e-mail", EVERY_MS, letters, report);
  again("sending links for sign-in", LINKS_EVERY_MS, links, report);
}
