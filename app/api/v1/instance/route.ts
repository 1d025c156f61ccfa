import { updateInstance } from "@/lib/commands/instance";
import { route } from "@/lib/http/route";
import { getInstance } from "@/lib/queries/instance";

export const GET = route(getInstance);
export const PATCH = route(updateInstance);
