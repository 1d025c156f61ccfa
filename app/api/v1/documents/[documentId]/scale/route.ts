import { moveToScale } from "@/lib/commands/move-to-scale";
import { getScaleMove } from "@/lib/queries/scale-move";
import { route } from "@/lib/http/route";

export const GET = route(getScaleMove);
export const PUT = route(moveToScale);
