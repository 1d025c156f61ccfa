import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { ABANDONED_MS, isMissing, keepWhole, UNFINISHED } from "./whole-file";

const folder = () => path.join(/*turbopackIgnore: true*/ env.DATA_DIR, "exports");
const fileOf = (id: string) => path.join(folder(), id);

/** Keeps a finished file: whole, or not at all. Throws `unavailable` when the disk is full. */
export async function keepExportFile(id: string, body: string | Uint8Array): Promise<void> {
  await keepWhole(fileOf(id), body);
}

/** The file, or null when it is not here. */
export async function exportFile(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(fileOf(id)));
  } catch (error) {
    if (isMissing(error)) return null;
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
    const [id = ""] = name.split(".");
    const old = name.endsWith(UNFINISHED) && now.getTime() - (await stat(file)).mtimeMs > ABANDONED_MS;
    if (old || !ids.has(id)) await rm(file, { force: true });
  }
}

async function namesIn(directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  return readdir(directory);
}
