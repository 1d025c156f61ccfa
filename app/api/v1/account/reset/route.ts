import { resetPassword } from "@/lib/commands/reset-password";
import { route } from "@/lib/http/route";

export const POST = route(resetPassword);
