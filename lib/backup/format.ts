import { z } from "zod";
import { AppError } from "@/lib/domain/errors";

/*
 * A backup is one gzip file of lines of JSON, so that it knows no engine, has no limit of size, and can be looked at with zcat. What a line is stands in its first
 * character: "{" says what comes, "[" are rows of the table that was named last, and a string is a part of the file that was named last, in base64. The last
 * line tells the lines before it and their SHA-256, so that a file that was cut or changed is known before anything is done with it.
 */

export const BACKUP_ENDING = ".jsonl.gz";
const FORMAT = 1;

export const Header = z.object({
  assay: z.literal("backup"),
  format: z.number(),
  app: z.string(),
  engine: z.enum(["pglite", "postgresql"]),
  createdAt: z.iso.datetime(),
  /** The schema: the migrations that the database had, in the order in which they were applied. */
  migrations: z.array(z.string()),
});

export const TableMark = z.object({ table: z.string() });
export const FileMark = z.object({ file: z.string() });
export const Trailer = z.object({ end: z.literal(true), lines: z.number().int(), sha256: z.string() });

/** What the last line says. */
export type Trailer = z.infer<typeof Trailer>;

/** What the first line says. */
export type Header = z.infer<typeof Header>;

/** The first line of a backup made now. */
export function newHeader(rest: Pick<Header, "app" | "engine" | "migrations">, now: Date): Header {
  return { assay: "backup", format: FORMAT, ...rest, createdAt: now.toISOString() };
}

/** Reads the first line. Throws `invalid` when it is not that of a backup, or of a format that is newer than this. */
export function readHeader(line: string): Header {
  const header = Header.safeParse(parsed(line));
  if (!header.success) throw new AppError("invalid", "This is not a backup of Assay.");
  if (header.data.format > FORMAT)
    throw new AppError("invalid", "This backup was made by a newer Assay, in a form that this one cannot read. Install that version first.");
  return header.data;
}

/** The value of a line; undefined when it is not JSON. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The expected failure of a file that is not as it was written. */
export function damaged(how: string): AppError {
  return new AppError("invalid", `The backup is damaged (${how}). Nothing was changed. Take another copy of it, or an earlier backup.`);
}
