import { z } from "zod";
import { quoteFinding } from "@/lib/anchoring/quote-finding";
import { FileResult, query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { claimInScope, snapshotInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { isConfidential } from "@/lib/domain/evidence";
import { Id, toDay } from "@/lib/domain/fields";
import { snapshotType, type QuoteFinding } from "@/lib/domain/snapshot";
import type { SnapshotView } from "@/lib/domain/views";
import { seesConfidential } from "@/lib/policies/source";
import { readBlob } from "@/lib/storage/snapshot-files";

/** Snapshots as claims carry them: without their words. */
export const evidenceSnapshots = {
  where: { deletedAt: null },
  select: {
    ...{ id: true, sha256: true, mediaType: true, bytes: true, filename: true, note: true, takenOn: true, createdAt: true },
    createdBy: { select: { id: true, name: true } },
  },
  orderBy: [{ createdAt: "asc" }, { id: "asc" }],
} satisfies Prisma.Evidence$snapshotsArgs;

type SnapshotRow = Prisma.SnapshotGetPayload<typeof evidenceSnapshots>;

/** The view of a snapshot's row. */
export function toSnapshotView({ mediaType, takenOn, createdAt, ...rest }: SnapshotRow): SnapshotView {
  return { ...rest, mediaType: snapshotType(mediaType), takenOn: toDay(takenOn) ?? "", createdAt: createdAt.toISOString() };
}

export const DownloadSnapshot = z.object({ snapshotId: Id });

/** The file itself, never to be shown by the browser on this site. Of confidential evidence there is none for those who may not see it. */
export const downloadSnapshot = query(DownloadSnapshot, { summary: "Download a snapshot." }, async (actor, { snapshotId }) => {
  const { evidence, sha256, mediaType, filename } = await snapshotInScope(await db(), actor, snapshotId);
  if (isConfidential(evidence) && !seesConfidential(actor)) throw new AppError("not_found", "This snapshot does not exist, or was deleted.");
  const body = await readBlob(sha256);
  if (!body) throw new AppError("not_found", "The file of this snapshot is not on the server any more. Whoever runs it may have a backup.");
  return new FileResult({ type: mediaType, filename, body, foreign: true });
});

export const FindQuotes = z.object({ claimId: Id });

/** Whether the quotes of a claim's evidence stand in the snapshots whose words are known: a help for whoever verifies them, not a verdict. */
export const findQuotes = query(
  FindQuotes,
  { summary: "See whether the quotes of a claim's evidence stand in its snapshots." },
  async (actor, { claimId }): Promise<{ snapshotId: string; found: QuoteFinding }[]> => {
    const prisma = await db();
    await claimInScope(prisma, actor, claimId);
    const rows = await prisma.snapshot.findMany({
      where: { deletedAt: null, text: { not: null }, evidence: { claimId, deletedAt: null, quote: { not: "" } } },
      select: { id: true, text: true, evidence: { select: { quote: true, confidential: true, source: { select: { confidential: true } } } } },
      orderBy: { id: "asc" },
    });
    return rows
      .filter(({ evidence }) => seesConfidential(actor) || !isConfidential(evidence))
      .map(({ id, text, evidence }) => ({ snapshotId: id, found: quoteFinding(text ?? "", evidence.quote) }));
  },
);
