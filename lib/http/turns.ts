import { slowly, tooMany } from "./limits";

/** Files that come and go are worked on one at a time for one session: there are two worker threads for each way, and the other one is for others. */
const AT_ONCE = 1;
const MOST_WAITING = 20;

interface Line {
  running: number;
  waiting: (() => void)[];
}

// On globalThis, because each route bundle loads this module for itself and a line is one for all of them.
const shared = globalThis as typeof globalThis & { assayLines?: Map<string, Line> };
const lines = (shared.assayLines ??= new Map<string, Line>());

/** Does work on a file when it is the session's turn, so that one who asks for much at once waits for themselves, and others do not. Throws `rate_limited` when too many wait. */
export async function inTurn<Result>(sessionId: string, work: () => Promise<Result>): Promise<Result> {
  const line = lines.get(sessionId) ?? { running: 0, waiting: [] };
  lines.set(sessionId, line);
  if (line.running < AT_ONCE) line.running += 1;
  else if (line.waiting.length < MOST_WAITING) await new Promise<void>((resolve) => line.waiting.push(resolve));
  else {
    await slowly();
    throw tooMany("Too many of your requests are being worked on.", "Wait %s and try again.", 1_000);
  }
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else if ((line.running -= 1) === 0) lines.delete(sessionId);
  }
}
