import { z } from "zod";
import type { AuditFault } from "@/lib/domain/audit";
import { contentHash, sealHash } from "./chain";

export const AUDIT_FORMAT = "assay-audit-1";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

const Content = z.object({
  seq: z.number(),
  workspaceId: z.string(),
  documentId: z.string().nullable(),
  claimId: z.string().nullable(),
  actorId: z.string(),
  type: z.string(),
  at: z.string(),
  requestId: z.string().nullable(),
  ip: z.string().nullable(),
  data: z.unknown(),
});

const Entry = z.object({
  position: z.number().int().min(1),
  previousHash: Hash,
  contentHash: Hash,
  hash: Hash,
  /** Null when it is kept blind from whoever took the file, or went with its document. */
  content: Content.nullable(),
});

const AuditFile = z.object({ format: z.literal(AUDIT_FORMAT), entries: z.array(Entry) });

export type AuditFileEntry = z.infer<typeof Entry>;

/** What is wrong with the entries of a file, which may be a part of the log: each entry against its seal, and each seal against the one before it. */
export function checkAuditFile(file: unknown): { entries: number; without: number; faults: AuditFault[] } {
  const { entries } = AuditFile.parse(file);
  const faults: AuditFault[] = [];
  const sorted = [...entries].sort((a, b) => a.position - b.position);
  sorted.forEach((entry, index) => {
    const before = sorted[index - 1];
    const follows = before?.position !== entry.position - 1 || before.hash === entry.previousHash;
    if (entry.content && contentHash(entry.content) !== entry.contentHash) faults.push({ position: entry.position, fault: "changed" });
    if (!follows || before?.position === entry.position || sealHash(entry.position, entry.previousHash, entry.contentHash) !== entry.hash)
      faults.push({ position: entry.position, fault: "broken" });
  });
  return { entries: entries.length, without: entries.filter(({ content }) => content === null).length, faults };
}
