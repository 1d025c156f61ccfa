import { z } from "zod";
import { CONTRIBUTIONS_MAX, limitsOf } from "@/lib/domain/contribution-limits";
import { defined } from "@/lib/domain/defined";
import { prose, requiredLine, Version } from "@/lib/domain/fields";
import { APPROVE_FIRST_MAX, RULE_MAX, RULES_MAX } from "@/lib/domain/moderation";
import { ROLES } from "@/lib/domain/role";
import { WORD_LIST_MAX } from "@/lib/domain/word-list";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { moderationPolicy } from "@/lib/policies/moderation";
import { moderationSettings } from "@/lib/queries/moderation-settings";
import { command } from "./command";
import { expectWritten } from "./versioned";

const amount = z
  .int()
  .min(1, "At least 1.")
  .max(CONTRIBUTIONS_MAX, `At most ${String(CONTRIBUTIONS_MAX)}.`)
  .optional();
const Limit = z.object({ minute: amount, hour: amount });

export const UpdateModeration = z.object({
  version: Version,
  /** In their order; none for the usual ones. */
  moderationRules: z
    .array(requiredLine(RULE_MAX))
    .max(RULES_MAX, `At most ${String(RULES_MAX)} rules.`)
    .refine((rules) => new Set(rules).size === rules.length, "Two rules say the same.")
    .optional(),
  approveFirst: z
    .int("Write a number, 0 for none.")
    .min(0, "Write a number, 0 for none.")
    .max(APPROVE_FIRST_MAX, `At most ${String(APPROVE_FIRST_MAX)}.`)
    .optional(),
  heldTerms: prose(WORD_LIST_MAX).optional(),
  refusedTerms: prose(WORD_LIST_MAX).optional(),
  publicTransparency: z.boolean().optional(),
  /** Only those given change. */
  contributionLimits: z.partialRecord(z.enum(ROLES), Limit).optional(),
});

/** Changes by what the workspace is moderated; only the fields given. */
export const updateModeration = command(UpdateModeration, { summary: "Change by what the workspace is moderated." }, async ({ actor, tx }, input) => {
  authorize(moderationPolicy, actor, "setRules");
  const { version, contributionLimits: wished, ...rest } = input;
  const before = await moderationSettings(tx, actor);
  const limits = Object.fromEntries(ROLES.map((role) => [role, { ...before.contributionLimits[role], ...defined(wished?.[role] ?? {}) }]));
  const changes = { ...defined(rest), ...(wished ? { contributionLimits: limits } : {}) };
  const written = await tx.workspace.updateMany({ where: { id: actor.workspaceId, version }, data: { ...changes, version: { increment: 1 } } });
  await expectWritten(written, "workspace", () => moderationSettings(tx, actor));
  const plain = (settings: object, stored: unknown) => ({ ...settings, contributionLimits: JSON.stringify(limitsOf(stored)) });
  const changed = changedFields(plain(before, before.contributionLimits), plain(defined(rest), limits));
  if (changed) await record(tx, actor, { type: "workspace.updated", ...changed });
  return moderationSettings(tx, actor);
});
