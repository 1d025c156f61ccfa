import { repeatExport } from "@/lib/commands/export-jobs";
import { route } from "@/lib/http/route";

export const POST = route(repeatExport);
