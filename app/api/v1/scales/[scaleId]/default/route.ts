import { setDefaultScale } from "@/lib/commands/scales";
import { route } from "@/lib/http/route";

export const PUT = route(setDefaultScale);
