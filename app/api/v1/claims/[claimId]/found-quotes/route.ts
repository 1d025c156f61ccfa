import { findQuotes } from "@/lib/queries/snapshots";
import { route } from "@/lib/http/route";

export const GET = route(findQuotes);
