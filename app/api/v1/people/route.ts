import { listPeople } from "@/lib/queries/people";
import { route } from "@/lib/http/route";

export const GET = route(listPeople);
