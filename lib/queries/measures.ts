import { monitorEventLoopDelay, type IntervalHistogram } from "node:perf_hooks";
import { openStreams } from "@/lib/events/hub";
import { jobRuns, type JobRuns } from "@/lib/jobs/runs";

/** What this process counts of itself since it began. Paths are those of routes ("/claims/{claimId}", "/p/{slug}"), never of records. */
interface Measures {
  /** Requests by the class of their status: "2xx". */
  requests: Map<string, number>;
  /** How many took at most so many seconds, by DURATIONS; and their sum. */
  durations: number[];
  seconds: number;
  /** The slowest lately, the slowest first. */
  slow: SlowRequest[];
  delay: IntervalHistogram;
}

interface SlowRequest {
  method: string;
  path: string;
  status: number;
  ms: number;
  at: string;
}

/** The bounds of the histogram, in seconds. */
export const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const SLOW_MS = 500;
const SLOW_KEPT = 10;
/** For so long a slow request is shown, in milliseconds. */
const SLOW_FOR_MS = 24 * 60 * 60 * 1000;

// On globalThis, because each route bundle loads this module for itself.
const shared = globalThis as typeof globalThis & { assayMeasures?: Measures };

/** This process's measures. */
function measures(): Measures {
  return (shared.assayMeasures ??= begin());
}

function begin(): Measures {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return { requests: new Map(), durations: DURATIONS.map(() => 0), seconds: 0, slow: [], delay };
}

/** The same, with the streams that are open and the jobs that have run. */
export function processFigures(): Measures & { streams: number; jobs: JobRuns[] } {
  return { ...measures(), streams: openStreams(), jobs: jobRuns() };
}

/** Counts a request that was answered. */
export function countRequest(request: Omit<SlowRequest, "at">, now: Date): void {
  const { requests, durations, slow } = measures();
  const status = `${String(Math.floor(request.status / 100))}xx`;
  requests.set(status, (requests.get(status) ?? 0) + 1);
  DURATIONS.forEach((bound, index) => {
    if (request.ms <= bound * 1000) durations[index] = (durations[index] ?? 0) + 1;
  });
  measures().seconds += request.ms / 1000;
  if (request.ms < SLOW_MS) return;
  slow.push({ ...request, at: now.toISOString() });
  const since = new Date(now.getTime() - SLOW_FOR_MS).toISOString();
  measures().slow = slow
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SLOW_KEPT);
}
