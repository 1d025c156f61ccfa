import { route } from "@/lib/http/route";
import { countNotifications } from "@/lib/queries/notifications";

export const GET = route(countNotifications);
