import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, line, requiredLine, Version } from "@/lib/domain/fields";
import { outgoingOf, OutgoingField } from "@/lib/domain/outgoing-field";
import { TONES } from "@/lib/domain/scale";
import type { Actor } from "@/lib/domain/role";
import type { StudioScale } from "@/lib/domain/views";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { studioScale } from "@/lib/queries/scale-studio";
import { command } from "./command";

const LABELS_MAX = 20;

export const CopyScale = z.object({ from: Id, name: requiredLine(80) });

/** Makes a scale with the labels of another. */
export const copyScale = command(CopyScale, { summary: "Make a scale as a copy of another.", status: 201 }, async ({ actor, tx }, { from, name }) => {
  authorize(workspacePolicy, actor, "settings");
  const model = await tx.scale.findFirst({
    where: { id: from, workspaceId: actor.workspaceId },
    select: { labels: { where: { retiredAt: null }, orderBy: { position: "asc" }, omit: { id: true, scaleId: true } } },
  });
  if (!model) throw new AppError("not_found", "There is no such scale to copy.");
  const labels = { create: model.labels.map(({ outgoing, ...label }, position) => ({ ...label, ...outgoingOf(outgoing), position })) };
  const scale = await tx.scale.create({ data: { workspaceId: actor.workspaceId, template: `own-${randomUUID()}`, name, labels }, select: { id: true } });
  await record(tx, actor, { type: "scale.created", after: { name }, ids: { scaleId: scale.id } });
  return studioScale(tx, actor, scale.id);
});

const Label = z.object({
  name: requiredLine(60),
  definition: line(600).default(""),
  /** "Use this rather than that when…" */
  boundaryRule: line(600).default(""),
  rating: z.int().min(-100).max(100).nullable().default(null),
  tone: z.enum(TONES),
  outgoing: OutgoingField.default({}),
  /** Kept where it is used, and not offered any more. */
  retired: z.boolean().default(false),
});

export const SaveScale = z.object({
  scaleId: Id,
  version: Version,
  name: requiredLine(80),
  labels: z
    .array(Label)
    .min(1, "A scale needs a label.")
    .max(LABELS_MAX, `At most ${String(LABELS_MAX)} labels.`),
});

/**
 * Saves a scale as a whole, in the order given. Where documents use it, that makes its next version: they keep theirs, and new documents get the new one; unless
 * only the way changes in which labels go out, which no judgement rests on.
 * Fails with `conflict` when it changed since `version`.
 */
export const saveScale = command(SaveScale, { summary: "Change a scale and its labels." }, async ({ actor, tx, now }, input) => {
  const { scaleId, version, name } = input;
  await lockScale(tx, actor.workspaceId, scaleId);
  const scale = await studioScale(tx, actor, scaleId);
  if (scale.version !== version)
    throw new AppError("conflict", "Somebody else changed this scale meanwhile. Load it anew; what you wrote is kept here until then.", { current: scale });
  expectDistinct(input.labels);
  if (scale.documents > 0 && meansTheSame(scale, input)) return saveOutgoing(tx, actor, scale, input.labels);
  const labels = { create: input.labels.map(({ retired, ...label }, position) => ({ ...label, position, retiredAt: retired ? now : null })) };
  const used = scale.documents > 0;
  const id = used ? await nextVersion(tx, scaleId, { name, labels }, now) : scaleId;
  if (!used) {
    // Nothing was ever judged on it, so that its labels can be written anew.
    await tx.scaleLabel.deleteMany({ where: { scaleId } });
    await tx.scale.update({ where: { id: scaleId }, data: { name, version: { increment: 1 }, labels }, select: { id: true } });
  }
  await record(tx, actor, { type: "scale.changed", before: { version, name: scale.name }, after: { version: version + 1, name }, ids: { scaleId: id } });
  return studioScale(tx, actor, id);
});

export const ScaleById = z.object({ scaleId: Id });

/** Has new documents begin with this scale. */
export const setDefaultScale = command(ScaleById, { summary: "Make a scale the one with which documents begin." }, async ({ actor, tx }, { scaleId }) => {
  const scale = await studioScale(tx, actor, scaleId);
  if (scale.retired) throw new AppError("conflict", "This scale is not offered any more. Offer it again first.");
  await tx.workspace.update({ where: { id: actor.workspaceId }, data: { defaultScaleId: scaleId }, select: { id: true } });
  if (!scale.isDefault) await record(tx, actor, { type: "scale.made_default", ids: { scaleId } });
  return studioScale(tx, actor, scaleId);
});

