import { slowly, tooMany } from "./limits";

/** How many requests of one kind are worked on at once for one session, and how many may wait for their turn. */
interface Room {
  atOnce: number;
  waiting: number;
}

const ROOMS = {
  // A browser has six connections; on one of them lives the stream.
  light: { atOnce: 4, waiting: 60 },
  // Files that come and go. As many as there are worker threads for each: whoever asks for more waits behind others.
  heavy: { atOnce: 2, waiting: 20 },
} as const satisfies Record<string, Room>;

interface Line {
  running: number;
  waiting: (() => void)[];
}

// On globalThis, because each route bundle loads this module for itself and a line is one for all of them.
const shared = globalThis as typeof globalThis & { assayLines?: Map<string, Line> };
const lines = (shared.assayLines ??= new Map<string, Line>());

/** Does the work when it is the session's turn, so that one who asks for much at once waits for themselves, and others do not. Throws `rate_limited` when too many wait. */
export async function inTurn<Result>(kind: keyof typeof ROOMS, sessionId: string, work: () => Promise<Result>): Promise<Result> {
  const room = ROOMS[kind];
  const key = `${kind} ${sessionId}`;
  const line = lines.get(key) ?? { running: 0, waiting: [] };
  lines.set(key, line);
  if (line.running < room.atOnce) line.running += 1;
  else if (line.waiting.length < room.waiting) await new Promise<void>((resolve) => line.waiting.push(resolve));
  else {
    await slowly();
    throw tooMany("Too many of your requests are being worked on.", "Wait %s and try again.", 1_000);
  }
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else if ((line.running -= 1) === 0) lines.delete(key);
  }
}
