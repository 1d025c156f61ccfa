import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { countRequest } from "@/lib/queries/measures";
import { shapeOf } from "./request-shape";

/**
 * Counts pages and all that is no handler of the API, which counts itself (see route.ts). Next tells nobody how long a page took; Node tells of each request, and
 * of its end, on these channels.
 */
export function watchRequests(): void {
  const begun = new WeakMap<object, number>();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage }; // as Node documents it
    begun.set(request, performance.now());
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }; // as Node documents it
    const started = begun.get(request);
    const path = shapeOf(request.url ?? "", response.statusCode);
    if (started === undefined || path === null) return;
    countRequest({ method: request.method ?? "", path, status: response.statusCode, ms: Math.round(performance.now() - started) }, new Date());
  });
}
