import { assignClaim } from "@/lib/commands/assign-claims";
import { route } from "@/lib/http/route";

export const PATCH = route(assignClaim);
