import type { Tx } from "@/lib/db/client";
import { BUNDLE_SNAPSHOT_BYTES } from "@/lib/domain/bundle";
import type { ClaimState } from "@/lib/domain/claim";
import { AppError } from "@/lib/domain/errors";
import { toDay } from "@/lib/domain/fields";
import { REPORTED_STATES } from "@/lib/domain/publication";
import type { Actor } from "@/lib/domain/role";
import { snapshotType } from "@/lib/domain/snapshot";
import type { ReportSnapshot } from "@/lib/exporters/report";
import type { Audience } from "@/lib/exporters/report-claim";
import { readBlob } from "@/lib/storage/snapshot-files";
import { isConfidential } from "@/lib/domain/evidence";

interface Wanted {
  documentId: string;
  states?: readonly ClaimState[] | undefined;
  confidential: boolean;
  audience: Audience;
}

/** The snapshots that a report could show, with their bytes. Throws `too_large` for more than a bundle holds, `unavailable` where a file is gone. */
export async function reportSnapshots(tx: Tx, actor: Actor, { documentId, states, confidential, audience }: Wanted): Promise<ReportSnapshot[]> {
  // Readers are shown no evidence of a check that was voided.
  const shownIn = (states ?? REPORTED_STATES).filter((state) => audience === "desk" || state !== "voided");
  const rows = await tx.snapshot.findMany({
    where: {
      workspaceId: actor.workspaceId,
      deletedAt: null,
      evidence: { deletedAt: null, claim: { documentId, deletedAt: null, state: { in: shownIn } } },
    },
    select: {
      ...{ evidenceId: true, sha256: true, mediaType: true, bytes: true, filename: true, takenOn: true, note: true },
      evidence: { select: { confidential: true, source: { select: { confidential: true } } } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const shown = rows.filter(({ evidence }) => confidential || !isConfidential(evidence));
  const sizes = new Map(shown.map(({ sha256, bytes }) => [sha256, bytes]));
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (total > BUNDLE_SNAPSHOT_BYTES) throw new AppError("too_large", tooLarge(total));
  const bodies = new Map<string, Uint8Array>();
  for (const sha256 of sizes.keys()) bodies.set(sha256, (await readBlob(sha256)) ?? missing());
  return shown.map(({ evidence: _, bytes: __, mediaType, takenOn, ...row }) => ({
    ...row,
    mediaType: snapshotType(mediaType),
    takenOn: toDay(takenOn) ?? "",
    body: bodies.get(row.sha256) ?? missing(),
  }));
}

function tooLarge(total: number): string {
  const most = BUNDLE_SNAPSHOT_BYTES / 1_000_000;
  return `The snapshots have ${Math.ceil(total / 1_000_000)} MB together, and a bundle holds ${most} MB of them. Take it out without snapshots, or with fewer claims.`;
}

function missing(): never {
  throw new AppError(
    "unavailable",
    "The file of a snapshot is not on the server any more. Take the bundle out without snapshots, or ask whoever runs the server for a backup.",
  );
}
