import { seeThread } from "@/lib/commands/threads";
import { route } from "@/lib/http/route";

export const PUT = route(seeThread);
