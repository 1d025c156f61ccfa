import { closeWorkspace, reopenWorkspace } from "@/lib/commands/workspaces";
import { route } from "@/lib/http/route";

export const PUT = route(closeWorkspace);
export const DELETE = route(reopenWorkspace);
