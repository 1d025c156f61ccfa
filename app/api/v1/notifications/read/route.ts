import { readNotifications } from "@/lib/commands/notifications";
import { route } from "@/lib/http/route";

export const PUT = route(readNotifications);
