import { route } from "@/lib/http/route";
import { listNotifications } from "@/lib/queries/notifications";

export const GET = route(listNotifications);
