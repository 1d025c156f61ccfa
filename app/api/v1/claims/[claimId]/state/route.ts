import { moveClaim } from "@/lib/commands/move-claim";
import { route } from "@/lib/http/route";

export const PUT = route(moveClaim);
