import { previewImport } from "@/lib/commands/preview-import";
import { route } from "@/lib/http/route";

export const POST = route(previewImport);
