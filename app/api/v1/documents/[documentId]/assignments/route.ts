import { assignClaims } from "@/lib/commands/assign-claims";
import { getAssignments } from "@/lib/queries/assignments";
import { route } from "@/lib/http/route";

export const GET = route(getAssignments);
export const PATCH = route(assignClaims);
