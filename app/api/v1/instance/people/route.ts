import { route } from "@/lib/http/route";
import { listInstancePeople } from "@/lib/queries/instance";

export const GET = route(listInstancePeople);
