import { reply } from "@/lib/commands/comments";
import { route } from "@/lib/http/route";

export const POST = route(reply);
