import { restorePerson, suspendPerson } from "@/lib/commands/instance";
import { route } from "@/lib/http/route";

export const PUT = route(suspendPerson);
export const DELETE = route(restorePerson);
