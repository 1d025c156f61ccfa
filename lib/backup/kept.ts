import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { BACKUP_ENDING } from "@/lib/backup/format";

/** A backup in the data directory. */
export interface KeptBackup {
  name: string;
  /** In bytes. */
  size: number;
  at: Date;
}

/** Where backups are kept unless somebody names another place. */
export function backupsFolder(dataDir: string): string {
  return path.join(/*turbopackIgnore: true*/ dataDir, "backups");
}

/** A place for a backup made now: names sort by time within a kind. */
export function newBackupFile(dataDir: string, kind: string, now: Date): string {
  return path.join(backupsFolder(dataDir), `${kind}-${now.toISOString().replace(/[:.]/g, "-")}${BACKUP_ENDING}`);
}

/** The finished backups in the data directory, the latest first. */
export async function keptBackups(dataDir: string): Promise<KeptBackup[]> {
  const folder = backupsFolder(dataDir);
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith(BACKUP_ENDING))
      .map(async (name) => {
        const info = await stat(path.join(folder, name)).catch(() => null);
        return info ? [{ name, size: info.size, at: info.mtime }] : [];
      }),
  );
  return found.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || b.name.localeCompare(a.name));
}

/** Deletes the backups of a kind but the latest few. */
export async function pruneBackups(dataDir: string, kind: string, keep: number): Promise<void> {
  const old = (await keptBackups(dataDir)).filter(({ name }) => name.startsWith(`${kind}-`)).slice(keep);
  for (const { name } of old) await rm(path.join(backupsFolder(dataDir), name), { force: true });
}
