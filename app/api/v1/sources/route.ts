import { createSource } from "@/lib/commands/source";
import { listSources } from "@/lib/queries/source";
import { route } from "@/lib/http/route";

export const GET = route(listSources);
export const POST = route(createSource);
