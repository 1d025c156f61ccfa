import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/role";
import { outgoingOf } from "@/lib/domain/outgoing-field";
import { TONES, type Tone } from "@/lib/domain/scale";
import type { LabelView, ScaleView } from "@/lib/domain/views";

export const scaleSelect = {
  id: true,
  name: true,
  version: true,
  labels: {
    select: { id: true, name: true, definition: true, boundaryRule: true, rating: true, tone: true, outgoing: true, retiredAt: true },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.ScaleSelect;

type ScaleRow = Prisma.ScaleGetPayload<{ select: typeof scaleSelect }>;

/** The view of a scale row. */
export function toScaleView(row: ScaleRow): ScaleView {
  return { ...row, labels: row.labels.map(toLabelView) };
}

function toLabelView({ retiredAt, tone, outgoing, ...label }: ScaleRow["labels"][number]): LabelView {
  return { ...label, tone: toTone(tone), ...outgoingOf(outgoing), retired: retiredAt !== null };
}

function toTone(value: string): Tone {
  return TONES.find((tone) => tone === value) ?? "off";
}

/** The workspace's scales that new documents may take, the default first. */
export async function scaleViews(actor: Actor): Promise<ScaleView[]> {
  const prisma = await db();
  const [workspace, rows] = await Promise.all([
    prisma.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { defaultScaleId: true } }),
    prisma.scale.findMany({ where: { workspaceId: actor.workspaceId, retiredAt: null }, select: scaleSelect, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
  ]);
  const isDefault = (scale: { id: string }) => Number(scale.id === workspace.defaultScaleId);
  return rows.map(toScaleView).sort((a, b) => isDefault(b) - isDefault(a));
}

/** The verdict scales of the workspace. */
export const listScales = query(z.object({}), { summary: "List the workspace's verdict scales with their labels." }, async (actor) => ({
  items: await scaleViews(actor),
}));
