import { z } from "zod";
import { lockedDocument } from "@/lib/db/scopes";
import type { Tx } from "@/lib/db/client";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { DOCUMENT_KINDS, DOCUMENT_STATES } from "@/lib/domain/document";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Day, HttpUrl, Id, Language, line, requiredLine, toDate, Version } from "@/lib/domain/fields";
import { awaitsAssessments, type ReviewSettings } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { searchTextOf } from "@/lib/domain/search";
import { defined } from "@/lib/domain/defined";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { documentFacts, isScaleFixed } from "@/lib/queries/document-facts";
import { command } from "./command";
import { ReviewFields } from "./review-fields";
import { screenWords } from "./screen";
import { settleReviews } from "./settle-review";
import { expectWritten } from "./versioned";

export const UpdateDocument = z.object({
  documentId: Id,
  version: Version,
  title: requiredLine(500).optional(),
  author: line(300).optional(),
  publication: line(300).optional(),
  publishedOn: Day.nullable().optional(),
  language: Language.optional(),
  url: HttpUrl.nullable().optional(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  /** `published` is reached by publication only. */
  state: z.enum(DOCUMENT_STATES).exclude(["published"]).optional(),
  scaleId: Id.optional(),
  ...ReviewFields,
  /** Each reviewer marks for themselves, and nobody marks claims for all. */
  marksApart: z.boolean().optional(),
});

/** Changes what is known of a document. Fails with `conflict` when it changed since `version`. */
export const updateDocument = command(UpdateDocument, { summary: "Change a document's title, facts, state or scale." }, async ({ actor, tx, now }, input) => {
  const document = await lockedDocument(tx, actor, input.documentId);
  authorize(documentPolicy, actor, "edit", document);
  const words = defined({ title: input.title, author: input.author, publication: input.publication, url: input.url });
  if (Object.keys(words).length > 0) await screenWords(tx, actor, words);
  if (input.scaleId !== undefined && input.scaleId !== document.scaleId) {
    const scale = await tx.scale.findFirst({ where: { id: input.scaleId, workspaceId: actor.workspaceId, retiredAt: null }, select: { id: true } });
    if (!scale) throw invalidField("scaleId", "This workspace has no such scale.");
    if (await isScaleFixed(tx, document)) throw new AppError("conflict", "The scale cannot change any more: claims of this document are judged on it already.");
  }
  const review = await reviewChanges(tx, actor, document, input);
  const changes = {
    ...review,
    title: input.title,
    author: input.author === undefined ? undefined : input.author || null,
    publication: input.publication === undefined ? undefined : input.publication || null,
    publishedOn: input.publishedOn === undefined ? undefined : toDate(input.publishedOn),
    language: input.language,
    url: input.url,
    kind: input.kind,
    state: input.state,
    scaleId: input.scaleId,
  };
  const changed = changedFields(document, changes);
  const revision = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: document.id, number: document.revision } },
    select: { text: true },
  });
  const written = await tx.document.updateMany({
    where: { id: document.id, version: input.version },
    data: { ...defined(changes), searchText: searchTextOf({ ...document, ...defined(changes) }, revision.text), version: { increment: 1 }, updatedAt: now },
  });
  await expectWritten(written, "document", () => documentFacts(tx, document.id));
  if (changed) await record(tx, actor, { type: "document.updated", documentId: document.id, ...changed });
  if (Object.keys(review).length > 0) await settleReviews(tx, actor, document.id, { ...document, ...review }, now);
  return documentFacts(tx, document.id);
});

/** The changes of how claims are reviewed. What was assessed blind stays so: the way to decide changes only while no claim is open. */
async function reviewChanges(tx: Tx, actor: Actor, document: ReviewSettings & { id: string }, input: z.output<typeof UpdateDocument>) {
  const { reviewMode, reviewers, panelRule, marksApart } = input;
  const review = defined({ reviewMode, reviewers, panelRule, marksApart });
  if (Object.keys(review).length === 0) return review;
  authorize(documentPolicy, actor, "setReview");
  const { reviewMode: to = document.reviewMode, panelRule: rule = document.panelRule } = input;
  if (document.reviewMode === "proposal" || (to === document.reviewMode && rule === document.panelRule)) return review;
  const open = {
    documentId: document.id,
    deletedAt: null,
    assessedAt: null,
    state: { in: CLAIM_STATES.filter((state) => awaitsAssessments(state) && state !== "skipped") },
  };
  if ((await tx.claim.count({ where: open })) > 0)
    throw new AppError("closed", "Claims of this document are still being assessed blind. The mode can change once none of them is open.");
  return review;
}
