import { revokeInvitation } from "@/lib/commands/invitations";
import { route } from "@/lib/http/route";

export const DELETE = route(revokeInvitation);
