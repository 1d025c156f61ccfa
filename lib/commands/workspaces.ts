import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id, requiredLine, Version } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { instancePolicy } from "@/lib/policies/instance";
import { ableAdmin, instanceView, workspaceMakers } from "@/lib/queries/instance";
import { dropHandedLinks } from "./account-tokens";
import { command } from "./command";
import { addScaleTemplates } from "./set-up-workspace";
import { expectWritten } from "./versioned";

export const CreateWorkspace = z.object({ name: requiredLine(100) });

/** Makes a workspace with the usual scales; whoever makes it becomes its admin. */
export const createWorkspace = command(CreateWorkspace, { summary: "Make a workspace.", status: 201 }, async ({ actor, tx }, { name }) => {
  authorize(instancePolicy, actor, "makeWorkspaces", await workspaceMakers(tx));
  const workspace = await tx.workspace.create({ data: { name, memberships: { create: { userId: actor.userId, role: "admin" } } }, select: { id: true } });
  await addScaleTemplates(tx, workspace.id);
  await dropHandedLinks(tx, actor.userId);
  await record(tx, { userId: actor.userId, workspaceId: workspace.id }, { type: "workspace.created", after: { name } });
  return { id: workspace.id, name };
});

export const RenameWorkspace = z.object({ workspaceId: Id, version: Version, name: requiredLine(100) });

/** Gives a workspace of the instance another name. */
export const renameWorkspace = command(RenameWorkspace, { summary: "Rename a workspace of the instance." }, async ({ actor, tx }, input) => {
  authorize(instancePolicy, actor, "run");
  const { workspaceId, version, name } = input;
  const before = await workspaceOfInstance(tx, workspaceId);
  const written = await tx.workspace.updateMany({ where: { id: workspaceId, version }, data: { name, version: { increment: 1 } } });
  await expectWritten(written, "workspace", async () => workspaceOfInstance(tx, workspaceId));
  if (before.name !== name)
    await record(tx, { userId: actor.userId, workspaceId }, { type: "workspace.updated", before: { name: before.name }, after: { name } });
  return instanceView(tx, actor);
});

export const WorkspaceById = z.object({ workspaceId: Id });

/** Closes a workspace: nobody gets in any more, all of it is kept, and what it published stays published. */
export const closeWorkspace = command(WorkspaceById, { summary: "Close a workspace of the instance." }, async ({ actor, tx, now }, { workspaceId }) => {
  authorize(instancePolicy, actor, "run");
  await workspaceOfInstance(tx, workspaceId);
  // Whoever runs the instance needs a door themselves.
  if (workspaceId === actor.workspaceId) throw new AppError("conflict", "You are in this workspace yourself. Go to another one first, then close it.");
  const closed = await tx.workspace.updateMany({ where: { id: workspaceId, closedAt: null }, data: { closedAt: now } });
  if (closed.count > 0) await record(tx, { userId: actor.userId, workspaceId }, { type: "workspace.closed" });
  return instanceView(tx, actor);
});

/** Opens a closed workspace again, as it was. */
export const reopenWorkspace = command(WorkspaceById, { summary: "Open a closed workspace again." }, async ({ actor, tx }, { workspaceId }) => {
  authorize(instancePolicy, actor, "run");
  await workspaceOfInstance(tx, workspaceId);
  const opened = await tx.workspace.updateMany({ where: { id: workspaceId, closedAt: { not: null } }, data: { closedAt: null } });
  if (opened.count > 0) await record(tx, { userId: actor.userId, workspaceId }, { type: "workspace.reopened" });
  return instanceView(tx, actor);
});

/** Makes the owner of the instance admin of a workspace that has none who may come in: there, and nowhere else, they let themselves in. Its log says so. */
export const runWorkspace = command(
  WorkspaceById,
  { summary: "Become the admin of a workspace that has none who may come in." },
  async ({ actor, tx, now }, { workspaceId }) => {
    authorize(instancePolicy, actor, "run");
    await tx.$queryRaw`SELECT "id" FROM "Workspace" WHERE "id" = ${workspaceId} FOR NO KEY UPDATE`;
    await workspaceOfInstance(tx, workspaceId);
    if ((await tx.membership.count({ where: { workspaceId, ...ableAdmin(workspaceId, now) } })) > 0)
      throw new AppError("conflict", "This workspace has an admin. Ask them for an invitation.");
    const key = { workspaceId, userId: actor.userId };
    await tx.membership.upsert({ where: { workspaceId_userId: key }, create: { ...key, role: "admin" }, update: { role: "admin" } });
    await record(tx, { userId: actor.userId, workspaceId }, { type: "member.joined", after: { role: "admin" } });
    return instanceView(tx, actor);
  },
);

async function workspaceOfInstance(tx: Tx, id: string): Promise<{ name: string; version: number }> {
  const workspace = await tx.workspace.findUnique({ where: { id }, select: { name: true, version: true } });
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  return workspace;
}
