import { decide } from "@/lib/commands/decide";
import { route } from "@/lib/http/route";

export const POST = route(decide);
