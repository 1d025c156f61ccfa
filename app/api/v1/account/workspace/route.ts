import { switchWorkspace } from "@/lib/commands/switch-workspace";
import { route } from "@/lib/http/route";

export const PUT = route(switchWorkspace);
