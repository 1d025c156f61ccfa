import { exportDocument } from "@/lib/queries/export-document";
import { route } from "@/lib/http/route";

export const GET = route(exportDocument);
