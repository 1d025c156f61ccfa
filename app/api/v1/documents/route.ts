import { createDocument } from "@/lib/commands/create-document";
import { listDocuments } from "@/lib/queries/documents";
import { route } from "@/lib/http/route";

export const GET = route(listDocuments);
export const POST = route(createDocument);
