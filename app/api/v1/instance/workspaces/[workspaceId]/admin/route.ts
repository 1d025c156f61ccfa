import { runWorkspace } from "@/lib/commands/workspaces";
import { route } from "@/lib/http/route";

export const PUT = route(runWorkspace);
