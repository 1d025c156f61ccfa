import { listClaimEvents } from "@/lib/queries/history";
import { route } from "@/lib/http/route";

export const GET = route(listClaimEvents);
