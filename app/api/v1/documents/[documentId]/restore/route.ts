import { restoreDocument } from "@/lib/commands/trash-document";
import { route } from "@/lib/http/route";

export const POST = route(restoreDocument);
