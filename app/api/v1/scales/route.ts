import { copyScale } from "@/lib/commands/scales";
import { route } from "@/lib/http/route";
import { listScales } from "@/lib/queries/scale";

export const GET = route(listScales);
export const POST = route(copyScale);
