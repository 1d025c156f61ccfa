import { makeResetLink } from "@/lib/commands/make-reset-link";
import { route } from "@/lib/http/route";

export const POST = route(makeResetLink);
