import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { DecisionKind } from "@/lib/domain/moderation";
import type { Thing } from "@/lib/queries/moderated";
import { activeSanctions } from "@/lib/queries/sanctions";
import { hideSource, restoreSource, setLock, showSourceOf, WrittenMoment } from "./moderate-thing";

/* What moderation has marked a thing with, for the row of a decision; and how it is marked again as it was. */

/** Moments as in ISO 8601, so that a mark read from the row of a decision is the mark that was written there. */
export type Marks = Readonly<Record<string, string | number | null>>;

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
const plain = (row: Record<string, Date | string | number | null>): Marks =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]));

/** What the thing is marked with now. */
export async function marksOf(tx: Tx, workspaceId: string, { subject, id }: Pick<Thing, "subject" | "id">, now: Date): Promise<Marks> {
  const where = { id };
  const trash = { hiddenAt: true, deletedAt: true } as const;
  switch (subject) {
    case "document":
      return plain(await tx.document.findUniqueOrThrow({ where, select: { ...trash, lockedAt: true } }));
    case "claim":
      return plain(await tx.claim.findUniqueOrThrow({ where, select: { ...trash, heldAt: true, lockedAt: true } }));
    case "evidence": {
      const { source, ...row } = await tx.evidence.findUniqueOrThrow({
        where,
        select: { ...trash, heldAt: true, lockedAt: true, source: { select: { hiddenAt: true, heldAt: true } } },
      });
      return plain({ ...row, sourceHiddenAt: source.hiddenAt, sourceHeldAt: source.heldAt });
    }
    case "comment": {
      const { heldBody, thread, ...row } = await tx.comment.findUniqueOrThrow({
        where,
        select: { ...trash, version: true, heldBody: true, thread: { select: { lockedAt: true } } },
      });
      return plain({ ...row, heldAt: heldBody === null ? null : row.hiddenAt, lockedAt: thread.lockedAt });
    }
    case "source":
      return plain(await tx.source.findUniqueOrThrow({ where, select: { hiddenAt: true, heldAt: true, lockedAt: true } }));
    case "page":
      return plain(await tx.publicPage.findUniqueOrThrow({ where, select: { hiddenAt: true, revokedAt: true, revokedById: true, lockedAt: true } }));
    case "person": {
      const active = (await activeSanctions(tx, workspaceId, [id], now)).get(id);
      return { sanction: active?.kind ?? null, until: iso(active?.until ?? null) };
    }
  }
}

const Before = z.object({
  ...{ hiddenAt: WrittenMoment, deletedAt: WrittenMoment, heldAt: WrittenMoment, lockedAt: WrittenMoment },
  ...{ revokedAt: WrittenMoment, sourceHiddenAt: WrittenMoment, sourceHeldAt: WrittenMoment },
  revokedById: z.string().nullable().catch(null),
  /** The words of a comment that was hidden. */
  body: z.string().optional(),
});

/** Marks a thing as it was before a decision of this kind; people are not marked. The thing is locked. */
export async function markAgain(tx: Tx, thing: Thing, kind: DecisionKind, written: unknown): Promise<void> {
  const before = Before.parse(written);
  if (kind === "lock" || kind === "unlock") return setLock(tx, thing, before.lockedAt);
  const where = { id: thing.id };
  const select = { id: true } as const;
  const { hiddenAt, deletedAt, heldAt } = before;
  const anew = { version: { increment: 1 } } as const;
  switch (thing.subject) {
    case "document":
      await tx.document.update({ where, data: { hiddenAt, deletedAt, ...anew }, select });
      return;
    case "claim":
      await tx.claim.update({ where, data: { hiddenAt, deletedAt, heldAt, ...anew }, select });
      return;
    case "evidence": {
      const { sourceId } = await tx.evidence.update({ where, data: { hiddenAt, deletedAt, heldAt, ...anew }, select: { sourceId: true } });
      if (!hiddenAt) await showSourceOf(tx, thing.id);
      // It was approved with the evidence; what others rest on it meanwhile keeps it.
      const others = await tx.evidence.count({ where: { sourceId, hiddenAt: null, id: { not: thing.id } } });
      if ((kind === "approve" || kind === "restore") && before.sourceHeldAt && others === 0)
        await tx.source.update({ where: { id: sourceId }, data: { hiddenAt: before.sourceHiddenAt, heldAt: before.sourceHeldAt, ...anew }, select });
      return;
    }
    case "comment": {
      const now = await tx.comment.findUniqueOrThrow({ where, select: { body: true } });
      const body = before.body ?? now.body;
      const words = heldAt ? { body: "", heldBody: body } : { body: hiddenAt ? "" : body, heldBody: null };
      await tx.comment.update({ where, data: { ...words, hiddenAt, deletedAt, ...anew }, select });
      return;
    }
    case "source":
      if (kind === "hide" || kind === "delete") await restoreSource(tx, thing.id);
      if (kind === "restore" && hiddenAt) await hideSource(tx, thing.id, hiddenAt);
      await tx.source.update({ where, data: { hiddenAt, heldAt, ...anew }, select });
      return;
    case "page":
      await tx.publicPage.update({ where, data: { hiddenAt, revokedAt: before.revokedAt, revokedById: before.revokedById, ...anew }, select });
      return;
    case "person":
      throw new AppError("closed", "People are not marked.");
  }
}
