import { trashSnapshot } from "@/lib/commands/snapshots";
import { route } from "@/lib/http/route";

export const DELETE = route(trashSnapshot);
