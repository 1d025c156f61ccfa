import { deletePerson } from "@/lib/commands/delete-account";
import { route } from "@/lib/http/route";

export const DELETE = route(deletePerson);
