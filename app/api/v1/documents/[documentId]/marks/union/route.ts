import { uniteMarks } from "@/lib/commands/marks";
import { route } from "@/lib/http/route";

export const POST = route(uniteMarks);
