import { z } from "zod";
import { appVersion } from "@/lib/backup/app-version";
import { keptBackups } from "@/lib/backup/kept";
import { query } from "@/lib/commands/command";
import { database } from "@/lib/db/client";
import { migrationNames, pendingMigrations } from "@/lib/db/migrations";
import type { SystemView } from "@/lib/domain/system";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { storageUse } from "@/lib/storage/stored-files";
import { expectSystem } from "./instance";
import { processFigures } from "./measures";

/** How this process and its database are. Throws `forbidden` to all but the owner of the instance, and the admins of its only workspace. */
export async function systemView(actor: Actor): Promise<SystemView> {
  const { engine, prisma } = await database();
  await expectSystem(prisma, actor);
  const [[size], [server], pending, waiting, failed, storage, backups] = await Promise.all([
    prisma.$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS bytes`,
    prisma.$queryRaw<{ version: string }[]>`SELECT current_setting('server_version') AS version`,
    pendingMigrations(prisma),
    prisma.mail.count({ where: { sentAt: null, givenUpAt: null } }),
    prisma.exportJob.count({ where: { state: "failed" } }),
    storageUse(env.DATA_DIR),
    keptBackups(env.DATA_DIR),
  ]);
  const { slow, delay, streams, jobs } = processFigures();
  const last = backups[0];
  return {
    version: appVersion(),
    node: process.versions.node,
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    memory: process.memoryUsage().rss,
    loopDelayMs: Math.round(delay.percentile(99) / 1e6),
    streams,
    database: { engine, version: server?.version ?? "", size: Number(size?.bytes ?? 0), migrations: migrationNames().length - pending.length, pending },
    storage,
    backup: last ? { name: last.name, size: last.size, at: last.at.toISOString() } : null,
    jobs,
    exportsFailed: failed,
    mail: { configured: env.SMTP_URL !== undefined, waiting },
    slow,
  };
}

/** The same, for programs. */
export const getSystem = query(z.object({}), { summary: "Read how the server and its database are." }, (actor) => systemView(actor));
