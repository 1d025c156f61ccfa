import { undoDecisions } from "@/lib/commands/undo-decisions";
import { route } from "@/lib/http/route";

export const POST = route(undoDecisions);
