import { verifyQuote } from "@/lib/commands/verify-quote";
import { route } from "@/lib/http/route";

export const PUT = route(verifyQuote);
