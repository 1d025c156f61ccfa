/** How a job of this process has gone. */
export interface JobRuns {
  name: string;
  runs: number;
  failures: number;
  lastRunAt: string;
  lastFailureAt: string | null;
}

// On globalThis, because jobs are started by the process and looked at from route bundles.
const shared = globalThis as typeof globalThis & { assayJobs?: Map<string, JobRuns> };
const jobs = (shared.assayJobs ??= new Map<string, JobRuns>());

/** Does the work of a job and takes down how it went. Throws what the work throws. */
export async function noteRun<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const before = jobs.get(name) ?? { name, runs: 0, failures: 0, lastFailureAt: null };
  const noted: JobRuns = { ...before, runs: before.runs + 1, lastRunAt: new Date().toISOString() };
  jobs.set(name, noted);
  try {
    return await work();
  } catch (error) {
    noted.failures += 1;
    noted.lastFailureAt = new Date().toISOString();
    throw error;
  }
}

/** Every job that has run in this process, by name. */
export function jobRuns(): JobRuns[] {
  return [...jobs.values()].sort((a, b) => a.name.localeCompare(b.name));
}
