/** A fault that is made on purpose, and what must hold all the same. */
export interface Drill {
  name: string;
  /** What is done, in one sentence. */
  done: string;
  run: (report: Report) => Promise<void>;
}

/** Thrown where this machine cannot make the fault. */
export class Skipped extends Error {}

/** What a drill has found. */
export class Report {
  readonly held: string[] = [];
  readonly failed: string[] = [];

  /** Takes down whether something held. */
  hold(holds: boolean, says: string): void {
    (holds ? this.held : this.failed).push(says);
  }
}

/** The value that stands at such a share of the sorted ones. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Lets so many milliseconds go by. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until it is so; false when it was not within the time. */
export async function within(milliseconds: number, isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + milliseconds;
  for (;;) {
    if (await isSo()) return true;
    if (performance.now() > end) return false;
    await pause(50);
  }
}
