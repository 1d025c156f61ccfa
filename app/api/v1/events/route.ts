import { follow } from "@/lib/queries/follow";
import { route } from "@/lib/http/route";

export const GET = route(follow);
