import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, evidenceInScope, sourceInScope } from "@/lib/db/scopes";
import { defined } from "@/lib/domain/defined";
import { STANCES } from "@/lib/domain/evidence";
import { invalidField } from "@/lib/domain/errors";
import { Day, HttpUrl, Id, line, prose, toDate, Version } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { answerFields, expectYesOrNo, questionToAnswer } from "./answer-fields";
import { command } from "./command";
import { advanceClaim } from "./move-claim";
import { expectOwn, hold, screen } from "./screen";
import { addSource, NewSource, sourceWords } from "./source";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

const QUOTE_MAX = 5000;

export const AddEvidence = z.object({
  claimId: Id,
  /** A source of the library… */
  sourceId: Id.optional(),
  /** …or a new one. */
  source: NewSource.optional(),
  stance: z.enum(STANCES),
  quote: prose(QUOTE_MAX).default(""),
  locator: line(200).default(""),
  accessedOn: Day.nullable().default(null),
  archiveUrl: HttpUrl.nullable().default(null),
  archivedOn: Day.nullable().default(null),
  note: prose(5000).default(""),
  confidential: z.boolean().default(false),
  questionId: answerFields.questionId.default(null),
  answerType: answerFields.answerType.default("extractive"),
  answerYes: answerFields.answerYes.default(null),
  answer: answerFields.answer.default(""),
});

/** Attaches evidence to a claim; a spotted claim becomes one that is researched. */
export const addEvidence = command(
  AddEvidence,
  { summary: "Attach evidence to a claim.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const claim = await claimInScope(tx, actor, input.claimId);
    authorize(claimPolicy, actor, "addEvidence", claim);
    const why = await screen(tx, actor, { ...wordsOf(input), ...(input.source ? sourceWords(input.source) : {}) });
    await touchDocument(tx, claim.documentId, now);
    const question = await questionToAnswer(tx, claim.id, input.questionId);
    expectYesOrNo(input);
    const { claimId, sourceId, source, accessedOn, archivedOn, ...fields } = input;
    if ((sourceId === undefined) === (source === undefined)) throw invalidField("sourceId", "Choose a source of the library, or describe a new one.");
    const id = source ? await addSource(tx, actor, source) : (await libraryMember(tx, actor, sourceId ?? "")).id;
    const evidence = await tx.evidence.create({
      data: {
        ...fields,
        claimId,
        sourceId: id,
        accessedOn: toDate(accessedOn),
        archivedOn: toDate(archivedOn),
        workspaceId: actor.workspaceId,
        createdById: actor.userId,
      },
      select: { id: true, source: { select: { title: true } } },
    });
    const event = {
      documentId: claim.documentId,
      claimId,
      after: { source: evidence.source.title, stance: input.stance, quote: input.quote, ...(question === null ? {} : { question }) },
    };
    if (why !== null) {
      await hold(tx, actor, { subject: "evidence", id: evidence.id, ...event }, why, now);
      // The source that came with it waits, too, and is shown with it.
      if (source) await tx.source.update({ where: { id }, data: { hiddenAt: now, heldAt: now }, select: { id: true } });
      return claimView(tx, actor, claimId);
    }
    await record(tx, actor, { type: "evidence.added", ...event, ids: { evidenceId: evidence.id } });
    if (claim.state === "spotted") await advanceClaim(tx, actor, claim, "researching", now);
    return claimView(tx, actor, claimId);
  },
);

/** What of evidence may be words or links of its author; quotes are those of others. */
const wordsOf = ({ note, answer, locator, archiveUrl }: Pick<z.output<typeof UpdateEvidence>, "note" | "answer" | "locator" | "archiveUrl">) => ({
  note,
  answer,
  locator,
  archiveUrl,
});

export const UpdateEvidence = z.object({
  evidenceId: Id,
  version: Version,
  sourceId: Id.optional(),
  stance: z.enum(STANCES).optional(),
  quote: prose(QUOTE_MAX).optional(),
  locator: line(200).optional(),
  accessedOn: Day.nullable().optional(),
  archiveUrl: HttpUrl.nullable().optional(),
  archivedOn: Day.nullable().optional(),
  note: prose(5000).optional(),
  confidential: z.boolean().optional(),
  questionId: answerFields.questionId.optional(),
  answerType: answerFields.answerType.optional(),
  answerYes: answerFields.answerYes.optional(),
  answer: answerFields.answer.optional(),
});

