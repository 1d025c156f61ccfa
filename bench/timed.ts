import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds by the clock, and the longest time in which the server could do nothing else. */
export interface Timing {
  milliseconds: number;
  blocked: number;
}

/** How often the thread is looked in on, in milliseconds. */
const RESOLUTION = 5;

/** Runs the work, and says how long it took and held the thread. */
export async function timed<Result>(work: () => Promise<Result>): Promise<Timing & { result: Result }> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  // A delay is counted when the thread is free again, and from the look before it: work that never gives the thread back would else count as none.
  await sleep(4 * RESOLUTION);
  const begun = performance.now();
  const result = await work();
  const milliseconds = performance.now() - begun;
  await sleep(4 * RESOLUTION);
  delay.disable();
  return { result, milliseconds, blocked: delay.max / 1e6 };
}
