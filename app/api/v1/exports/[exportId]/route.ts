import { endExport } from "@/lib/commands/export-jobs";
import { getExport } from "@/lib/queries/export-jobs";
import { route } from "@/lib/http/route";

export const GET = route(getExport);
export const DELETE = route(endExport);
