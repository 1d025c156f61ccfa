import { listDoubts } from "@/lib/queries/doubts";
import { route } from "@/lib/http/route";

export const GET = route(listDoubts);
