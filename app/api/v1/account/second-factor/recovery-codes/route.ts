import { renewRecoveryCodes } from "@/lib/commands/second-factor";
import { route } from "@/lib/http/route";

export const POST = route(renewRecoveryCodes);
