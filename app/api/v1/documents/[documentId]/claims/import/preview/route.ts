import { previewClaims } from "@/lib/commands/preview-claims";
import { route } from "@/lib/http/route";

export const POST = route(previewClaims);
