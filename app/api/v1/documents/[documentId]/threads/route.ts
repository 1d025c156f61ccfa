import { startThread } from "@/lib/commands/threads";
import { route } from "@/lib/http/route";
import { listThreads } from "@/lib/queries/threads";

export const GET = route(listThreads);
export const POST = route(startThread);
