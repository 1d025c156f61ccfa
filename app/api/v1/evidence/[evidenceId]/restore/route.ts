import { restoreEvidence } from "@/lib/commands/evidence";
import { route } from "@/lib/http/route";

export const POST = route(restoreEvidence);
