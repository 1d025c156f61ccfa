import { bePresent } from "@/lib/queries/presence";
import { route } from "@/lib/http/route";

export const PUT = route(bePresent);
