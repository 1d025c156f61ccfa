import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import type { AuditCheck, AuditFault } from "@/lib/domain/audit";
import { contentHash, FIRST_HASH, sealHash } from "@/lib/events/chain";
import { sealedContent, sealedSelect, sealEvents } from "@/lib/events/seal";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";

/** Seals that are read at once. */
const SLICE = 500;
/** Faults that are told. */
const TOLD = 100;

/** Proves the chain of the actor's workspace, from its first seal to its last. */
export const checkAudit = query(z.object({}), { summary: "Prove that the audit log was not changed.", makesFile: true }, async (actor): Promise<AuditCheck> => {
  authorize(workspacePolicy, actor, "readAudit");
  await sealEvents();
  return checkChain(await db(), actor.workspaceId);
});

/** Walks the chain of a workspace: every event against its seal, every seal against the one before it, and the log for events that no seal knows of. */
export async function checkChain(prisma: PrismaClient, workspaceId: string): Promise<AuditCheck> {
  const faults: AuditFault[] = [];
  let head = { position: 0, hash: FIRST_HASH };
  let gone = 0;
  for (;;) {
    const seals = await prisma.eventSeal.findMany({ where: { workspaceId, position: { gt: head.position } }, orderBy: { position: "asc" }, take: SLICE });
    if (seals.length === 0) break;
    const events = await prisma.event.findMany({ where: { seq: { in: seals.map(({ eventSeq }) => eventSeq) } }, select: sealedSelect });
    const contents = new Map(events.map((event) => [event.seq, contentHash(sealedContent(event))]));
    const missing = await unexplained(
      prisma,
      seals.filter(({ eventSeq }) => !contents.has(eventSeq)),
    );
    for (const seal of seals) {
      const content = contents.get(seal.eventSeq);
      const follows = seal.position === head.position + 1 && sealHash(seal.position, head.hash, seal.contentHash) === seal.hash;
      if (!follows) faults.push({ position: seal.position, fault: "broken" });
      if (content !== undefined && content !== seal.contentHash) faults.push({ position: seal.position, fault: "changed" });
      if (missing.has(seal.eventSeq)) faults.push({ position: seal.position, fault: "removed" });
      else if (content === undefined) gone += 1;
      head = { position: seal.position, hash: seal.hash };
    }
  }
  const [unsealed] = await prisma.$queryRaw<{ waiting: number; lost: number }[]>`
    SELECT count(w."eventSeq")::int AS "waiting", (count(*) - count(w."eventSeq"))::int AS "lost"
    FROM "Event" e LEFT JOIN "EventUnsealed" w ON w."eventSeq" = e."seq"
    WHERE e."workspaceId" = ${workspaceId} AND NOT EXISTS (SELECT 1 FROM "EventSeal" s WHERE s."eventSeq" = e."seq")`;
  if (unsealed && unsealed.lost > 0) faults.push({ position: head.position, fault: "never_sealed" });
  const end = head.position === 0 ? null : head;
  return { sealed: head.position, gone, waiting: unsealed?.waiting ?? 0, faults: faults.slice(0, TOLD), head: end };
}

type SealRow = Prisma.EventSealGetPayload<object>;

/** Of seals without their event, those whose document and claim are still there: nothing took the event along. */
async function unexplained(prisma: PrismaClient, seals: readonly SealRow[]): Promise<Set<bigint>> {
  const named = (ids: readonly (string | null)[]) => ({ id: { in: ids.filter((id) => id !== null) } });
  const [documents, claims] = await Promise.all([
    prisma.document.findMany({ where: named(seals.map(({ documentId }) => documentId)), select: { id: true } }),
    prisma.claim.findMany({ where: named(seals.map(({ claimId }) => claimId)), select: { id: true } }),
  ]);
  const present = new Set([...documents, ...claims].map(({ id }) => id));
  const stays = (id: string | null) => id === null || present.has(id);
  return new Set(seals.filter(({ documentId, claimId }) => stays(documentId) && stays(claimId)).map(({ eventSeq }) => eventSeq));
}
