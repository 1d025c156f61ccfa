import { route } from "@/lib/http/route";
import { exportTransparency } from "@/lib/queries/transparency";

export const GET = route(exportTransparency);
