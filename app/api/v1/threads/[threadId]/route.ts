import { changeThread } from "@/lib/commands/threads";
import { route } from "@/lib/http/route";

export const PATCH = route(changeThread);
