import { listScales } from "@/lib/queries/scale";
import { route } from "@/lib/http/route";

export const GET = route(listScales);
