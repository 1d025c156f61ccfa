import { updateSource } from "@/lib/commands/source";
import { route } from "@/lib/http/route";

export const PATCH = route(updateSource);
