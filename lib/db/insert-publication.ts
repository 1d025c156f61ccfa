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

/**
 * Writes a publication with its report, and answers its id. The report travels as the text of its JSON: to look through every value of a long one, as Prisma
 * does with JSON, holds the thread longer than the writing.
 */
export async function insertPublication(tx: Tx, row: Row, report: object): Promise<string> {
  const { id = randomUUID(), workspaceId, pageId, number, publishedById, publishedAt } = row;
  const json = JSON.stringify(report);
  await turn();
  await tx.$executeRaw`
    INSERT INTO "Publication" ("id", "workspaceId", "pageId", "number", "report", "publishedById", "publishedAt")
    VALUES (${id}, ${workspaceId}, ${pageId}, ${number}, ${json}::jsonb, ${publishedById}, ${publishedAt})`;
  return id;
}
