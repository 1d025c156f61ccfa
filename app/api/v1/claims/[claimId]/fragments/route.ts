import { setFragments } from "@/lib/commands/set-fragments";
import { route } from "@/lib/http/route";

export const PUT = route(setFragments);
