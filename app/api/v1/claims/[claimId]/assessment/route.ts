import { assessClaim } from "@/lib/commands/assess-claim";
import { route } from "@/lib/http/route";

export const PUT = route(assessClaim);
