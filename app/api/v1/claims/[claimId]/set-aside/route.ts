import { setAside } from "@/lib/commands/set-aside";
import { route } from "@/lib/http/route";

export const POST = route(setAside);
