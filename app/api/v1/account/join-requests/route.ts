import { askToJoin } from "@/lib/commands/ask-for-link";
import { route } from "@/lib/http/route";

export const POST = route(askToJoin);
