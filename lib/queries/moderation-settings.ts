import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { limitsOf } from "@/lib/domain/contribution-limits";
import type { ModerationSettings } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { authorize } from "@/lib/policies/authorize";
import { moderationPolicy } from "@/lib/policies/moderation";

/** What moderators decide by, and what waits for them or is refused. Throws `forbidden` below admin. */
export async function moderationSettings(tx: Tx, actor: Actor): Promise<ModerationSettings> {
  authorize(moderationPolicy, actor, "setRules");
  const { contributionLimits, ...rest } = await tx.workspace.findUniqueOrThrow({
    where: { id: actor.workspaceId },
    select: {
      moderationRules: true,
      approveFirst: true,
      heldTerms: true,
      refusedTerms: true,
      contributionLimits: true,
      publicTransparency: true,
      version: true,
    },
  });
  return { ...rest, contributionLimits: limitsOf(contributionLimits) };
}

/** The same, for the page. */
export async function moderationSettingsView(actor: Actor): Promise<ModerationSettings> {
  return moderationSettings(await db(), actor);
}

/** The same, for programs. */
export const getModerationSettings = query(z.object({}), { summary: "Read by what the workspace is moderated." }, (actor) => moderationSettingsView(actor));
