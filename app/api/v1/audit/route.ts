import { listAudit } from "@/lib/queries/audit";
import { route } from "@/lib/http/route";

export const GET = route(listAudit);
