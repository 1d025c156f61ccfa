import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { ABANDONED_MS, isMissing, keepWhole } from "./whole-file";

/* Blobs under their SHA-256: what is kept twice lies here once, and what lies here is never changed. */

const folder = () => path.join(/*turbopackIgnore: true*/ env.DATA_DIR, "snapshots");
const fileOf = (sha256: string) => path.join(folder(), sha256);

/** The name under which bytes are kept: their SHA-256 in hexadecimal. */
export function blobName(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps the bytes, whole or not at all, and answers their name. What is here already is not written again, but counts as new. Throws `unavailable` when the disk is full. */
export async function keepBlob(bytes: Uint8Array): Promise<string> {
  const sha256 = blobName(bytes);
  if (!(await renewed(fileOf(sha256), bytes.length))) await keepWhole(fileOf(sha256), bytes);
  return sha256;
}

/** True when the file is here, which then is new again. */
async function renewed(file: string, size: number): Promise<boolean> {
  try {
    if ((await stat(file)).size !== size) return false;
    const now = new Date();
    await utimes(file, now, now);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** The bytes, or null when they are not here. Throws `unavailable` when the disk has changed them. */
export async function readBlob(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bytes = new Uint8Array(await readFile(fileOf(sha256)));
    if (blobName(bytes) === sha256) return bytes;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  throw new AppError("unavailable", "This file is damaged on the server's disk. Tell whoever runs it to bring it back from a backup.");
}

/** Names of files, unfinished ones too, that nobody has asked to keep for an hour. */
export async function oldBlobs(now: Date): Promise<string[]> {
  await mkdir(folder(), { recursive: true });
  const old: string[] = [];
  for (const name of await readdir(folder())) {
    const written = await stat(fileOf(name)).catch(() => null);
    if (written && now.getTime() - written.mtimeMs > ABANDONED_MS) old.push(name);
  }
  return old;
}

/** Deletes the file, if it is here. */
export async function dropBlob(name: string): Promise<void> {
  await rm(fileOf(name), { force: true });
}
