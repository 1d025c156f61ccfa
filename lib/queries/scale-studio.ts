import { db, type Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import type { StudioScale } from "@/lib/domain/views";
import { AppError } from "@/lib/domain/errors";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { scaleSelect, toScaleView } from "./scale";

/** The newest version of each scale of the workspace, those that are offered first. Throws `forbidden` below admin. */
export async function studioScales(tx: Tx, actor: Actor): Promise<StudioScale[]> {
  authorize(workspacePolicy, actor, "settings");
  const { workspaceId } = actor;
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { defaultScaleId: true } });
  const rows = await tx.scale.findMany({
    where: { workspaceId },
    select: { ...scaleSelect, template: true, retiredAt: true, _count: { select: { documents: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const newest = new Map(rows.map((row) => [row.template, row]));
  for (const row of rows) if (row.version > (newest.get(row.template)?.version ?? 0)) newest.set(row.template, row);
  const scales = [...newest.values()].map(({ template, retiredAt, _count, ...row }): StudioScale => ({
    ...toScaleView(row),
    isDefault: row.id === workspace.defaultScaleId,
    retired: retiredAt !== null,
    documents: _count.documents,
    earlier: rows.filter((other) => other.template === template && other.id !== row.id).reduce((sum, other) => sum + other._count.documents, 0),
  }));
  return scales.sort((a, b) => Number(a.retired) - Number(b.retired) || Number(b.isDefault) - Number(a.isDefault));
}

/** The same for the page. */
export async function studioView(actor: Actor): Promise<StudioScale[]> {
  return studioScales(await db(), actor);
}

/** One of them. Throws `not_found`, also for a version that is not the newest. */
export async function studioScale(tx: Tx, actor: Actor, scaleId: string): Promise<StudioScale> {
  const scale = (await studioScales(tx, actor)).find(({ id }) => id === scaleId);
  if (!scale) throw new AppError("not_found", "There is no such scale, or there is a newer version of it.");
  return scale;
}

/** The same for its page. */
export async function studioScaleView(actor: Actor, scaleId: string): Promise<StudioScale> {
  return studioScale(await db(), actor, scaleId);
}
