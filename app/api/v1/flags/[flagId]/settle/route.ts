import { settleFlag } from "@/lib/commands/flags";
import { route } from "@/lib/http/route";

export const POST = route(settleFlag);
