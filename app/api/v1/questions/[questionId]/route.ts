import { trashQuestion, updateQuestion } from "@/lib/commands/question";
import { route } from "@/lib/http/route";

export const PATCH = route(updateQuestion);
export const DELETE = route(trashQuestion);
