import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { evidenceInScope, snapshotInScope } from "@/lib/db/scopes";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Day, Id, line, prose, toDate, toDay } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { SNAPSHOT_KINDS, SNAPSHOT_MAX_BYTES, SNAPSHOTS_MAX, type SnapshotType } from "@/lib/domain/snapshot";
import { record } from "@/lib/events/record";
import { exportFilename } from "@/lib/exporters/filename";
import { cleanText } from "@/lib/importers/clean-text";
import { snapshotKind, snapshotText } from "@/lib/importers/snapshot-text";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { keepBlob } from "@/lib/storage/snapshot-files";
import { command, preparedCommand } from "./command";
import { screenAtOnce } from "./screen";
import { touchDocument } from "./touch-document";

/** A file of the largest size in base64, and the fields around it. */
const MAX_BODY_BYTES = 14_000_000;
const TOO_LARGE = `A snapshot has at most ${String(SNAPSHOT_MAX_BYTES / 1_000_000)} MB. Save a smaller picture, or only the pages that matter.`;

export const AddSnapshot = z.object({
  evidenceId: Id,
  /** A file in base64, or words from the clipboard. */
  content: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("file"), name: line(300), dataBase64: z.base64("Send the file's bytes in base64.") }),
    z.object({ kind: z.literal("paste"), text: z.string().max(SNAPSHOT_MAX_BYTES, TOO_LARGE) }),
  ]),
  /** When the source said so; today unless said. */
  takenOn: Day.optional(),
  note: prose(1000).default(""),
});

interface PreparedSnapshot {
  bytes: Uint8Array;
  sha256: string;
  mediaType: SnapshotType;
  filename: string;
  text: string | null;
}

/** Keeps what a source said when it was read: a PDF, a picture, a page or words. What it is, its bytes say, not its name. */
export const addSnapshot = preparedCommand(
  AddSnapshot,
  { summary: "Keep a file or words that show what a source said when it was read.", status: 201, contributes: true, maxBytes: MAX_BODY_BYTES },
  async (actor, { evidenceId, content }): Promise<PreparedSnapshot> => {
    // Nothing is written to the disk for somebody who may not add it.
    const prisma = await db();
    const { claim } = await evidenceInScope(prisma, actor, evidenceId);
    authorize(claimPolicy, actor, "addEvidence", claim);
    await expectRoom(prisma, evidenceId);
    const bytes = bytesOf(content);
    const mediaType = content.kind === "file" ? snapshotKind(bytes) : content.text.trim() === "" ? null : "text/plain";
    if (!mediaType) throw invalidField("content", "Choose a PDF, a picture (PNG, JPEG or WebP), a web page or a text with words in it.");
    const name = content.kind === "file" ? content.name.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "") : "Pasted text";
    const filename = exportFilename(name, SNAPSHOT_KINDS[mediaType].extension);
    return { bytes, mediaType, filename, text: await snapshotText(mediaType, bytes), sha256: await keepBlob(bytes) };
  },
  async ({ actor, tx, now }, { evidenceId, takenOn, note }, { bytes, ...kept }) => {
    const { claim } = await evidenceInScope(tx, actor, evidenceId);
    authorize(claimPolicy, actor, "addEvidence", claim);
    await screenAtOnce(tx, actor, { note });
    await touchDocument(tx, claim.documentId, now);
    await expectRoom(tx, evidenceId);
    if ((await tx.snapshot.count({ where: { evidenceId, sha256: kept.sha256, deletedAt: null } })) > 0)
      throw new AppError("duplicate", "This very file is kept with the evidence already.");
    const day = takenOn ?? toDay(now);
    const { id } = await tx.snapshot.create({
      data: {
        ...{ ...kept, evidenceId, note, bytes: bytes.length, takenOn: toDate(day) ?? now },
        ...{ workspaceId: actor.workspaceId, createdById: actor.userId, createdAt: now },
      },
      select: { id: true },
    });
    // From the row on, housekeeping leaves the file alone; what it took before is written again.
    await keepBlob(bytes);
    await record(tx, actor, {
      type: "snapshot.added",
      documentId: claim.documentId,
      claimId: claim.id,
      after: { filename: kept.filename, takenOn: day, ...(note === "" ? {} : { note }) },
      ids: { evidenceId, snapshotId: id, sha256: kept.sha256 },
    });
    return claimView(tx, actor, claim.id);
  },
);

export const TrashSnapshot = z.object({ snapshotId: Id });

/** Takes a snapshot away; it can be restored for as long as its file is kept. */
export const trashSnapshot = command(TrashSnapshot, { summary: "Take a snapshot away." }, async ({ actor, tx, now }, { snapshotId }) =>
  setTrashed(tx, actor, await snapshotInScope(tx, actor, snapshotId), now, true),
);

export const RestoreSnapshot = z.object({ snapshotId: Id });

/** Brings back a snapshot that was taken away. */
export const restoreSnapshot = command(RestoreSnapshot, { summary: "Bring back a snapshot that was taken away." }, async ({ actor, tx, now }, { snapshotId }) =>
  setTrashed(tx, actor, await snapshotInScope(tx, actor, snapshotId, "trashed"), now, false),
);

async function setTrashed(tx: Tx, actor: Actor, snapshot: Awaited<ReturnType<typeof snapshotInScope>>, now: Date, trashed: boolean) {
  const { id, filename, evidenceId, evidence } = snapshot;
  const { claim } = evidence;
  authorize(claimPolicy, actor, "addEvidence", claim);
  await touchDocument(tx, claim.documentId, now);
  if (!trashed) await expectRoom(tx, evidenceId);
  await tx.snapshot.update({ where: { id }, data: { deletedAt: trashed ? now : null }, select: { id: true } });
  await record(tx, actor, {
    type: trashed ? "snapshot.trashed" : "snapshot.restored",
    documentId: claim.documentId,
    claimId: claim.id,
    ...(trashed ? { before: { filename } } : { after: { filename } }),
    ids: { evidenceId, snapshotId: id },
  });
  return claimView(tx, actor, claim.id);
}

async function expectRoom(tx: Tx, evidenceId: string): Promise<void> {
  if ((await tx.snapshot.count({ where: { evidenceId, deletedAt: null } })) >= SNAPSHOTS_MAX)
    throw invalidField("content", `A piece of evidence has at most ${String(SNAPSHOTS_MAX)} snapshots. Delete one first.`);
}

function bytesOf(content: z.output<typeof AddSnapshot>["content"]): Uint8Array {
  const bytes = content.kind === "file" ? Buffer.from(content.dataBase64, "base64") : Buffer.from(cleanText(content.text).text);
  if (bytes.length > SNAPSHOT_MAX_BYTES) throw new AppError("too_large", TOO_LARGE, { fields: [{ field: "content", message: TOO_LARGE }] });
  return bytes;
}
