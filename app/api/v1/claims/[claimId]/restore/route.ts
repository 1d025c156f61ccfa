import { restoreClaim } from "@/lib/commands/trash-claim";
import { route } from "@/lib/http/route";

export const POST = route(restoreClaim);
