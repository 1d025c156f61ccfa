import { env } from "@/lib/env";

/**
 * Who asks, for rate limits and the list of sessions: the last X-Forwarded-For entry, which the trusted proxy wrote, and only
 * when a proxy is trusted; else one name for all, because Next shows no socket. IPv6 is cut to its /64.
 */
export function clientIp(headers: Headers): string {
  if (!env.TRUST_PROXY) return "direct";
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
  return last.includes(":") && !last.includes(".") ? `${last.split(":").slice(0, 4).join(":")}::/64` : last;
}
