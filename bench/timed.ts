import { monitorEventLoopDelay, performance } from "node:perf_hooks";

/** Milliseconds by the clock, and the longest time in which the server could do nothing else. */
export interface Timing {
  milliseconds: number;
  blocked: number;
}

/** Runs the work, and says how long it took and held the thread. */
export async function timed<Result>(work: () => Promise<Result>): Promise<Timing & { result: Result }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const result = await work();
  const milliseconds = performance.now() - begun;
  delay.disable();
  return { result, milliseconds, blocked: delay.max / 1e6 };
}
