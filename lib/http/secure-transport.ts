import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { env } from "@/lib/env";

/** For a year. Not for what lies below the name: it may be somebody else's. */
const KEPT = "max-age=31536000";

/**
 * Says with every answer, whoever makes it, that browsers come by https only, where people do (`APP_URL`). Node tells of each request on this channel; what Next
 * adds by itself to all answers is settled at the build, which knows no address.
 */
export function keepToHttps(): void {
  if (!env.APP_URL.startsWith("https:")) return;
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse }; // as Node documents it
    response.setHeader("strict-transport-security", KEPT);
  });
}
