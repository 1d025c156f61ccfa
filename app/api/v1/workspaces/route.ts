import { createWorkspace } from "@/lib/commands/workspaces";
import { route } from "@/lib/http/route";

export const POST = route(createWorkspace);
