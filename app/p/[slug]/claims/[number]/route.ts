import { claimPage } from "@/lib/http/public-pages";
import { publicRoute } from "@/lib/http/public-route";

export const GET = publicRoute(claimPage);