/** Changes a piece of evidence; only the fields given. */
export const updateEvidence = command(UpdateEvidence, { summary: "Change a piece of evidence." }, async ({ actor, tx, now }, input) => {
  const evidence = await evidenceInScope(tx, actor, input.evidenceId);
  const { claim } = evidence;
  authorize(claimPolicy, actor, "addEvidence", claim);
  const why = await screen(tx, actor, wordsOf(input));
  if (why !== null) expectOwn(actor, evidence, why);
  await touchDocument(tx, claim.documentId, now);
  if (input.sourceId !== undefined) await libraryMember(tx, actor, input.sourceId);
  const { questionId = evidence.questionId } = input;
  const question = questionId === evidence.questionId ? undefined : await questionToAnswer(tx, claim.id, questionId);
  expectYesOrNo({ ...evidence, ...defined(input) });
  const { evidenceId, version, accessedOn, archivedOn, ...rest } = input;
  const changes = {
    ...rest,
    accessedOn: accessedOn === undefined ? undefined : toDate(accessedOn),
    archivedOn: archivedOn === undefined ? undefined : toDate(archivedOn),
  };
  const requoted = (changes.quote ?? evidence.quote) !== evidence.quote || (changes.sourceId ?? evidence.sourceId) !== evidence.sourceId;
  const unverified = requoted ? { quoteVerifiedById: null, quoteVerifiedAt: null } : {};
  const written = await tx.evidence.updateMany({
    where: { id: evidenceId, version },
    data: { ...defined(changes), ...unverified, version: { increment: 1 }, updatedAt: now },
  });
  await expectWritten(written, "evidence", async () => (await claimView(tx, actor, claim.id)).evidence.find((each) => each.id === evidenceId));
  const { questionId: _, ...shown } = changes;
  const changed = changedFields({ ...evidence, question: evidence.question?.text ?? null }, { ...shown, question });
  if (changed) await record(tx, actor, { type: "evidence.updated", documentId: claim.documentId, claimId: claim.id, ...changed, ids: { evidenceId } });
  if (why !== null) await hold(tx, actor, { subject: "evidence", id: evidenceId, documentId: claim.documentId, claimId: claim.id }, why, now);
  return claimView(tx, actor, claim.id);
});

export const TrashEvidence = z.object({ evidenceId: Id });

/** Takes a piece of evidence away from its claim; it can be restored. */
export const trashEvidence = command(TrashEvidence, { summary: "Take a piece of evidence away." }, async ({ actor, tx, now }, input) => {
  const evidence = await evidenceInScope(tx, actor, input.evidenceId);
  return setTrashed(tx, actor, evidence, now, true);
});

export const RestoreEvidence = z.object({ evidenceId: Id });

/** Brings back a piece of evidence that was taken away. */
export const restoreEvidence = command(RestoreEvidence, { summary: "Bring back evidence that was taken away." }, async ({ actor, tx, now }, input) => {
  const evidence = await evidenceInScope(tx, actor, input.evidenceId, "trashed");
  return setTrashed(tx, actor, evidence, now, false);
});

async function setTrashed(tx: Tx, actor: Actor, evidence: Awaited<ReturnType<typeof evidenceInScope>>, now: Date, trashed: boolean) {
  const { claim, source } = evidence;
  authorize(claimPolicy, actor, "addEvidence", claim);
  await touchDocument(tx, claim.documentId, now);
  await tx.evidence.update({ where: { id: evidence.id }, data: { deletedAt: trashed ? now : null, version: { increment: 1 } } });
  const shown = { source: source.title, quote: evidence.quote };
  await record(tx, actor, {
    type: trashed ? "evidence.trashed" : "evidence.restored",
    documentId: claim.documentId,
    claimId: claim.id,
    ...(trashed ? { before: shown } : { after: shown }),
    ids: { evidenceId: evidence.id },
  });
  return claimView(tx, actor, claim.id);
}

async function libraryMember(tx: Tx, actor: Actor, sourceId: string) {
  return sourceInScope(tx, actor, sourceId).catch(() => {
    throw invalidField("sourceId", "The library has no such source.");
  });
}
