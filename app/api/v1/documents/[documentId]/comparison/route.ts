import { getComparison } from "@/lib/queries/comparison";
import { route } from "@/lib/http/route";

export const GET = route(getComparison);
