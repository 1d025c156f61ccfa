import { updateWorkspace } from "@/lib/commands/update-workspace";
import { route } from "@/lib/http/route";
import { getWorkspace } from "@/lib/queries/workspace-settings";

export const GET = route(getWorkspace);
export const PATCH = route(updateWorkspace);
