import { revertClaim } from "@/lib/commands/revert-claim";
import { route } from "@/lib/http/route";

export const POST = route(revertClaim);
