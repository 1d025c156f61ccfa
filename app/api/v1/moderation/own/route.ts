import { route } from "@/lib/http/route";
import { getOwnModeration } from "@/lib/queries/moderation-own";

export const GET = route(getOwnModeration);
