import { sitemap } from "@/lib/http/public-lists";
import { publicRoute } from "@/lib/http/public-route";

export const dynamic = "force-dynamic";

export const GET = publicRoute(sitemap);
