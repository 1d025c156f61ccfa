import { readiness } from "@/lib/queries/readiness";

export const dynamic = "force-dynamic";

/** The process can serve: the database answers, and it is migrated. 503 with the reason otherwise. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, { status: state.status === "ready" ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
