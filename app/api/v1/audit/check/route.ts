import { checkAudit } from "@/lib/queries/audit-check";
import { route } from "@/lib/http/route";

export const GET = route(checkAudit);
