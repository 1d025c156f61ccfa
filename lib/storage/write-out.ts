import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/errors";
import { disk, isFull, UNFINISHED } from "./whole-file";

/** Writes a file where somebody at the command line wants it: whole, or not at all. Throws `unavailable`, with what stands in the way as one sentence. */
export async function writeOut(out: string, body: string | Uint8Array): Promise<void> {
  const unfinished = `${out}.${randomUUID()}${UNFINISHED}`;
  try {
    const handle = await disk.open(unfinished, "wx");
    try {
      await handle.writeFile(body);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new AppError("unavailable", `Nothing was written: ${obstacle(error, out)}`);
  }
}

function obstacle(error: unknown, out: string): string {
  const folder = path.dirname(path.resolve(out));
  if (isFull(error)) return `the disk of ${folder} is full. Make room, or choose another place.`;
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
      return `there is no folder ${folder}. Make it first, or choose another place.`;
    case "ENOTDIR":
      return `${folder} is no folder. Choose another place.`;
    case "EISDIR":
      return `${out} is a folder. Name the file in it, too.`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `you may not write to ${folder}. Choose another place.`;
    case "ENAMETOOLONG":
      return "the name of the file is too long. Choose a shorter one.";
    default:
      return `${out} could not be written (${error instanceof Error ? error.message : String(error)}).`;
  }
}
