import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

/** Of an unfinished file nobody is heard any more after this. */
const ABANDONED_MS = 60 * 60 * 1000;

const folder = () => path.join(/*turbopackIgnore: true*/ env.DATA_DIR, "exports");
const fileOf = (id: string) => path.join(folder(), id);

/** Keeps a finished file: whole, or not at all. Throws `unavailable` when the disk is full. */
export async function keepExportFile(id: string, body: string | Uint8Array): Promise<void> {
  const unfinished = `${fileOf(id)}.part`;
  try {
    await mkdir(folder(), { recursive: true });
    const file = await open(unfinished, "w");
    try {
      await file.writeFile(body);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, fileOf(id));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isFull(error)
      ? new AppError("unavailable", "The disk of the server is full, and nothing was kept. Tell whoever runs it, and try again later.")
      : error;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

/** The file, or null when it is not here. */
export async function exportFile(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(fileOf(id)));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Deletes the file, if it is here. */
export async function dropExportFile(id: string): Promise<void> {
  await rm(fileOf(id), { force: true });
}

/** Deletes every other file, and what was left unfinished. */
export async function keepExportFiles(ids: ReadonlySet<string>, now: Date): Promise<void> {
  for (const name of await namesIn(folder())) {
    const file = path.join(folder(), name);
    const old = name.endsWith(".part") && now.getTime() - (await stat(file)).mtimeMs > ABANDONED_MS;
    if (old || !ids.has(name.replace(/\.part$/, ""))) await rm(file, { force: true });
  }
}

async function namesIn(directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  return readdir(directory);
}
