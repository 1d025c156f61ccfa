import { joinByDomain } from "@/lib/commands/join-by-domain";
import { route } from "@/lib/http/route";

export const POST = route(joinByDomain);
