import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIPv6, type Socket } from "node:net";
import { env } from "@/lib/env";

// On globalThis, because the process that notes it and the route bundles that read it load this module each for themselves.
const shared = globalThis as typeof globalThis & { assayPeerHeader?: string };
/** The header in which this process notes who is at the other end of a connection. Nobody outside knows its name, so that nobody can send it. */
export const PEER_HEADER = (shared.assayPeerHeader ??= `x-peer-${randomUUID()}`);

/** Notes with each request where its connection comes from: Next does not tell a handler. Node tells of each request on this channel. */
export function noteAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket }; // as Node documents it
    request.headers[PEER_HEADER] = socket.remoteAddress ?? "";
  });
}

/** Who asks, for rate limits and the list of sessions. */
export function clientIp(headers: Headers): string {
  return addressOf(headers.get("x-forwarded-for") ?? "", headers.get(PEER_HEADER) ?? "");
}

/**
 * Where a connection comes from, or, when a proxy is trusted, the last X-Forwarded-For entry, which that proxy wrote. IPv6 is cut to its /64, of which one machine
 * has every address.
 */
export function addressOf(forwardedFor: string, peer: string): string {
  const address = env.TRUST_PROXY ? forwardedFor.split(",").at(-1)?.trim() : peer;
  return address ? networkOf(address) : env.TRUST_PROXY ? "unknown" : "direct";
}

/** The address, or of IPv6 its /64. Some proxies write the port, too, and the system writes IPv4 as IPv6 on a socket for both. */
export function networkOf(address: string): string {
  const bare = address
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(bare)) return bare;
  // As it is written in an address of the web, it has one form only, which has "::" for zeros.
  const [front = "", back] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const groups = [front, back ?? ""].map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - groups.flat().length }, () => "0");
  return `${[...(groups[0] ?? []), ...zeros, ...(groups[1] ?? [])].slice(0, 4).join(":")}::/64`;
}
