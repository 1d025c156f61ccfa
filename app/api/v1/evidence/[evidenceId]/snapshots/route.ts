import { addSnapshot } from "@/lib/commands/snapshots";
import { route } from "@/lib/http/route";

export const POST = route(addSnapshot);
