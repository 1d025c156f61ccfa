import { removeMember } from "@/lib/commands/remove-member";
import { route } from "@/lib/http/route";

export const DELETE = route(removeMember);
