import { askToProve } from "@/lib/commands/own-address";
import { route } from "@/lib/http/route";

export const POST = route(askToProve);
