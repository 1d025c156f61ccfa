import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/errors";

/** The folders of the data directory that hold files which rows of the database speak of. */
const FOLDERS = ["blobs", "exports"];

const SAFE = /^(?:[\w-][\w.-]*\/)+[\w-][\w.-]*$/;

/** Every stored file, as its path within the data directory, with "/" between names. What is not finished is left out. */
export async function storedFiles(dataDir: string): Promise<string[]> {
  const found = await Promise.all(FOLDERS.map((folder) => filesIn(dataDir, folder)));
  return found.flat().filter((name) => SAFE.test(name) && !name.endsWith(".part"));
}

async function filesIn(dataDir: string, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(path.join(/*turbopackIgnore: true*/ dataDir, folder), { withFileTypes: true });
    const lists = await Promise.all(entries.map((entry) => (entry.isDirectory() ? filesIn(dataDir, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`])));
    return lists.flat();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Puts a file back where it was, whole or not at all. Throws `invalid` for a path outside of the folders of stored files. */
export async function putStoredFile(dataDir: string, name: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  if (!SAFE.test(name) || !FOLDERS.includes(name.split("/")[0] ?? "")) throw new AppError("invalid", `"${name}" is not the place of a stored file.`);
  const file = path.join(/*turbopackIgnore: true*/ dataDir, name);
  const unfinished = `${file}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    const handle = await open(unfinished, "w", 0o600);
    try {
      for await (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
