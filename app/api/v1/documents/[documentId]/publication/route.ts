import { publishDocument } from "@/lib/commands/publish-document";
import { setPublicPage } from "@/lib/commands/set-public-page";
import { route } from "@/lib/http/route";
import { getPublication } from "@/lib/queries/publication";

export const GET = route(getPublication);
export const POST = route(publishDocument);
export const PATCH = route(setPublicPage);
