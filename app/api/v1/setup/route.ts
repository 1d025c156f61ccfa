import { setUpWorkspace } from "@/lib/commands/set-up-workspace";
import { route } from "@/lib/http/route";

export const POST = route(setUpWorkspace);
