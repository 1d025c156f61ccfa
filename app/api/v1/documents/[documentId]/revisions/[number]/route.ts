import { getRevision } from "@/lib/queries/revisions";
import { route } from "@/lib/http/route";

export const GET = route(getRevision);
