import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { insertRows } from "@/lib/db/insert-rows";
import { chainOn, contentHash, type SealedContent } from "./chain";

/** Events a transaction. */
const AT_ONCE = 500;

/** What is read of an event to seal it, or to prove its seal. */
export const sealedSelect = {
  seq: true,
  workspaceId: true,
  documentId: true,
  claimId: true,
  actorId: true,
  type: true,
  at: true,
  requestId: true,
  ip: true,
  data: true,
} satisfies Prisma.EventSelect;

type SealedRow = Prisma.EventGetPayload<{ select: typeof sealedSelect }>;

/** The row as its seal covers it. */
export function sealedContent({ seq, at, ...row }: SealedRow): SealedContent {
  return { ...row, seq: Number(seq), at: at.toISOString() };
}

/**
 * Seals what was written since the last time. An event that is committed late is sealed late: the chain is in the order of sealing. Safe to run in several
 * processes at once.
 */
export async function sealEvents(): Promise<void> {
  const prisma = await db();
  while ((await prisma.$transaction(sealSome)) === AT_ONCE);
}

/** Seals the first that wait, and answers how many they were. */
async function sealSome(tx: Tx): Promise<number> {
  // One sealer at a time: two would give the same position.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('assay.seal'))`;
  const waiting = await tx.eventUnsealed.findMany({ orderBy: { eventSeq: "asc" }, take: AT_ONCE });
  if (waiting.length === 0) return 0;
  const seqs = waiting.map(({ eventSeq }) => eventSeq);
  const rows = await tx.event.findMany({ where: { seq: { in: seqs } }, select: sealedSelect, orderBy: { seq: "asc" } });
  // In a database that was restored the seals may be there already.
  const done = new Set((await tx.eventSeal.findMany({ where: { eventSeq: { in: seqs } }, select: { eventSeq: true } })).map(({ eventSeq }) => eventSeq));
  const unsealed = rows.filter(({ seq }) => !done.has(seq));
  for (const workspaceId of new Set(unsealed.map((row) => row.workspaceId))) {
    const own = unsealed.filter((row) => row.workspaceId === workspaceId);
    const head = await tx.eventSeal.findFirst({ where: { workspaceId }, orderBy: { position: "desc" }, select: { position: true, hash: true } });
    const seals = chainOn(
      head,
      own.map((row) => contentHash(sealedContent(row))),
    );
    await insertRows(
      tx,
      "EventSeal",
      own.flatMap(({ seq, documentId, claimId }, index) => {
        const seal = seals[index];
        return seal ? [{ ...seal, workspaceId, eventSeq: Number(seq), documentId, claimId }] : [];
      }),
    );
  }
  await tx.eventUnsealed.deleteMany({ where: { eventSeq: { in: seqs } } });
  return waiting.length;
}
