import { z } from "zod";
import { FileResult, query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { toDate } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { AUDIT_FORMAT, type AuditFileEntry } from "@/lib/events/audit-file";
import { FIRST_HASH } from "@/lib/events/chain";
import { record } from "@/lib/events/record";
import { sealedContent, sealEvents } from "@/lib/events/seal";
import { cleanField } from "@/lib/exporters/clean";
import { csvText } from "@/lib/exporters/csv-text";
import { exportFilename } from "@/lib/exporters/filename";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { AuditFilter, auditSelect, filterWhere, sightOf, tells, type AuditRow } from "./audit";

/** The most entries of one file. */
const MOST = 50_000;
/** Entries that are read at once. */
const SLICE = 500;
const DAY_MS = 86_400_000;

export const ExportAudit = AuditFilter.extend({ format: z.enum(["json", "csv"]).default("json") });
type Wish = z.output<typeof ExportAudit>;

/** An entry with the names that only people need. */
interface NamedEntry extends AuditFileEntry {
  actor: string | null;
  document: string | null;
}

/** The log as a file: JSON that `npm run verify-audit` proves, or CSV. Throws `invalid` when there is too much for one file. */
export const exportAudit = query(
  ExportAudit,
  { summary: "Take the audit log out, as JSON with its seals or as CSV.", makesFile: true },
  async (actor, wish) => {
    authorize(workspacePolicy, actor, "readAudit");
    await sealEvents();
    const prisma = await db();
    const count = await prisma.eventSeal.count({ where: sealWhere(actor, wish) });
    if (count > MOST)
      throw new AppError("invalid", `These are ${String(count)} entries, and one file holds ${String(MOST)}. Choose a shorter period, and take several files.`);
    const entries = await read(prisma, actor, wish);
    await record(prisma, actor, { type: "audit.exported", ids: { taken: { format: wish.format, entries: entries.length } } });
    const { name } = await prisma.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { name: true } });
    const filename = exportFilename(`${name}, audit log`, wish.format);
    if (wish.format === "csv") return new FileResult({ type: "text/csv; charset=utf-8; header=present", filename, body: csv(entries) });
    const { format: _, ...filter } = wish;
    const file = { format: AUDIT_FORMAT, workspace: { id: actor.workspaceId, name }, taken: new Date().toISOString(), filter, entries };
    return new FileResult({ type: "application/json; charset=utf-8", filename, body: JSON.stringify(file, null, 1) });
  },
);

/** By when it was sealed, a few seconds after it was written: a day longer than asked for, so that none is missed. */
function sealWhere(actor: Actor, { documentId, claimId, from, to }: Wish): Prisma.EventSealWhereInput {
  const [begin, last] = [toDate(from ?? null), toDate(to ?? null)];
  return {
    workspaceId: actor.workspaceId,
    ...(documentId === undefined ? {} : { documentId }),
    ...(claimId === undefined ? {} : { claimId }),
    sealedAt: { ...(begin ? { gte: begin } : {}), ...(last ? { lt: new Date(last.getTime() + 2 * DAY_MS) } : {}) },
  };
}

async function read(prisma: PrismaClient, actor: Actor, wish: Wish): Promise<NamedEntry[]> {
  const entries: NamedEntry[] = [];
  const where = sealWhere(actor, wish);
  const asked = filterWhere(actor, wish);
  for (let position = 0; ;) {
    const seals = await prisma.eventSeal.findMany({ where: { AND: [where, { position: { gt: position } }] }, orderBy: { position: "asc" }, take: SLICE });
    const last = seals.at(-1);
    if (!last) return entries;
    const seqs = seals.map(({ eventSeq }) => eventSeq);
    const rows = await prisma.event.findMany({ where: { AND: [asked, { seq: { in: seqs } }] }, select: auditSelect });
    const kept = new Set((await prisma.event.findMany({ where: { seq: { in: seqs } }, select: { seq: true } })).map(({ seq }) => seq));
    const [byNumber, seen] = [new Map(rows.map((row) => [row.seq, row])), await sightOf(prisma, actor, rows)];
    const previous = await hashesBefore(prisma, actor.workspaceId, seals);
    for (const { position: at, eventSeq, contentHash, hash } of seals) {
      const row = byNumber.get(eventSeq);
      const known = row && seen(row) ? row : null;
      // Of what is withheld, and of what went with its document, the seal alone; where the filter would tell of whom, not even that.
      if (!known && (tells(wish) || (!row && kept.has(eventSeq)))) continue;
      entries.push({ position: at, previousHash: previous.get(at) ?? FIRST_HASH, contentHash, hash, ...said(known) });
    }
    position = last.position;
  }
}

function said(row: AuditRow | null): Pick<NamedEntry, "content" | "actor" | "document"> {
  if (!row) return { content: null, actor: null, document: null };
  const { actor, document, claim: _, ...content } = row;
  return { content: sealedContent(content), actor: actor.name, document: document?.title ?? null };
}

/** The hash of the seal before each, by position. */
async function hashesBefore(prisma: PrismaClient, workspaceId: string, seals: readonly { position: number }[]): Promise<Map<number, string>> {
  const before = await prisma.eventSeal.findMany({
    where: { workspaceId, position: { in: seals.map(({ position }) => position - 1) } },
    select: { position: true, hash: true },
  });
  return new Map(before.map(({ position, hash }) => [position + 1, hash]));
}

const COLUMNS = [
  "position",
  "at",
  "actor",
  "actor_id",
  "action",
  "document",
  "document_id",
  "claim_id",
  "data",
  "ip",
  "request_id",
  "content_sha256",
  "sha256",
];

function csv(entries: readonly NamedEntry[]): string {
  const rows = entries.map(({ position, content, actor, document, contentHash, hash }) => [
    position,
    content?.at ?? "",
    cleanField(actor ?? ""),
    content?.actorId ?? "",
    content?.type ?? "withheld or removed",
    cleanField(document ?? ""),
    content?.documentId ?? "",
    content?.claimId ?? "",
    content ? cleanField(JSON.stringify(content.data)) : "",
    content?.ip ?? "",
    content?.requestId ?? "",
    contentHash,
    hash,
  ]);
  return csvText([COLUMNS, ...rows]);
}
