import { transferInstance } from "@/lib/commands/instance";
import { route } from "@/lib/http/route";

export const PUT = route(transferInstance);
