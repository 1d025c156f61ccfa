import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { spanAgreements, uniteMarks } from "@/lib/domain/span-agreement";
import type { MarksView, MarkView } from "@/lib/domain/views";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { seesMarks } from "@/lib/policies/mark";
import { toBlocks } from "./document";

export const GetMarks = z.object({ documentId: Id });

/** What one marked for oneself, and once it is submitted, what the others did, with what means the same. */
export const getMarks = query(GetMarks, { summary: "Read one's own marks, and the others' once they are open." }, (actor, input) =>
  marksView(actor, input.documentId),
);

/** The same, for the page. Throws `not_found`, `forbidden`. */
export async function marksView(actor: Actor, documentId: string): Promise<MarksView> {
  return readMarks(await db(), actor, documentId);
}

/** The same, also within a transaction. */
export async function readMarks(tx: Tx, actor: Actor, documentId: string): Promise<MarksView> {
  const document = await documentInScope(tx, actor, documentId);
  authorize(documentPolicy, actor, "mark");
  const revision = await tx.revision.findUniqueOrThrow({ where: { documentId_number: { documentId, number: document.revision } } });
  const submissions = await tx.markSubmission.findMany({ where: { documentId }, select: { reviewerId: true } });
  const submitted = submissions.map(({ reviewerId }) => reviewerId);
  const rows = await tx.mark.findMany({
    where: { documentId, revisionId: revision.id },
    select: { id: true, reviewerId: true, reviewer: { select: { id: true, name: true } }, start: true, end: true, exact: true, claimId: true },
    orderBy: [{ start: "asc" }, { end: "asc" }, { id: "asc" }],
  });
  const marks = rows.filter((row) => seesMarks(actor, row.reviewerId, submitted)).map((row): MarkView => ({ ...row, mine: row.reviewerId === actor.userId }));
  const open = marks.filter((mark) => submitted.includes(mark.reviewerId));
  const people = submitted.filter((id) => seesMarks(actor, id, submitted)).sort();
  const { id, title, language, marksApart } = document;
  const done = submitted.includes(actor.userId);
  return {
    document: { id, title, language, marksApart },
    revision: { id: revision.id, number: revision.number, text: revision.text, blocks: toBlocks(revision.blocks) },
    marks,
    submitted: done,
    groups: uniteMarks(open.filter((mark) => mark.claimId === null)).map((group) => group.map((mark) => mark.id)),
    agreements: spanAgreements(open, people),
    can: { mark: marksApart && !done, unite: marksApart && documentPolicy.unite(actor) },
  };
}
