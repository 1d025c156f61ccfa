import { route } from "@/lib/http/route";
import { previewPublication } from "@/lib/queries/publication";

export const GET = route(previewPublication);
