import { route } from "@/lib/http/route";
import { listOwnWorkspaces } from "@/lib/queries/memberships";

export const GET = route(listOwnWorkspaces);
