import { route } from "@/lib/http/route";
import { exportAgreement } from "@/lib/queries/agreement";

export const GET = route(exportAgreement);
