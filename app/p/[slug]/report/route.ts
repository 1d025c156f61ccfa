import { sendErrorReport } from "@/lib/http/error-report";
import { errorForm } from "@/lib/http/public-pages";
import { publicRoute } from "@/lib/http/public-route";

export const GET = publicRoute(errorForm);
export const POST = sendErrorReport;
