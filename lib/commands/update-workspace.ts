import { z } from "zod";
import { defined } from "@/lib/domain/defined";
import { requiredLine, Version } from "@/lib/domain/fields";
import { MIN_SOURCES_MAX } from "@/lib/domain/gate";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { workspaceSettings } from "@/lib/queries/workspace-settings";
import { command } from "./command";
import { ReviewFields } from "./review-fields";
import { expectWritten } from "./versioned";

/** What a claim needs before approval. */
const GateFields = {
  minSources: z.int().min(1, "At least one source.").max(MIN_SOURCES_MAX, `At most ${MIN_SOURCES_MAX}.`).optional(),
  primarySource: z.boolean().optional(),
  claimantContacted: z.boolean().optional(),
  archived: z.boolean().optional(),
  quotesVerified: z.boolean().optional(),
  secondSignature: z.boolean().optional(),
  noBlockingThreads: z.boolean().optional(),
};

export const UpdateWorkspace = z.object({ version: Version, name: requiredLine(100).optional(), ...ReviewFields, ...GateFields });

/** Changes what holds for the whole workspace; only the fields given. Documents that exist keep their own way of review. */
export const updateWorkspace = command(UpdateWorkspace, { summary: "Change the workspace's settings." }, async ({ actor, tx }, input) => {
  authorize(workspacePolicy, actor, "settings");
  const { version, ...changes } = input;
  const before = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
  const written = await tx.workspace.updateMany({ where: { id: actor.workspaceId, version }, data: { ...defined(changes), version: { increment: 1 } } });
  await expectWritten(written, "workspace", () => workspaceSettings(tx, actor));
  const changed = changedFields(before, changes);
  if (changed) await record(tx, actor, { type: "workspace.updated", ...changed });
  return workspaceSettings(tx, actor);
});
