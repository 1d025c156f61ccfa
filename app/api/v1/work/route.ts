import { route } from "@/lib/http/route";
import { getMyWork } from "@/lib/queries/my-work";

export const GET = route(getMyWork);
