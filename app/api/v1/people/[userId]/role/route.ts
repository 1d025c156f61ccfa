import { changeRole } from "@/lib/commands/change-role";
import { route } from "@/lib/http/route";

export const PUT = route(changeRole);
