import { settleAppeal } from "@/lib/commands/appeals";
import { route } from "@/lib/http/route";

export const PUT = route(settleAppeal);
