/** How many requests of one are in work at once. The process has one thread and the embedded database one connection: more at once are not sooner done. */
const AT_ONCE = 3;
/** Two browsers have as many connections. Whoever has more in line has them worked on one by one, and after those of others. */
const MANY = 12;
/** How long at most the requests of such a one wait for those of others, each, in milliseconds. */
const PATIENCE_MS = 150;
/** What one may have in line. */
const MOST = 500;

interface Waiting {
  begin: () => void;
  /** Since when it would be the next of its line, in milliseconds of the process's clock. */
  since: number | null;
}

interface Line {
  running: number;
  waiting: Waiting[];
}

/** Says that a request is done, or needs no turn any more, or is given up. To say so again changes nothing. */
export type Leave = () => void;

/** Lets requests begin so that who asks for much at once waits for themselves, and others do not. */
export interface FairQueue {
  /** Takes a request into the line of whoever sent it and begins it when its turn has come. Null when the line is full. */
  enter(key: string, begin: (leave: Leave) => void): Leave | null;
}

export function createFairQueue(): FairQueue {
  const lines = new Map<string, Line>();
  let running = 0;
  let alarm: NodeJS.Timeout | undefined;

  function mayBegin({ running: own, waiting }: Line, first: Waiting, now: number): boolean {
    if (own + waiting.length <= MANY) return own < AT_ONCE;
    if (own > 0) return false;
    return running === 0 || now - (first.since ??= now) >= PATIENCE_MS;
  }

  /** Begins whatever may. */
  function look(): void {
    const now = performance.now();
    let someWait = false;
    for (const line of lines.values())
      for (let first = line.waiting[0]; first; first = line.waiting[0]) {
        if (!mayBegin(line, first, now)) {
          someWait ||= first.since !== null;
          break;
        }
        line.waiting.shift();
        line.running += 1;
        running += 1;
        first.begin();
      }
    if (!someWait || alarm) return;
    alarm = setTimeout(() => {
      alarm = undefined;
      look();
    }, PATIENCE_MS);
  }

  return {
    enter(key, begin) {
      const line = lines.get(key) ?? { running: 0, waiting: [] };
      if (line.running + line.waiting.length >= MOST) return null;
      lines.set(key, line);
      let state: "waiting" | "running" | "left" = "waiting";
      const leave = () => {
        if (state === "left") return;
        if (state === "waiting") line.waiting.splice(line.waiting.indexOf(waiting), 1);
        else {
          line.running -= 1;
          running -= 1;
        }
        state = "left";
        if (line.running === 0 && line.waiting.length === 0) lines.delete(key);
        look();
      };
      const waiting: Waiting = {
        begin: () => {
          state = "running";
          begin(leave);
        },
        since: null,
      };
      line.waiting.push(waiting);
      look();
      return leave;
    },
  };
}
