import { unsettleAnchor } from "@/lib/commands/unsettle-anchor";
import { route } from "@/lib/http/route";

export const POST = route(unsettleAnchor);
