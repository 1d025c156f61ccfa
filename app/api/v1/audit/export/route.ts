import { exportAudit } from "@/lib/queries/audit-export";
import { route } from "@/lib/http/route";

export const GET = route(exportAudit);
