import { listSessions } from "@/lib/queries/account";
import { route } from "@/lib/http/route";

export const GET = route(listSessions);
