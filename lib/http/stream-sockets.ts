import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/** A connection on which nothing moved for so long has no reader any more, for streams beat four times as often; in milliseconds. */
const STALLED_MS = 60_000;
const STREAM = /^\/api\/v1\/(documents\/[^/]+\/)?events(\?|$)/;

const sockets = new Set<Socket>();

/**
 * Watches over the connections of streams: Next does not give them to a handler, and waits without end for whoever never reads. Node tells of each request
 * on this channel.
 */
export function watchStreamSockets(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket }; // as Node documents it
    if (!STREAM.test(request.url ?? "")) return;
    socket.setTimeout(STALLED_MS);
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
}

/** Cuts the connections of streams that are still there. */
export function cutStreamSockets(): void {
  for (const socket of sockets) socket.destroy();
}
