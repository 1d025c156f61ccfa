import type { Stance } from "@/lib/domain/evidence";
import type { AnswerType } from "@/lib/domain/question";
import type { Tx } from "./client";

/** A piece of evidence before it is written; days are "yyyy-mm-dd". */
export interface NewEvidenceRow {
  id: string;
  claimId: string;
  sourceId: string;
  stance: Stance;
  quote: string;
  locator: string;
  accessedOn: string | null;
  archiveUrl: string | null;
  archivedOn: string | null;
  note: string;
  confidential: boolean;
  questionId: string | null;
  answerType: AnswerType;
  answerYes: boolean | null;
  answer: string;
  /** Milliseconds after the moment of the whole: evidence is listed by its moment, and keeps its order. */
  after: number;
}

interface Maker {
  workspaceId: string;
  createdById: string;
  now: Date;
}

/** Rows a statement: the embedded database works in this thread, and others get their turn between two statements. */
const ROWS = 250;

/** Writes the evidence of many claims, whose document must be locked. The rows travel as one JSON value, as in insert-anchors.ts. */
export async function insertEvidence(tx: Tx, { workspaceId, createdById, now }: Maker, evidence: readonly NewEvidenceRow[]): Promise<void> {
  const moment = now.toISOString();
  for (let from = 0; from < evidence.length; from += ROWS) {
    const rows = JSON.stringify(evidence.slice(from, from + ROWS));
    await tx.$executeRaw`
      INSERT INTO "Evidence" ("id", "workspaceId", "createdById", "createdAt", "updatedAt", "claimId", "sourceId",
        "stance", "quote", "locator", "accessedOn", "archiveUrl", "archivedOn", "note", "confidential",
        "questionId", "answerType", "answerYes", "answer")
      SELECT "id", ${workspaceId}, ${createdById}, ${moment}::timestamp + "after" * interval '1 millisecond',
        ${moment}::timestamp + "after" * interval '1 millisecond', "claimId", "sourceId",
        "stance"::"Stance", "quote", "locator", "accessedOn", "archiveUrl", "archivedOn", "note", "confidential",
        "questionId", "answerType"::"AnswerType", "answerYes", "answer"
      FROM json_to_recordset(${rows}::json)
        AS row("id" text, "claimId" text, "sourceId" text, "stance" text, "quote" text, "locator" text, "accessedOn" date,
          "archiveUrl" text, "archivedOn" date, "note" text, "confidential" boolean,
          "questionId" text, "answerType" text, "answerYes" boolean, "answer" text, "after" int)`;
  }
}
