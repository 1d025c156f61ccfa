import { startExport } from "@/lib/commands/export-jobs";
import { listExports } from "@/lib/queries/export-jobs";
import { route } from "@/lib/http/route";

export const GET = route(listExports);
export const POST = route(startExport);
