import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { lockedDocument } from "@/lib/db/scopes";
import { mergeSpans } from "@/lib/domain/anchor";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, prose } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { readMarks } from "@/lib/queries/marks";
import { command } from "./command";
import { STATEMENT_MAX, writeClaim } from "./create-claim";
import { anchorsFor, Fragments, markedRevision } from "./fragments";
import { screenAtOnce } from "./screen";

/** The most marks of one person in one document. */
const MARKS_MAX = 2000;

export const AddMark = z.object({ documentId: Id, revisionId: Id, fragment: Fragments.element });

/** Marks words of the text for oneself; nobody else learns of it before it is submitted. */
export const addMark = command(AddMark, { summary: "Mark words of the text for oneself.", status: 201 }, async ({ actor, tx, now }, input) => {
  const document = await markedApart(tx, actor, input.documentId);
  await expectOpen(tx, actor, document.id);
  const revision = await markedRevision(tx, document.id, input.revisionId);
  const [anchor] = anchorsFor(revision.text, [input.fragment]);
  if (!anchor) throw invalidField("fragment", "Mark at least one word.");
  const { start, end, exact } = anchor;
  const mine = { documentId: document.id, reviewerId: actor.userId };
  if ((await tx.mark.count({ where: { ...mine, start, end } })) > 0) throw new AppError("duplicate", "You marked these words already.");
  if ((await tx.mark.count({ where: mine })) >= MARKS_MAX) throw new AppError("too_large", `At most ${MARKS_MAX} marks in a document.`);
  const mark = await tx.mark.create({
    data: { ...mine, workspaceId: actor.workspaceId, revisionId: revision.id, start, end, exact, createdAt: now },
    select: { id: true },
  });
  await record(tx, actor, { type: "mark.added", documentId: document.id, after: { quote: exact }, ids: { markId: mark.id } });
  return readMarks(tx, actor, document.id);
});

export const RemoveMark = z.object({ markId: Id });

/** Takes an own mark back, as long as it is not submitted. */
export const removeMark = command(RemoveMark, { summary: "Take an own mark back." }, async ({ actor, tx }, input) => {
  const mark = await tx.mark.findFirst({ where: { id: input.markId, workspaceId: actor.workspaceId, reviewerId: actor.userId } });
  if (!mark) throw new AppError("not_found", "This mark does not exist, or is not yours.");
  const document = await markedApart(tx, actor, mark.documentId);
  await expectOpen(tx, actor, document.id);
  await tx.mark.delete({ where: { id: mark.id } });
  await record(tx, actor, { type: "mark.removed", documentId: document.id, before: { quote: mark.exact }, ids: { markId: mark.id } });
  return readMarks(tx, actor, document.id);
});

export const SubmitMarks = z.object({ documentId: Id });

/** Says that all is marked, from one's own view: from then on the marks stay as they are, and are shown to those who have submitted too. */
export const submitMarks = command(SubmitMarks, { summary: "Submit one's own marks." }, async ({ actor, tx, now }, input) => {
  const document = await markedApart(tx, actor, input.documentId);
  await expectOpen(tx, actor, document.id);
  await tx.markSubmission.create({
    data: { documentId: document.id, reviewerId: actor.userId, workspaceId: actor.workspaceId, submittedAt: now },
    select: { reviewerId: true },
  });
  await record(tx, actor, { type: "marks.submitted", documentId: document.id });
  return readMarks(tx, actor, document.id);
});

export const UniteMarks = z.object({
  documentId: Id,
  groups: z
    .array(z.object({ markIds: z.array(Id).min(1).max(100), statement: prose(STATEMENT_MAX).optional() }))
    .min(1, "Choose at least one group of marks.")
    .max(200, "At most 200 groups at once."),
});

/** Makes a claim of each group of submitted marks: where they differ in where they end, it covers what any of them covers. */
export const uniteMarks = command(
  UniteMarks,
  { summary: "Make claims of marks that mean the same.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const document = await markedApart(tx, actor, input.documentId);
    authorize(documentPolicy, actor, "unite");
    await screenAtOnce(tx, actor, { groups: input.groups.flatMap(({ statement }) => statement ?? []) });
    const submitted = await tx.markSubmission.findMany({ where: { documentId: document.id }, select: { reviewerId: true } });
    const reviewers = submitted.map(({ reviewerId }) => reviewerId);
    for (const [index, { markIds, statement }] of input.groups.entries()) {
      const marks = await tx.mark.findMany({ where: { id: { in: markIds }, documentId: document.id, claimId: null, reviewerId: { in: reviewers } } });
      const [first] = marks;
      if (!first || marks.length !== new Set(markIds).size)
        throw new AppError("conflict", "Some of these marks became claims already, or were not submitted. Reload and look.", {
          fields: [{ field: `groups.${index}.markIds`, message: "Not all of these are open." }],
        });
      const revision = await markedRevision(tx, document.id, first.revisionId);
      const claimId = await writeClaim(tx, actor, { document, revision, fragments: mergeSpans(marks), statement }, now);
      await tx.mark.updateMany({ where: { id: { in: markIds } }, data: { claimId } });
    }
    return readMarks(tx, actor, document.id);
  },
);

/** The document, while each reviewer marks for themselves in it. Throws `closed` else. */
async function markedApart(tx: Tx, actor: Actor, documentId: string) {
  const document = await lockedDocument(tx, actor, documentId);
  authorize(documentPolicy, actor, "mark");
  if (!document.marksApart) throw new AppError("closed", "In this document claims are marked together: mark them in the text.");
  return document;
}

async function expectOpen(tx: Tx, actor: Actor, documentId: string): Promise<void> {
  const submitted = await tx.markSubmission.count({ where: { documentId, reviewerId: actor.userId } });
  if (submitted > 0) throw new AppError("closed", "You have submitted your marks: they stay as they are.");
}
