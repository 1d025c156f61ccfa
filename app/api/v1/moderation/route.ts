import { route } from "@/lib/http/route";
import { listQueue } from "@/lib/queries/moderation-queue";

export const GET = route(listQueue);
