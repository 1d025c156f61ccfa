import { route } from "@/lib/http/route";
import { getAgreement } from "@/lib/queries/agreement";

export const GET = route(getAgreement);
