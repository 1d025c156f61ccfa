import { previewBundle } from "@/lib/commands/import-bundle";
import { route } from "@/lib/http/route";

export const POST = route(previewBundle);
