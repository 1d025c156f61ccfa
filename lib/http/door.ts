import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { knownSession, sessionCookie } from "@/lib/auth/known-sessions";
import { addressOf } from "./client-ip";
import { createFairQueue, type Leave } from "./fair-queue";

/** What tells whoever runs the server how it is may not wait for anybody; parts of the application cost next to nothing, and a page asks for many. */
const FREE = /^\/(api\/health|_next\/static)\//;
const FULL = JSON.stringify({
  title: "Too many requests",
  detail: "Too many of your requests are waiting. Wait a second and try again.",
  status: 429,
  code: "rate_limited",
});

// On globalThis, because the process that keeps the door and the route bundles that step aside load this module each for themselves.
const shared = globalThis as typeof globalThis & { assayDoor?: AsyncLocalStorage<Leave> };
const leaving = (shared.assayDoor ??= new AsyncLocalStorage());

/** Keeps the door: each request begins when its turn has come, also those for pages, and before anything is done for it. Node tells of the server with its first request. */
export function keepDoor(): void {
  const queue = createFairQueue();
  const kept = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server }; // as Node documents it
    if (kept.has(server)) return;
    kept.add(server);
    const listeners = server.listeners("request");
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      // What waits begins when somebody else leaves, and must not be taken for a part of their request.
      const begin = AsyncResource.bind((leave: Leave) =>
        leaving.run(leave, () => {
          for (const listener of listeners) listener.call(server, request, response);
        }),
      );
      if (FREE.test(request.url ?? "")) return begin(() => undefined);
      const { key, several } = lineOf(request);
      const leave = queue.enter(key, begin, several);
      if (!leave) return void response.writeHead(429, { "content-type": "application/problem+json", "retry-after": "1" }).end(FULL);
      response.once("close", leave);
    });
  });
}

/** Gives the turn of the request that is being served back while it waits for what holds nobody up: a stream that stays, a worker thread, a second that goes by. */
export function stepAside(): void {
  leaving.getStore()?.();
}

/** Whoever makes cookies up stands in the line of their address. */
function lineOf({ headers, socket }: IncomingMessage): { key: string; several: boolean } {
  const session = knownSession(sessionCookie(headers.cookie ?? ""), Date.now());
  if (session !== null) return { key: `session ${session}`, several: false };
  return { key: `address ${addressOf(String(headers["x-forwarded-for"] ?? ""), socket.remoteAddress ?? "")}`, several: true };
}
