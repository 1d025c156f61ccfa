import { randomUUID } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "./client";

interface Row {
  id?: string;
  workspaceId: string;
  pageId: string;
  number: number;
  publishedById: string;
  publishedAt: Date;
}

/** How much of a report is handed over at once, in UTF-16 units. */
const PIECE = 250_000;

/**
 * Writes a publication with its report, and answers its id. The report travels as the text of its JSON: to look through every value of a long one, as Prisma
 * does with JSON, holds the thread longer than the writing. It goes in pieces, which the database puts together: to hand five megabytes to the embedded one at once
 * takes longer than to write them.
 */
export async function insertPublication(tx: Tx, row: Row, report: object): Promise<string> {
  const { id = randomUUID(), workspaceId, pageId, number, publishedById, publishedAt } = row;
  const json = JSON.stringify(report);
  await turn();
  for (const { at, piece } of pieces(json)) await tx.$executeRaw`INSERT INTO "ReportPiece" ("publicationId", "at", "piece") VALUES (${id}, ${at}, ${piece})`;
  await tx.$executeRaw`
    WITH "taken" AS (DELETE FROM "ReportPiece" WHERE "publicationId" = ${id} RETURNING "at", "piece")
    INSERT INTO "Publication" ("id", "workspaceId", "pageId", "number", "report", "publishedById", "publishedAt")
    SELECT ${id}, ${workspaceId}, ${pageId}, ${number}::int, string_agg("piece", '' ORDER BY "at")::json, ${publishedById}, ${publishedAt}::timestamp FROM "taken"`;
  return id;
}

/** The text in pieces of whole characters, each with where it begins. */
function* pieces(text: string): Generator<{ at: number; piece: string }> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + PIECE;
    // JSON has no half of a character by itself: the other one follows.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1;
    yield { at, piece: text.slice(at, end) };
  }
}
