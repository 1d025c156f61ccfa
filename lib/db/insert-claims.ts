import type { ClaimState, ClaimType } from "@/lib/domain/claim";
import type { Tx } from "./client";

/** A claim before it is written; days are "yyyy-mm-dd". */
export interface NewClaimRow {
  id: string;
  number: number;
  statement: string;
  shortForm: string;
  speaker: string;
  saidOn: string | null;
  type: ClaimType | null;
  tags: readonly string[];
  state: ClaimState;
}

interface Place {
  workspaceId: string;
  documentId: string;
  createdById: string;
  now: Date;
}

/** Rows a statement: the embedded database works in this thread, and others get their turn between two statements. */
const ROWS = 250;

/** Writes many claims of one document, which must be locked. The rows travel as one JSON value, which costs a fraction of createMany's parameters. */
export async function insertClaims(tx: Tx, { workspaceId, documentId, createdById, now }: Place, claims: readonly NewClaimRow[]): Promise<void> {
  const moment = now.toISOString();
  for (let from = 0; from < claims.length; from += ROWS) {
    const rows = JSON.stringify(claims.slice(from, from + ROWS));
    await tx.$executeRaw`
      INSERT INTO "Claim" ("id", "workspaceId", "documentId", "createdById", "createdAt", "updatedAt",
        "number", "statement", "shortForm", "speaker", "saidOn", "type", "tags", "state")
      SELECT "id", ${workspaceId}, ${documentId}, ${createdById}, ${moment}::timestamp, ${moment}::timestamp,
        "number", "statement", "shortForm", "speaker", "saidOn", "type"::"ClaimType", ARRAY(SELECT json_array_elements_text("tags")), "state"::"ClaimState"
      FROM json_to_recordset(${rows}::json)
        AS row("id" text, "number" int, "statement" text, "shortForm" text, "speaker" text, "saidOn" date, "type" text, "tags" json, "state" text)`;
  }
}
