import { createClaim } from "@/lib/commands/create-claim";
import { route } from "@/lib/http/route";
import { listClaims } from "@/lib/queries/document";

export const GET = route(listClaims);
export const POST = route(createClaim);
