import { resetSecondFactor } from "@/lib/commands/reset-second-factor";
import { route } from "@/lib/http/route";

export const DELETE = route(resetSecondFactor);
