import { previewRevision } from "@/lib/commands/preview-revision";
import { route } from "@/lib/http/route";

export const POST = route(previewRevision);
