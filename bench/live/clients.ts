import { request, type ClientRequest } from "node:http";
import { performance } from "node:perf_hooks";
import type { Stage } from "./server";

interface Heard {
  kind?: string;
  claims?: { id: string; version: number }[];
}

/** What was said is the same for many readers: it is taken apart once. */
const parsed = new Map<string, Heard>();

function parse(data: string): Heard {
  const known = parsed.get(data);
  if (known) return known;
  if (parsed.size > 5_000) parsed.clear();
  const heard = JSON.parse(data) as Heard; // our own server's words
  parsed.set(data, heard);
  return heard;
}

/** Opens a stream; resolves at its first word. */
export function reader(server: Stage, cookie: string, arrivals: Map<string, number[]>): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const connection = request(`${server.address}${server.streamPath}`, { headers: { cookie, accept: "text/event-stream" }, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`A stream was refused: ${String(response.statusCode)}.`));
      let rest = "";
      // A claim that changes while it is read may be told twice; the first time counts.
      const seen = new Set<string>();
      response.setEncoding("utf8");
      response.on("error", () => undefined);
      response.on("data", (piece: string) => {
        const now = performance.now();
        resolve(connection);
        const blocks = (rest + piece).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          const data = /^data: (.*)$/m.exec(block)?.[1];
          for (const { id, version } of (data && parse(data).claims) || []) {
            const key = `${id} ${String(version)}`;
            if (seen.has(key)) continue;
            seen.add(key);
            const times = arrivals.get(key);
            if (times) times.push(now);
            else arrivals.set(key, [now]);
          }
        }
      });
    });
    connection.on("error", reject);
    connection.end();
  });
}

/** Writes the claim anew and answers its version. `known` is 0 when it is not known yet. */
export async function write(server: Stage, cookie: string, claimId: string, known: number): Promise<number> {
  const url = `${server.address}/api/v1/claims/${claimId}`;
  const version = known || (cookie ? Number((await (await fetch(url, { headers: { cookie } })).json()).version) : 2);
  const body = JSON.stringify({ version, statement: `Written at ${String(performance.now())}` });
  const answer = await fetch(url, { method: "PATCH", headers: { cookie, "content-type": "application/json" }, body });
  if (!answer.ok) throw new Error(`A write was refused: ${String(answer.status)}.`);
  return Number((await answer.json()).version);
}

/** Waits so many milliseconds, or not at all. */
export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