/** Takes a scale out of what is offered; documents that use it keep it. */
export const retireScale = command(ScaleById, { summary: "Offer a scale to new documents no more." }, async ({ actor, tx, now }, { scaleId }) => {
  const scale = await studioScale(tx, actor, scaleId);
  if (scale.isDefault) throw new AppError("conflict", "Documents begin with this scale. Choose another one for that first.");
  const { count } = await tx.scale.updateMany({ where: { id: scaleId, retiredAt: null }, data: { retiredAt: now } });
  if (count > 0) await record(tx, actor, { type: "scale.retired", ids: { scaleId } });
  return studioScale(tx, actor, scaleId);
});

/** Offers a scale again. */
export const restoreScale = command(ScaleById, { summary: "Offer a scale again." }, async ({ actor, tx }, { scaleId }) => {
  await studioScale(tx, actor, scaleId);
  const { count } = await tx.scale.updateMany({ where: { id: scaleId, retiredAt: { not: null } }, data: { retiredAt: null } });
  if (count > 0) await record(tx, actor, { type: "scale.restored", ids: { scaleId } });
  return studioScale(tx, actor, scaleId);
});

/** Whether nothing changes by which somebody judges: neither words nor order. */
function meansTheSame(scale: StudioScale, { name, labels }: Pick<z.output<typeof SaveScale>, "name" | "labels">): boolean {
  const said = (all: readonly Omit<z.output<typeof Label>, "outgoing">[]) =>
    JSON.stringify(all.map((label) => [label.name, label.definition, label.boundaryRule, label.rating, label.tone, label.retired]));
  return name === scale.name && said(labels) === said(scale.labels);
}

/** Changes how the labels go out, in place: it changes no judgement, so that documents that are judged already get it, too. */
async function saveOutgoing(tx: Tx, actor: Actor, scale: StudioScale, labels: z.output<typeof SaveScale>["labels"]): Promise<StudioScale> {
  const changed = scale.labels.flatMap((label, index) => {
    const { outgoing } = outgoingOf(labels[index]?.outgoing);
    return JSON.stringify(outgoing ?? {}) === JSON.stringify(label.outgoing ?? {}) ? [] : [{ label, outgoing: outgoing ?? {} }];
  });
  for (const { label, outgoing } of changed) await tx.scaleLabel.update({ where: { id: label.id }, data: { outgoing }, select: { id: true } });
  const told = (side: "before" | "after") =>
    Object.fromEntries(changed.map(({ label, outgoing }) => [label.name, JSON.stringify(side === "before" ? (label.outgoing ?? {}) : outgoing)]));
  if (changed.length > 0) await record(tx, actor, { type: "scale.changed", before: told("before"), after: told("after"), ids: { scaleId: scale.id } });
  return studioScale(tx, actor, scale.id);
}

/** Two who save at once wait for each other, and so does a document that is about to take the scale. */
async function lockScale(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Scale" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
}

async function nextVersion(tx: Tx, scaleId: string, data: { name: string; labels: { create: LabelRow[] } }, now: Date): Promise<string> {
  const { workspaceId, template, version } = await tx.scale.update({ where: { id: scaleId }, data: { retiredAt: now } });
  const next = await tx.scale.create({ data: { ...data, workspaceId, template, version: version + 1 }, select: { id: true } });
  await tx.workspace.updateMany({ where: { id: workspaceId, defaultScaleId: scaleId }, data: { defaultScaleId: next.id } });
  return next.id;
}

type LabelRow = Omit<z.output<typeof Label>, "retired"> & { position: number; retiredAt: Date | null };

function expectDistinct(labels: z.output<typeof SaveScale>["labels"]): void {
  const live = labels.filter(({ retired }) => !retired);
  if (live.length === 0) throw invalidField("labels", "At least one label must be offered.");
  const seen = new Set<string>();
  for (const [index, { name, retired }] of labels.entries()) {
    if (retired) continue;
    if (seen.has(name.toLowerCase())) throw invalidField(`labels.${String(index)}.name`, `There are two labels called “${name}”. Give one another name.`);
    seen.add(name.toLowerCase());
  }
}
