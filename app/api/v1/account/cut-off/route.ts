import { noteCutOffRead } from "@/lib/commands/own-address";
import { route } from "@/lib/http/route";

export const PUT = route(noteCutOffRead);
