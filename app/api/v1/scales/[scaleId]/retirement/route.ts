import { restoreScale, retireScale } from "@/lib/commands/scales";
import { route } from "@/lib/http/route";

export const PUT = route(retireScale);
export const DELETE = route(restoreScale);
