import { performance } from "node:perf_hooks";
import { pause, reader, write } from "./clients";
import { floor, memoryOf, stage, type Stage } from "./server";

const READERS = [50, 100, 200, 400];
const WRITERS = 20;
/** Each writer writes once in so many milliseconds. */
const PACE = 1_000;
const ROUNDS = 12;
/** The first rounds warm the server up and are not counted. */
const WARM = 2;

interface Figure {
  system: string;
  readers: number;
  /** Milliseconds from sending a write until a reader has it, over all writes and readers; and until the writer has its answer. */
  p50: number;
  p95: number;
  p99: number;
  answerP95: number;
  /** Readers that did not hear of a write at all. */
  missed: number;
  memory: number | null;
}

/** How fast the changes of twenty writers reach 50 to 400 readers, on both engines and on a floor that does nothing else. */
export async function runLive(): Promise<{ table: string; figures: unknown }> {
  const counts = { readers: Math.max(...READERS), writers: WRITERS };
  const figures: Figure[] = [];
  let pulls: number | null = null;
  for (const open of [() => floor(counts), () => stage("pglite", counts), () => stage("postgresql", counts)]) {
    const server = await open();
    try {
      for (const readers of READERS) figures.push(await measure(server, readers));
      if (server.name.endsWith("PGlite")) pulls = await pullsASecond(server);
    } finally {
      await server.close();
    }
  }
  return { table: `${tableOf(figures)}\n\nClaims read a second, one by one: ${pulls?.toFixed(0) ?? "–"}`, figures: { figures, pulls } };
}

async function measure(server: Stage, count: number): Promise<Figure> {
  const arrivals = new Map<string, number[]>();
  const readers = await Promise.all(server.readers.slice(0, count).map((cookie) => reader(server, cookie, arrivals)));
  const sent = new Map<string, number>();
  const answers: number[] = [];
  const versions = new Map(server.writers.map(({ claimId }) => [claimId, 0]));
  await Promise.all(
    server.writers.map(async ({ cookie, claimId }, index) => {
      await pause((index * PACE) / WRITERS);
      for (let round = 0; round < ROUNDS; round += 1) {
        const begun = performance.now();
        const version = await write(server, cookie, claimId, versions.get(claimId) ?? 0);
        versions.set(claimId, version);
        if (round >= WARM) {
          sent.set(`${claimId} ${String(version)}`, begun);
          answers.push(performance.now() - begun);
        }
        await pause(PACE - (performance.now() - begun));
      }
    }),
  );
  await pause(PACE);
  const memory = memoryOf(server.pid);
  for (const each of readers) each.destroy();
  const latencies = [...sent].flatMap(([key, begun]) => (arrivals.get(key) ?? []).map((at) => at - begun)).sort((a, b) => a - b);
  const at = (share: number, values = latencies) => values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
  const answerP95 = at(
    0.95,
    answers.sort((a, b) => a - b),
  );
  return { system: server.name, readers: count, p50: at(0.5), p95: at(0.95), p99: at(0.99), answerP95, missed: sent.size * count - latencies.length, memory };
}

/** How many claims the server can hand out a second, each to somebody of their own: what it would take if readers had to fetch each change. */
async function pullsASecond(server: Stage): Promise<number> {
  const until = performance.now() + 4_000;
  let done = 0;
  await Promise.all(
    server.writers.map(async ({ cookie, claimId }) => {
      while (performance.now() < until) {
        await (await fetch(`${server.address}/api/v1/claims/${claimId}`, { headers: { cookie } })).arrayBuffer();
        done += 1;
      }
    }),
  );
  return done / 4;
}

function tableOf(figures: readonly Figure[]): string {
  const head = ["system", "readers", "p50", "p95", "p99", "p95 against the floor", "the writer's own answer, p95", "missed", "memory"];
  const rows = figures.map((figure) => {
    const base = figures.find(({ system, readers }) => system === "empty floor" && readers === figure.readers);
    return [
      figure.system,
      String(figure.readers),
      ...[figure.p50, figure.p95, figure.p99].map((value) => `${value.toFixed(0)} ms`),
      `${(figure.p95 / (base?.p95 ?? NaN)).toFixed(1)} ×`,
      `${figure.answerP95.toFixed(0)} ms`,
      String(figure.missed),
      figure.memory === null ? "–" : `${figure.memory.toFixed(0)} MB`,
    ];
  });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
