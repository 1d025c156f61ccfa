import { route } from "@/lib/http/route";
import { getSystem } from "@/lib/queries/system";

export const GET = route(getSystem);
