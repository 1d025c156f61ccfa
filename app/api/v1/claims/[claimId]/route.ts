import { trashClaim } from "@/lib/commands/trash-claim";
import { updateClaim } from "@/lib/commands/update-claim";
import { getClaim } from "@/lib/queries/claim";
import { route } from "@/lib/http/route";

export const GET = route(getClaim);
export const PATCH = route(updateClaim);
export const DELETE = route(trashClaim);
