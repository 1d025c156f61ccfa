import { restoreContact } from "@/lib/commands/contact";
import { route } from "@/lib/http/route";

export const POST = route(restoreContact);
