import { setImmediate } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { BEING_DELETED } from "@/lib/db/scopes";
import { DAY_MS } from "@/lib/domain/retention";

/** So many rows are deleted in a statement, with all that hangs on them: whoever writes waits no longer than for these. */
const SLICE = 50;

/** Deletes for good what has been in the trash for the days that its workspace says. What a moderator has hidden stays until it is shown again, or decided upon. */
export async function emptyTrash(now: Date): Promise<void> {
  const prisma = await db();
  for (const { trashDays } of await prisma.workspace.findMany({ distinct: ["trashDays"], select: { trashDays: true } })) {
    const over = { deletedAt: { lt: new Date(now.getTime() - trashDays * DAY_MS) }, workspace: { trashDays } };
    const shown = { ...over, hiddenAt: null };
    // From here on nobody restores it, so that none comes back with half of its claims.
    await prisma.document.updateMany({ where: shown, data: { deletedAt: BEING_DELETED } });
    await inSlices(
      () => prisma.claim.findMany({ where: shown, select: { id: true }, take: SLICE }),
      (id) => prisma.claim.deleteMany({ where: { id, ...shown } }),
    );
    await inSlices(
      () => prisma.evidence.findMany({ where: shown, select: { id: true }, take: SLICE }),
      (id) => prisma.evidence.deleteMany({ where: { id, ...shown } }),
    );
    await inSlices(
      () => prisma.snapshot.findMany({ where: over, select: { id: true }, take: SLICE }),
      (id) => prisma.snapshot.deleteMany({ where: { id, ...over } }),
    );
    await inSlices(
      () => prisma.question.findMany({ where: over, select: { id: true }, take: SLICE }),
      (id) => prisma.question.deleteMany({ where: { id, ...over } }),
    );
    await inSlices(
      () => prisma.claimantContact.findMany({ where: over, select: { id: true }, take: SLICE }),
      (id) => prisma.claimantContact.deleteMany({ where: { id, ...over } }),
    );
  }
  await deleteDocuments();
}

/** Deletes the documents that nobody can restore any more, also those that were begun with before the process ended; first their claims, then the rest. */
async function deleteDocuments(): Promise<void> {
  const prisma = await db();
  const documents = await prisma.document.findMany({ where: { deletedAt: BEING_DELETED, hiddenAt: null }, select: { id: true } });
  for (const { id: documentId } of documents) {
    await inSlices(
      () => prisma.claim.findMany({ where: { documentId }, select: { id: true }, take: SLICE }),
      (id) => prisma.claim.deleteMany({ where: { id, documentId } }),
    );
    await prisma.document.deleteMany({ where: { id: documentId, deletedAt: BEING_DELETED } });
  }
}

/** Deletes what somebody was told of and has read, after the days that the workspace says. */
export async function forgetNotifications(now: Date): Promise<void> {
  const prisma = await db();
  for (const { toldDays } of await prisma.workspace.findMany({ distinct: ["toldDays"], select: { toldDays: true } })) {
    const over = { readAt: { lt: new Date(now.getTime() - toldDays * DAY_MS) }, workspace: { toldDays } };
    await inSlices(
      () => prisma.notification.findMany({ where: over, select: { id: true }, take: SLICE * 10 }),
      (id) => prisma.notification.deleteMany({ where: { id, ...over } }),
    );
  }
}

/**
 * Forgets addresses of people who are no members, once they are of no use: those of invitations that nobody accepted in time, and those at which readers can be
 * answered, when what they reported was settled as long ago as the trash is kept.
 */
export async function forgetAddresses(now: Date): Promise<void> {
  const prisma = await db();
  await prisma.invitation.deleteMany({ where: { acceptedAt: null, expiresAt: { lt: now } } });
  for (const { trashDays } of await prisma.workspace.findMany({ distinct: ["trashDays"], select: { trashDays: true } })) {
    const settledAt = { lt: new Date(now.getTime() - trashDays * DAY_MS) };
    await prisma.flag.updateMany({ where: { settledAt, contact: { not: "" }, workspace: { trashDays } }, data: { contact: "" } });
  }
}

/** Deletes what is found, a slice at a time, and lets others come in between. Ends also when another process has deleted the slice. */
async function inSlices(find: () => Promise<{ id: string }[]>, remove: (id: { in: string[] }) => Promise<{ count: number }>): Promise<void> {
  for (let rows = await find(); rows.length > 0; rows = await find()) {
    const { count } = await remove({ in: rows.map(({ id }) => id) });
    if (count === 0) return;
    await setImmediate();
  }
}
