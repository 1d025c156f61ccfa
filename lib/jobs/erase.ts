import { db, type Tx } from "@/lib/db/client";
import type { ModerationSubject } from "@/lib/domain/moderation";

/* What moderators deleted goes for good once nobody can appeal any more. The log and kept reports hold words of it, and are never rewritten: they leave it out. */

/** Takes down that a moderator's decision has ended these for good. */
export async function erase(tx: Tx, subject: ModerationSubject, things: readonly { id: string; workspaceId: string; documentId: string }[]): Promise<void> {
  await tx.erasure.createMany({ data: things.map((thing) => ({ ...thing, subject })), skipDuplicates: true });
}

/** Deletes what a moderator deleted in that time, and nobody restored since: it was hidden in the moment of that decision. */
export async function eraseDecided(at: { lt: Date }): Promise<void> {
  const prisma = await db();
  const decisions = await prisma.moderationDecision.findMany({ where: { kind: "delete", at }, select: { subject: true, subjectId: true, at: true } });
  for (const { subject, subjectId: id, at: hiddenAt } of decisions) {
    const where = { id, hiddenAt };
    if (subject === "document") await prisma.document.deleteMany({ where });
    // Most of them went long ago.
    if (subject === "claim" && (await prisma.claim.count({ where })) > 0) await prisma.$transaction((tx) => eraseClaim(tx, where));
    if (subject === "evidence" && (await prisma.evidence.count({ where })) > 0) await prisma.$transaction((tx) => eraseEvidence(tx, where));
    if (subject === "source" && (await prisma.source.count({ where })) > 0) await prisma.$transaction((tx) => eraseSource(tx, where));
  }
}

interface Hidden {
  id: string;
  hiddenAt: Date;
}

async function eraseClaim(tx: Tx, where: Hidden): Promise<void> {
  await erase(tx, "claim", await tx.claim.findMany({ where, select: { id: true, workspaceId: true, documentId: true } }));
  await tx.claim.deleteMany({ where });
}

async function eraseEvidence(tx: Tx, where: Hidden | { sourceId: string; hiddenAt: { not: null } }): Promise<void> {
  const rows = await tx.evidence.findMany({ where, select: { id: true, workspaceId: true, claim: { select: { documentId: true } } } });
  await erase(
    tx,
    "evidence",
    rows.map(({ claim, ...row }) => ({ ...row, ...claim })),
  );
  await tx.evidence.deleteMany({ where });
}

/** All evidence that it gives was hidden with it, or before. */
async function eraseSource(tx: Tx, where: Hidden): Promise<void> {
  await eraseEvidence(tx, { sourceId: where.id, hiddenAt: { not: null } });
  await tx.source.deleteMany({ where: { ...where, evidence: { none: {} } } });
}
