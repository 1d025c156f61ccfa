import { spawn } from "node:child_process";
import { pause, quantile, type Drill } from "./drill";
import { newStage, type Person, type Stage } from "./stage";

/* Broken: one person asks for everything at once on 64 connections, as fast as it is answered: reads, writes, exports, imports, streams and sign-ins. Must hold: the
   others' ordinary reads, writes and pages take no more than twice as long as without, and all succeed. Judged by the median and the 95th percentile of what the others
   wait, before and while. */

const CALM_MS = 30_000;
const ABUSE_MS = 40_000;
const CONNECTIONS = 64;
/** Each of the others does something once in so many milliseconds. */
const PACE_MS = 2_000;
const MOST = 2;

export const abused: Drill = {
  name: "abused",
  done: `one person on ${String(CONNECTIONS)} connections for ${String(ABUSE_MS / 1000)} s, while eight others work`,
  run: async (report) => {
    const stage = await newStage({ people: 9 });
    try {
      await stage.start();
      const [abuser, ...others] = stage.people;
      if (!abuser) throw new Error("There is nobody.");
      const abuse = (connections?: number) => startAbuse(stage, abuser, connections);
      // What a server loads when it is first asked for is there long before anybody abuses it.
      const first = abuse();
      await work(stage, others, 12_000);
      await first.stop();
      await work(stage, others, 8_000);
      const calm = await work(stage, others, CALM_MS);
      const all = abuse(CONNECTIONS);
      await pause(3_000);
      const abusedWork = await work(stage, others, ABUSE_MS);
      const answers = await all.stop();
      for (const kind of KINDS) {
        for (const [name, share] of [
          ["median", 0.5],
          ["p95", 0.95],
        ] as const) {
          const [without, during] = [quantile(calm[kind], share), quantile(abusedWork[kind], share)];
          report.hold(during <= MOST * without, `${kind}, ${name}: ${without.toFixed(0)} → ${during.toFixed(0)} ms (× ${(during / without).toFixed(1)})`);
        }
      }
      report.hold(
        abusedWork.failed.length === 0,
        `${String(abusedWork.failed.length)} of the others’ requests failed${abusedWork.failed.length > 0 ? `: ${abusedWork.failed.slice(0, 3).join("; ")}` : ""}`,
      );
      report.hold(/"429":\d/.test(answers), `the abuser’s answers by status: ${answers}`);
    } finally {
      await stage.end();
    }
  },
};

/** Begins to ask for everything on so many connections, one for each way to ask unless said. To stop it answers how often which status came back, as JSON. */
function startAbuse({ address, documentId }: Stage, { cookie, email }: Person, connections?: number): { stop: () => Promise<string> } {
  const given = [address, cookie, email, documentId, ...(connections === undefined ? [] : [String(connections)])];
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/drills/abuse.ts", ...given], { stdio: ["ignore", "pipe", "inherit"] });
  let answers = "";
  child.stdout.on("data", (chunk: Buffer) => (answers += chunk.toString()));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      return answers;
    },
  };
}

const KINDS = ["reads", "writes", "pages"] as const;
type Work = Record<(typeof KINDS)[number], number[]> & { failed: string[] };

/** Lets each of them read, write and open pages in turn, calmly, and takes down how long each waited. */
async function work(stage: Stage, people: readonly Person[], milliseconds: number): Promise<Work> {
  const done: Work = { reads: [], writes: [], pages: [], failed: [] };
  const end = performance.now() + milliseconds;
  await Promise.all(
    people.map(async (person, index) => {
      await pause((index * PACE_MS) / people.length);
      for (let turn = index; performance.now() < end; turn += 1) {
        const kind = KINDS[turn % KINDS.length] ?? "reads";
        const began = performance.now();
        const failure = await ACTS[kind](stage, person).then(
          async (response) => {
            await response.arrayBuffer();
            return response.ok ? null : `${kind} ${String(response.status)}`;
          },
          (error: unknown) => `${kind} ${String(error)}`,
        );
        if (failure === null) done[kind].push(performance.now() - began);
        else done.failed.push(failure);
        await pause(Math.max(0, PACE_MS - (performance.now() - began)));
      }
    }),
  );
  return done;
}

const ACTS: Record<(typeof KINDS)[number], (stage: Stage, person: Person) => Promise<Response>> = {
  reads: ({ address }, { cookie, claimId }) => fetch(`${address}/api/v1/claims/${claimId}`, { headers: { cookie } }),
  writes: ({ address }, { cookie }) =>
    fetch(`${address}/api/v1/sources`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ title: `A source of ${String(performance.now())}` }),
    }),
  pages: ({ address }, { cookie }) => fetch(`${address}/sources`, { headers: { cookie } }),
};
