import { applyPlan } from "@/lib/commands/plan-assignments";
import { route } from "@/lib/http/route";

export const POST = route(applyPlan);
