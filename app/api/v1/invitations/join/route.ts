import { joinWorkspace } from "@/lib/commands/invitations";
import { route } from "@/lib/http/route";

export const POST = route(joinWorkspace);
