import { trashContact } from "@/lib/commands/contact";
import { route } from "@/lib/http/route";

export const DELETE = route(trashContact);
