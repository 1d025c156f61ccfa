import { updateModeration } from "@/lib/commands/update-moderation";
import { route } from "@/lib/http/route";
import { getModerationSettings } from "@/lib/queries/moderation-settings";

export const GET = route(getModerationSettings);
export const PATCH = route(updateModeration);
