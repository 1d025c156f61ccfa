import { correctClaim } from "@/lib/commands/correct-claim";
import { route } from "@/lib/http/route";

export const POST = route(correctClaim);
