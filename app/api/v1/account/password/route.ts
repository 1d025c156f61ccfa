import { changePassword } from "@/lib/commands/account";
import { route } from "@/lib/http/route";

export const PUT = route(changePassword);
