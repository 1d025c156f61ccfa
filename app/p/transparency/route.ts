import { transparencyPage } from "@/lib/http/public-lists";
import { publicRoute } from "@/lib/http/public-route";

export const GET = publicRoute(transparencyPage);
