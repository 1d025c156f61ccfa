import { askForReset } from "@/lib/commands/reset-password";
import { route } from "@/lib/http/route";

export const POST = route(askForReset);
