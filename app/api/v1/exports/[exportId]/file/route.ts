import { downloadExport } from "@/lib/queries/export-jobs";
import { route } from "@/lib/http/route";

export const GET = route(downloadExport);
