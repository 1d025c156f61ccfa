import { db } from "@/lib/db/client";
import { DAY_MS, RETENTION } from "@/lib/domain/retention";
import { keepExportFiles } from "@/lib/storage/export-files";
import { again } from "./again";
import { dropSnapshotFiles } from "./drop-snapshots";
import { emptyTrash, forgetAddresses, forgetNotifications } from "./empty-trash";
import { eraseDecided } from "./erase";
import { returnToPool } from "./return-to-pool";

const HOUR_MS = 60 * 60 * 1000;
const KEY_DAYS = 2;
/** For so long it is known which letters were sent. */
const MAIL_DAYS = 90;
/** For so long what a moderator deleted can be appealed against. */
const DECIDED_DAYS = RETENTION.trashDays.usual;

/** Deletes for good what has been in the trash for long enough, and keys, sessions, notifications, addresses and files that are of no use any more. */
export async function tidy(now: Date): Promise<void> {
  const prisma = await db();
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * DAY_MS) });
  await emptyTrash(now);
  await eraseDecided(before(DECIDED_DAYS));
  await forgetNotifications(now);
  await forgetAddresses(now);
  await prisma.idempotencyKey.deleteMany({ where: { createdAt: before(KEY_DAYS) } });
  await prisma.mail.deleteMany({ where: { createdAt: before(MAIL_DAYS) } });
  await prisma.session.deleteMany({ where: { expiresAt: before(KEY_DAYS) } });
  await prisma.accountToken.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.joinLink.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.linkRequest.deleteMany({ where: { createdAt: before(1) } });
  await prisma.tryCount.deleteMany({ where: { expire: { lt: now } } });
  await prisma.exportJob.deleteMany({ where: { expiresAt: { lt: now } } });
  const kept = await prisma.exportJob.findMany({ select: { id: true } });
  await keepExportFiles(new Set(kept.map(({ id }) => id)), now);
  await dropSnapshotFiles(now);
}

/** Tidies, and gives back what nobody came to, every hour while the process lives. */
export function startHousekeeping(report: (error: unknown) => void): void {
  again("tidying", HOUR_MS, () => tidy(new Date()), report);
  again("returning claims to the pool", HOUR_MS, () => returnToPool(new Date()), report);
}
