import { openApiDocument } from "@/lib/http/openapi";

/** The API document; it holds nothing that only members may know. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { "cache-control": "no-cache" } });
}
