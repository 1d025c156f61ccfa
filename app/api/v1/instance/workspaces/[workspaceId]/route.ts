import { renameWorkspace } from "@/lib/commands/workspaces";
import { route } from "@/lib/http/route";

export const PATCH = route(renameWorkspace);
