import { pause } from "./drill";
import type { Person, Stage } from "./stage";

/** What was written, and what came of it. */
export interface Writing {
  /** Ids of the sources that the server said it has. */
  acknowledged: string[];
  /** Answers that were no success, by what they said. */
  refused: Map<string, number>;
  /** Requests that got no answer though the connection stood. */
  broken: number;
  /** How long those took that were acknowledged, in milliseconds. */
  took: number[];
  stop: () => Promise<void>;
}

/** Lets everybody add sources, each as soon as the last one is answered, until it is stopped. */
export function writeOn(stage: Stage): Writing {
  let going = true;
  const writing: Writing = { acknowledged: [], refused: new Map(), broken: 0, took: [], stop: () => Promise.resolve() };
  const note = (what: string) => writing.refused.set(what, (writing.refused.get(what) ?? 0) + 1);
  const writeAs = async (person: Person) => {
    while (going) {
      const began = performance.now();
      try {
        const response = await write(stage, person, `Source of ${String(began)}`);
        const body = (await response.json()) as { id?: string; detail?: string }; // a source, or a problem
        if (response.status === 201 && body.id !== undefined) {
          writing.acknowledged.push(body.id);
          writing.took.push(performance.now() - began);
        } else {
          note(`${String(response.status)} ${body.detail ?? ""}`);
          await pause(50);
        }
      } catch (error) {
        if (!isUnreachable(error)) writing.broken += 1;
        await pause(50);
      }
    }
  };
  const all = Promise.all(stage.people.map(writeAs));
  writing.stop = async () => {
    going = false;
    await all;
  };
  return writing;
}

/** Adds one source. */
export function write(stage: Stage, { cookie }: Person, title: string): Promise<Response> {
  const headers = { cookie, "content-type": "application/json" };
  return fetch(`${stage.address}/api/v1/sources`, { method: "POST", headers, body: JSON.stringify({ title }), signal: AbortSignal.timeout(60_000) });
}

/** How many of the acknowledged writes are not in the database, or are there without what belongs to them. */
export function missing(stage: Stage, ids: readonly string[]): Promise<number> {
  return stage.look(async ({ prisma }) => {
    const rows = await prisma.source.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
    const told = await prisma.event.findMany({ where: { type: "source.created" }, select: { data: true } });
    const events = JSON.stringify(told);
    const whole = new Set(rows.filter(({ id }) => events.includes(id)).map(({ id }) => id));
    return ids.filter((id) => !whole.has(id)).length;
  });
}

/** Nobody listens there: such a request was never sent. */
function isUnreachable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}
