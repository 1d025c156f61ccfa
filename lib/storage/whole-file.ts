import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/errors";

/** What is written to ends like this until it is whole. */
export const UNFINISHED = ".part";
/** Of an unfinished file nobody is heard any more after this. */
export const ABANDONED_MS = 60 * 60 * 1000;

/** The way to the disk, which tests fill up. */
export const disk = { open };

/** Keeps a file: whole, or not at all. Throws `unavailable` when the disk is full. */
export async function keepWhole(file: string, body: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  // Two writers of one file never write into the same unfinished one.
  const unfinished = `${file}.${randomUUID()}${UNFINISHED}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await disk.open(unfinished, "w");
    try {
      if (typeof body === "string" || body instanceof Uint8Array) await handle.writeFile(body);
      else for await (const part of body) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isFull(error)
      ? new AppError("unavailable", "The disk of the server is full, and nothing was kept. Tell whoever runs it, and try again later.")
      : error;
  }
}

/** True for the failure to write because there is no room. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

/** True for the failure to find a file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
