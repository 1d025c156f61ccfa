import { askQuestion } from "@/lib/commands/question";
import { route } from "@/lib/http/route";

export const POST = route(askQuestion);
