import { setSwitch } from "@/lib/commands/notifications";
import { route } from "@/lib/http/route";
import { getSwitches } from "@/lib/queries/notification-switches";

export const GET = route(getSwitches);
export const PATCH = route(setSwitch);
