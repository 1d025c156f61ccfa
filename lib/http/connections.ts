import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/lib/env";
import { networkOf } from "./client-ip";

/** A connection on which nothing moved for so long has no reader any more, for streams beat four times as often; in milliseconds. */
const STALLED_MS = 60_000;
/** How often it is looked for connections that have nothing more to carry, once the server is to end, in milliseconds. */
const LOOK_MS = 50;
const STREAM = /^\/api\/v1\/(documents\/[^/]+\/)?events(\?|$)/;

const streams = new Set<Socket>();
const servers = new Set<Server>();
let ending = false;

interface ConnectionLimits {
  /** Within so long a request must have said all of its headers, in milliseconds. */
  headersMs: number;
  /** How many connections one address may have. Behind a proxy all come from the proxy, which is to count them itself. */
  perAddress: number;
}

/** Whoever comes from one address: a browser opens six, and an office or a school has one address for all. */
const LIMITS: ConnectionLimits = { headersMs: 15_000, perAddress: env.TRUST_PROXY ? Infinity : 600 };

/**
 * Has the server part with whoever sends a request so slowly that it never comes to be one, and with connections that are too many for one address. Node looks
 * for the slow every half minute, and gives a whole request five minutes, as long as a large file takes on a poor line.
 */
export function limitConnections(server: Server, { headersMs, perAddress }: ConnectionLimits): void {
  server.headersTimeout = headersMs;
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? "");
    const count = (open.get(address) ?? 0) + 1;
    if (count > perAddress) return socket.destroy();
    open.set(address, count);
    return socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

/**
 * Watches over the connections: Next does not give them to a handler, and waits without end for whoever never reads, or never stops asking. Node tells of each
 * request on this channel.
 */
export function watchConnections(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response, socket, server } = message as { request: IncomingMessage; response: ServerResponse; socket: Socket; server: Server }; // as Node documents it
    // The first request is our own: whoever starts this process asks whether it is ready.
    if (!servers.has(server)) limitConnections(server, LIMITS);
    servers.add(server);
    // The client hears that this is the last answer here, and asks elsewhere next.
    if (ending) response.shouldKeepAlive = false;
    if (!STREAM.test(request.url ?? "")) return;
    socket.setTimeout(STALLED_MS);
    streams.add(socket);
    socket.once("close", () => streams.delete(socket));
  });
}

/** From now on each connection ends with the answer that it carries; those that carry none end at once. */
export function endConnections(): void {
  ending = true;
  setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, LOOK_MS).unref();
}

/** Cuts the connections of streams that are still there. */
export function cutStreams(): void {
  for (const socket of streams) socket.destroy();
}
