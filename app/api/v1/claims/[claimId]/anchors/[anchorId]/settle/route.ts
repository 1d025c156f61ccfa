import { settleAnchor } from "@/lib/commands/settle-anchor";
import { route } from "@/lib/http/route";

export const POST = route(settleAnchor);
