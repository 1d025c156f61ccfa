import { updateEvidence, trashEvidence } from "@/lib/commands/evidence";
import { route } from "@/lib/http/route";

export const PATCH = route(updateEvidence);
export const DELETE = route(trashEvidence);
