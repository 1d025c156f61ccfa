import { removeMark } from "@/lib/commands/marks";
import { route } from "@/lib/http/route";

export const DELETE = route(removeMark);
