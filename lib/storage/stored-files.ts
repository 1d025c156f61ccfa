import { readdir, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/errors";
import { isMissing, keepWhole, UNFINISHED } from "./whole-file";

/** The folders of the data directory that hold files which rows of the database speak of. */
const FOLDERS = ["exports", "snapshots"];

const SAFE = /^(?:[\w-][\w.-]*\/)+[\w-][\w.-]*$/;

/** Every stored file, as its path within the data directory, with "/" between names. What is not finished is left out. */
export async function storedFiles(dataDir: string): Promise<string[]> {
  const found = await Promise.all(FOLDERS.map((folder) => filesIn(dataDir, folder)));
  return found.flat().filter((name) => SAFE.test(name) && !name.endsWith(UNFINISHED));
}

async function filesIn(dataDir: string, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(path.join(/*turbopackIgnore: true*/ dataDir, folder), { withFileTypes: true });
    const lists = await Promise.all(entries.map((entry) => (entry.isDirectory() ? filesIn(dataDir, `${folder}/${entry.name}`) : named(folder, entry.name))));
    return lists.flat();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function named(folder: string, name: string): Promise<string[]> {
  return Promise.resolve([`${folder}/${name}`]);
}

/** How much stored files take, and how much is free beside them, in bytes. */
export async function storageUse(dataDir: string): Promise<{ files: number; bytes: number; free: number }> {
  const names = await storedFiles(dataDir);
  let bytes = 0;
  // One after the other: there may be very many, and nobody waits for this.
  for (const name of names) bytes += (await stat(path.join(/*turbopackIgnore: true*/ dataDir, name)).catch(() => null))?.size ?? 0;
  const disk = await statfs(dataDir).catch(() => null);
  return { files: names.length, bytes, free: disk ? disk.bavail * disk.bsize : 0 };
}

/** Puts a file back where it was, whole or not at all. Throws `invalid` for a path outside of the folders of stored files. */
export async function putStoredFile(dataDir: string, name: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  if (!SAFE.test(name) || !FOLDERS.includes(name.split("/")[0] ?? "")) throw new AppError("invalid", `"${name}" is not the place of a stored file.`);
  await keepWhole(path.join(/*turbopackIgnore: true*/ dataDir, name), parts);
}
