import { db } from "@/lib/db/client";
import { dropBlob, oldBlobs } from "@/lib/storage/snapshot-files";

/** How many files are looked up at once; new snapshots wait as long. */
const SLICE = 200;

/**
 * Deletes the files that no snapshot refers to, not even one in the trash. Nobody writes a snapshot meanwhile: whoever does so writes the row first and then sees
 * to it that the file is there (see lib/commands/snapshots.ts), so that a row is either seen here, or comes with its file again.
 */
export async function dropSnapshotFiles(now: Date): Promise<void> {
  const prisma = await db();
  const old = await oldBlobs(now);
  for (let from = 0; from < old.length; from += SLICE) {
    const names = old.slice(from, from + SLICE);
    await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "Snapshot" IN SHARE ROW EXCLUSIVE MODE`;
      const rows = await tx.snapshot.findMany({ where: { sha256: { in: names } }, select: { sha256: true } });
      const kept = new Set(rows.map(({ sha256 }) => sha256));
      for (const name of names) if (!kept.has(name)) await dropBlob(name);
    });
  }
}
