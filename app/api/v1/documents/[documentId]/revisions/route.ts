import { reviseDocument } from "@/lib/commands/revise-document";
import { listRevisions } from "@/lib/queries/revisions";
import { route } from "@/lib/http/route";

export const GET = route(listRevisions);
export const POST = route(reviseDocument);
