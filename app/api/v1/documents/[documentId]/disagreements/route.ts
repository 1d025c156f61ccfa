import { route } from "@/lib/http/route";
import { listDisagreements } from "@/lib/queries/disagreements";

export const GET = route(listDisagreements);
