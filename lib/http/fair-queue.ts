/** How many requests of one are in work at once. The process has one thread and the embedded database one connection: more at once are not sooner done. */
const AT_ONCE = 3;
/** Who has more in line than two browsers have connections asks for much; so does who goes on asking more than about ten times a second. */
const MANY = 12;
const OFTEN = 30;
/** In so many milliseconds, what was asked counts for half. */
const HALF_LIFE_MS = 2_000;
/**
 * The requests of who asks for much are worked on one by one, and while others are about, they rest in between for so many times as long as the last one took:
 * they have a quarter of the process, and three in four of the others' requests find it free.
 */
const REST = { times: 3, longestMs: 1_000 };
/** Who has had many in line for so long is no page that opens: they rest longer, and have a thirteenth of the process. */
const GOES_ON_MS = 3_000;
const LONG_REST = { times: 12, longestMs: 4_000 };
/** Others are about when one of them asked within so many milliseconds. */
const ABOUT_MS = 1_000;
/** How long at most the requests of who asks for much wait, each, for those of others that are in work, in milliseconds. */
const PATIENCE_MS = 150;
/** Lines that nobody stood in for so long are forgotten, in milliseconds, once there are so many. */
const FORGOTTEN_MS = 30_000;
const MANY_LINES = 1_000;
/** What one may have in line. */
const MOST = 500;

/** Moments are of the process's clock, in milliseconds. */
interface Line {
  running: number;
  /** What begins each, the first in line first. */
  waiting: (() => void)[];
  /** How often was asked, the older the less. */
  asked: number;
  askedAt: number;
  /** Until when it rests. */
  restsUntil: number;
  /** Since when its first request would begin, but for those of others. */
  since: number | null;
  /** Since when there have been many in it, without a break. */
  manySince: number | null;
}

/** Says that a request is done, or needs no turn any more, or is given up. To say so again changes nothing. */
export type Leave = () => void;

/** Lets requests begin so that who asks for much at once waits for themselves, and others do not. */
export interface FairQueue {
  /**
   * Takes a request into the line of whoever sent it and begins it when its turn has come. Null when the line is full. `several`: it may be the line of many people,
   * as that of an address is, and many in it are nothing unusual.
   */
  enter(key: string, begin: (leave: Leave) => void, several?: boolean): Leave | null;
}

export function createFairQueue(): FairQueue {
  const lines = new Map<string, Line>();
  let running = 0;
  let alarm: NodeJS.Timeout | undefined;

  const asksForMuch = ({ running: own, waiting, asked, askedAt }: Line, now: number) =>
    own + waiting.length > MANY || asked * 2 ** ((askedAt - now) / HALF_LIFE_MS) > OFTEN;

  /** In how many milliseconds the first of the line may begin; Infinity until one of the line is done. */
  function waitOf(line: Line, now: number): number {
    if (!asksForMuch(line, now)) return line.running < AT_ONCE ? 0 : Infinity;
    if (line.running > 0) return Infinity;
    if (line.restsUntil > now) return line.restsUntil - now;
    if (running === 0) return 0;
    line.since ??= now;
    return Math.max(0, line.since + PATIENCE_MS - now);
  }

  /** Begins whatever may. */
  function look(): void {
    const now = performance.now();
    let soonest = Infinity;
    for (const line of lines.values())
      for (let first = line.waiting[0]; first; first = line.waiting[0]) {
        const wait = waitOf(line, now);
        soonest = Math.min(soonest, wait || Infinity);
        if (wait > 0) break;
        line.waiting.shift();
        line.running += 1;
        line.since = null;
        running += 1;
        first();
      }
    clearTimeout(alarm);
    if (soonest < Infinity) alarm = setTimeout(look, Math.ceil(soonest));
  }

  function recount(line: Line, now: number): void {
    line.manySince = line.running + line.waiting.length > MANY ? (line.manySince ?? now) : null;
  }

  function done(line: Line, began: number, several: boolean): void {
    const now = performance.now();
    line.running -= 1;
    running -= 1;
    if (!asksForMuch(line, now)) return;
    const othersAreAbout = [...lines.values()].some((other) => other !== line && now - other.askedAt < ABOUT_MS);
    if (!othersAreAbout) return;
    const goesOn = !several && line.manySince !== null && now - line.manySince > GOES_ON_MS;
    const { times, longestMs } = goesOn ? LONG_REST : REST;
    line.restsUntil = now + Math.min(times * (now - began), longestMs);
  }

  function lineOf(key: string, now: number): Line {
    if (lines.size > MANY_LINES)
      for (const [other, { running: own, waiting, askedAt }] of lines) if (own + waiting.length === 0 && now - askedAt > FORGOTTEN_MS) lines.delete(other);
    const line = lines.get(key) ?? { running: 0, waiting: [], asked: 0, askedAt: now, restsUntil: 0, since: null, manySince: null };
    lines.set(key, line);
    return line;
  }

  return {
    enter(key, begin, several = false) {
      const now = performance.now();
      const line = lineOf(key, now);
      if (line.running + line.waiting.length >= MOST) return null;
      line.asked = line.asked * 2 ** ((line.askedAt - now) / HALF_LIFE_MS) + 1;
      line.askedAt = now;
      let began: number | null = null;
      let left = false;
      const leave = () => {
        if (left) return;
        left = true;
        if (began === null) line.waiting.splice(line.waiting.indexOf(start), 1);
        else done(line, began, several);
        recount(line, performance.now());
        look();
      };
      const start = () => {
        began = performance.now();
        begin(leave);
      };
      line.waiting.push(start);
      recount(line, now);
      look();
      return leave;
    },
  };
}
