import { ruleClaim } from "@/lib/commands/rule-claim";
import { route } from "@/lib/http/route";

export const PUT = route(ruleClaim);
