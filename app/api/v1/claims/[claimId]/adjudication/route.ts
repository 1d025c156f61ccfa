import { adjudicateClaim } from "@/lib/commands/adjudicate-claim";
import { route } from "@/lib/http/route";

export const POST = route(adjudicateClaim);
