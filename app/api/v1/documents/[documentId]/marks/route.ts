import { addMark } from "@/lib/commands/marks";
import { route } from "@/lib/http/route";
import { getMarks } from "@/lib/queries/marks";

export const GET = route(getMarks);
export const POST = route(addMark);
