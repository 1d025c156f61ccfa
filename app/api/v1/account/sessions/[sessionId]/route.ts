import { endSession } from "@/lib/commands/account";
import { route } from "@/lib/http/route";

export const DELETE = route(endSession);
