import { pause, within, type Drill } from "./drill";
import { newStage, type Stage } from "./stage";
import { missing, writeOn } from "./writing";

/* Broken: the process is asked to stop (SIGTERM) while people write and streams are open. Must hold: it says "not ready", ends the streams, answers what it has
   taken, and is gone within five seconds with exit code 0; nothing acknowledged is lost. Judged by what the clients saw and by the database. */

const STREAMS = 16;
const MOST_MS = 5_000;
/** So many writes are acknowledged before it is asked to stop. */
const BEFORE = 40;

export const stopped: Drill = {
  name: "stopped",
  done: `SIGTERM while eight people write and ${String(STREAMS)} streams are open`,
  run: async (report) => {
    const stage = await newStage();
    try {
      await stage.start();
      const streams = await Promise.all(Array.from({ length: STREAMS }, (_, index) => openStream(stage, index)));
      const writing = writeOn(stage);
      await within(30_000, () => writing.acknowledged.length >= BEFORE);
      const ready = watchReady(stage);
      const { code, ms } = await stage.stop();
      await writing.stop();
      report.hold(code === 0 && ms < MOST_MS, `gone after ${(ms / 1000).toFixed(1)} s, exit code ${String(code)}`);
      const states = await ready;
      report.hold(states.every((state) => state !== 200) || states.includes(503), `said to be ready: ${[...new Set(states)].join(", then ")}`);
      const ends = await Promise.all(streams.map(({ ended }) => ended));
      report.hold(
        ends.every((end) => end === "closed"),
        `${String(ends.filter((end) => end === "closed").length)} of ${String(STREAMS)} streams ended in order`,
      );
      // What reaches a connection as it is closed was never taken, and the client sends it again: nothing of it may have been done.
      const unanswered = (await written(stage)) - writing.acknowledged.length;
      report.hold(unanswered === 0, `${String(unanswered)} writes done without an answer (${String(writing.broken)} not taken any more)`);
      const lost = await missing(stage, writing.acknowledged);
      report.hold(writing.acknowledged.length >= BEFORE && lost === 0, `${String(lost)} of ${String(writing.acknowledged.length)} acknowledged writes lost`);
    } finally {
      await stage.end();
    }
  },
};

/** How many sources there are. */
const written = (stage: Stage) => stage.look(({ prisma }) => prisma.source.count());

/** Opens a stream; `ended` says how it ends. */
async function openStream({ address, people, documentId }: Stage, index: number): Promise<{ ended: Promise<"closed" | "cut"> }> {
  const cookie = people[index % people.length]?.cookie ?? "";
  const response = await fetch(`${address}/api/v1/events?documents=${documentId}:0`, { headers: { cookie } });
  if (!response.body) throw new Error("There is no stream.");
  const reader = response.body.getReader();
  const read = async (): Promise<"closed" | "cut"> => {
    for (;;) if ((await reader.read()).done) return "closed";
  };
  return { ended: read().catch(() => "cut" as const) };
}

/** What the health check says until nobody answers. */
async function watchReady({ address }: Stage): Promise<number[]> {
  const states: number[] = [];
  for (;;) {
    const state = await fetch(`${address}/api/health/ready`, { headers: { connection: "close" } }).then(
      ({ status }) => status,
      () => null,
    );
    if (state === null) return states;
    states.push(state);
    await pause(10);
  }
}
