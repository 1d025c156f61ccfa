import { beginSecondFactor, confirmSecondFactor } from "@/lib/commands/second-factor";
import { route } from "@/lib/http/route";

export const POST = route(beginSecondFactor);
export const PUT = route(confirmSecondFactor);
