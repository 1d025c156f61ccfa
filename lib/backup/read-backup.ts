import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { damaged, parsed, readHeader, Trailer, type Header } from "@/lib/backup/format";
import { AppError } from "@/lib/domain/errors";

/** A line may be as long as a row: a text with its blocks, or a published report. In bytes. */
const LONGEST = 400_000_000;

/** The lines of a backup, one at a time. Throws `invalid` where the file cannot be read on. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const content = createGunzip();
  source.once("error", (error) => content.destroy(error));
  source.pipe(content);
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of content) {
      let chunk = piece as Buffer; // a stream without encoding
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10)) {
        yield Buffer.concat([...rest, chunk.subarray(0, end)]).toString("utf8");
        rest = [];
        length = 0;
        chunk = chunk.subarray(end + 1);
      }
      if (chunk.length > 0) rest.push(chunk);
      length += chunk.length;
      if (length > LONGEST) throw damaged("a line without an end");
    }
  } catch (error) {
    // What zlib says of a file that was cut, changed, or never was one of its own.
    if (error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_"))
      throw damaged("it cannot be unpacked to its end");
    throw error;
  } finally {
    source.destroy();
  }
  if (length > 0) throw damaged("it ends within a line");
}

/** Reads the whole file and compares it with its checksum. Returns what its first line says; throws `invalid` when anything is amiss. */
export async function verifyBackup(file: string): Promise<Header> {
  if (!existsSync(file)) throw new AppError("not_found", `There is no file ${file}.`);
  const hash = createHash("sha256");
  let header: Header | undefined;
  let trailer: Trailer | undefined;
  let lines = 0;
  for await (const line of linesOf(file)) {
    if (trailer) throw damaged("something comes after its end");
    header ??= readHeader(line);
    const end = line.startsWith('{"end":') ? Trailer.safeParse(parsed(line)) : null;
    if (end?.success) {
      trailer = end.data;
      continue;
    }
    hash.update(`${line}\n`);
    lines += 1;
  }
  if (!header) throw new AppError("invalid", "This is not a backup of Assay.");
  if (!trailer) throw damaged("its end is missing");
  if (trailer.lines !== lines || trailer.sha256 !== hash.digest("hex")) throw damaged("its checksum is another");
  return header;
}
