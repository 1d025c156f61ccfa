import { giveBackClaim, takeClaim } from "@/lib/commands/take-claim";
import { route } from "@/lib/http/route";

export const PUT = route(takeClaim);
export const DELETE = route(giveBackClaim);
