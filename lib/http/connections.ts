import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A connection on which nothing moved for so long has no reader any more, for streams beat four times as often; in milliseconds. */
const STALLED_MS = 60_000;
/** How often it is looked for connections that have nothing more to carry, once the server is to end, in milliseconds. */
const LOOK_MS = 50;
const STREAM = /^\/api\/v1\/(documents\/[^/]+\/)?events(\?|$)/;

const streams = new Set<Socket>();
const servers = new Set<Server>();
let ending = false;

/**
 * Watches over the connections: Next does not give them to a handler, and waits without end for whoever never reads, or never stops asking. Node tells of each
 * request on this channel.
 */
export function watchConnections(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response, socket, server } = message as { request: IncomingMessage; response: ServerResponse; socket: Socket; server: Server }; // as Node documents it
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
