import { raiseFlag } from "@/lib/commands/flags";
import { route } from "@/lib/http/route";

export const POST = route(raiseFlag);
