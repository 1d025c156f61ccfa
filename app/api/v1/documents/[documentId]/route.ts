import { trashDocument } from "@/lib/commands/trash-document";
import { updateDocument } from "@/lib/commands/update-document";
import { getDocument } from "@/lib/queries/document";
import { route } from "@/lib/http/route";

export const GET = route(getDocument);
export const PATCH = route(updateDocument);
export const DELETE = route(trashDocument);
