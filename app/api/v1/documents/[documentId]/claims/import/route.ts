import { bringClaims } from "@/lib/commands/bring-claims";
import { route } from "@/lib/http/route";

export const POST = route(bringClaims);
