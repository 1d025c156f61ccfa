import { route } from "@/lib/http/route";
import { getTransparency } from "@/lib/queries/transparency";

export const GET = route(getTransparency);
