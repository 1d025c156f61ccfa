import { makeAppeal } from "@/lib/commands/appeals";
import { route } from "@/lib/http/route";

export const POST = route(makeAppeal);
