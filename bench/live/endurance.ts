import { performance } from "node:perf_hooks";
import { pause, reader, write } from "./clients";
import { memoryOf, stage, type Stage } from "./server";

const IDLE = 1_000;
const READERS = 200;
const WRITERS = 20;
const MINUTES = 10;
const MINUTE = 60_000;
/** Each writer writes once in so many milliseconds. */
const PACE = 1_000;
/** Milliseconds after which the server counts as being at rest. */
const REST = 15_000;

/** What a thousand idle streams cost in memory, and whether ten minutes of work leave something behind. The database is a process of its own, so that it does not count. */
export async function runEndurance(): Promise<{ table: string; figures: unknown }> {
  const server = await stage("postgresql", { readers: IDLE, writers: WRITERS });
  try {
    await warm(server);
    const empty = await atRest(server);
    const idle = await Promise.all(server.readers.map((cookie) => reader(server, cookie, new Map())));
    const opened = await atRest(server);
    for (const connection of idle.slice(READERS)) connection.destroy();
    const minutes = await work(server);
    for (const connection of idle.slice(0, READERS)) connection.destroy();
    const rows = [
      ["no streams", empty],
      [`${String(IDLE)} idle streams`, opened],
      ...minutes.map((memory, minute) => [`minute ${String(minute + 1)} with ${String(READERS)} readers and ${String(WRITERS)} writers`, memory] as const),
      ["at rest again, without streams", await atRest(server)],
    ] as const;
    const table = ["| state | memory of the server |", "| --- | --- |", ...rows.map(([name, memory]) => `| ${name} | ${memory.toFixed(0)} MB |`)].join("\n");
    return { table, figures: Object.fromEntries(rows) };
  } finally {
    await server.close();
  }
}

/** Some of everything, so that what the server makes once is made. */
async function warm(server: Stage): Promise<void> {
  const some = await Promise.all(server.readers.slice(0, 50).map((cookie) => reader(server, cookie, new Map())));
  await writeUntil(server, performance.now() + REST);
  for (const connection of some) connection.destroy();
}

/** Writes for the minutes; answers the median of the memory in each, in MB. */
async function work(server: Stage): Promise<number[]> {
  const until = performance.now() + MINUTES * MINUTE;
  const writing = writeUntil(server, until);
  const minutes: number[] = [];
  while (minutes.length < MINUTES) {
    const samples: number[] = [];
    const end = Math.min(until, performance.now() + MINUTE);
    while (performance.now() < end) {
      samples.push(memoryOf(server.pid) ?? NaN);
      await pause(PACE);
    }
    minutes.push(samples.sort((a, b) => a - b)[samples.length >> 1] ?? NaN);
  }
  await writing;
  return minutes;
}

async function writeUntil(server: Stage, until: number): Promise<void> {
  await Promise.all(
    server.writers.map(async ({ cookie, claimId }, index) => {
      await pause((index * PACE) / WRITERS);
      let version = 0;
      while (performance.now() < until) {
        const begun = performance.now();
        version = await write(server, cookie, claimId, version);
        await pause(PACE - (performance.now() - begun));
      }
    }),
  );
}

async function atRest(server: Stage): Promise<number> {
  await pause(REST);
  return memoryOf(server.pid) ?? NaN;
}
