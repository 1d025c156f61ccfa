import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, documentInScope, evidenceInScope, sourceInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { isConfidential } from "@/lib/domain/evidence";
import { Id, line, prose } from "@/lib/domain/fields";
import { FLAG_OUTCOME_SENTENCES, FLAG_REASONS } from "@/lib/domain/flag";
import { MODERATION_SUBJECTS, type ModerationSubject } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { moderationPolicy } from "@/lib/policies/moderation";
import { seesConfidential } from "@/lib/policies/source";
import { changedSince } from "@/lib/queries/changed-since";
import { publicClaimId, publicPageFor } from "@/lib/queries/public-page";
import { threadView } from "@/lib/queries/threads";
import { command, publicCommand } from "./command";
import { knockModerators } from "./knock-moderators";

/** The longest report, in UTF-16 units. */
export const FLAG_NOTE_MAX = 4000;
/** The most reports that wait at one page, or of one person: more say nothing new, and could fill a disk. */
const WAITING_MAX = 500;

export const RaiseFlag = z.object({
  subject: z.enum(MODERATION_SUBJECTS),
  id: Id,
  reason: z.enum(FLAG_REASONS, { error: "Choose what is wrong." }),
  note: prose(FLAG_NOTE_MAX).default(""),
});

/** Reports something that one sees. Once, as long as nobody has decided about it; then again once it changes, or for another reason. */
export const raiseFlag = command(
  RaiseFlag,
  { summary: "Report something to the moderators.", status: 201, contributes: true },
  async ({ actor, tx }, input) => {
    const { authorId, ...place } = await FINDERS[input.subject](tx, actor, input.id);
    if (!moderationPolicy.flag(actor, authorId)) throw new AppError("closed", "This is your own. Change it, or delete it, instead.");
    const own = { workspaceId: actor.workspaceId, reporterId: actor.userId, settledAt: null };
    if ((await tx.flag.count({ where: { ...own, subjectId: input.id } })) > 0)
      throw new AppError("duplicate", "You have reported this already, and a moderator will look at it.");
    await expectNews(tx, actor, input);
    if ((await tx.flag.count({ where: own })) >= WAITING_MAX) throw new AppError("closed", "Many of your reports wait already. Wait for the moderators first.");
    const { id } = await tx.flag.create({
      data: {
        ...{ workspaceId: actor.workspaceId, reporterId: actor.userId, subject: input.subject, subjectId: input.id, ...place },
        ...{ reason: input.reason, note: input.note.trim() },
      },
      select: { id: true },
    });
    await knockModerators(tx, actor.workspaceId);
    await record(tx, actor, { type: "flag.raised", ...place, ids: { flagId: id, subject: input.subject, subjectId: input.id } });
    return { id };
  },
);

/** A report says nothing new of what a moderator has looked at, for the same reason, as it is now. Throws `duplicate`. */
async function expectNews(tx: Tx, { userId, workspaceId }: Actor, { subject, id, reason }: z.output<typeof RaiseFlag>): Promise<void> {
  const settled = await tx.flag.findFirst({
    where: { workspaceId, reporterId: userId, subject, subjectId: id, reason, settledAt: { not: null } },
    select: { settledAt: true, outcome: true },
    orderBy: { settledAt: "desc" },
  });
  if (!settled?.settledAt || !settled.outcome || (await changedSince(tx, workspaceId, { subject, id }, settled.settledAt))) return;
  throw new AppError(
    "duplicate",
    `${FLAG_OUTCOME_SENTENCES[settled.outcome]}. Nothing has changed since: report it again once it does, or for another reason.`,
  );
}

interface Found {
  authorId: string | null;
  documentId?: string;
  claimId?: string;
}

/** Each finds the thing as the actor may see it. Throws `not_found`. */
const FINDERS: Record<ModerationSubject, (tx: Tx, actor: Actor, id: string) => Promise<Found>> = {
  async document(tx, actor, id) {
    const { createdById } = await documentInScope(tx, actor, id);
    return { authorId: createdById, documentId: id };
  },
  async claim(tx, actor, id) {
    const { createdById, documentId } = await claimInScope(tx, actor, id);
    return { authorId: createdById, documentId, claimId: id };
  },
  async evidence(tx, actor, id) {
    const evidence = await evidenceInScope(tx, actor, id);
    if (isConfidential(evidence) && !seesConfidential(actor)) throw new AppError("not_found", "This evidence does not exist, or was deleted.");
    return { authorId: evidence.createdById, documentId: evidence.claim.documentId, claimId: evidence.claimId };
  },
  async comment(tx, actor, id) {
    const missing = new AppError("not_found", "This comment does not exist, or was deleted.");
    const comment = await tx.comment.findFirst({
      where: { id, workspaceId: actor.workspaceId, deletedAt: null, thread: { document: { deletedAt: null } } },
      select: { authorId: true, thread: { select: { id: true, documentId: true, claimId: true } } },
    });
    if (!comment) throw missing;
    const { id: threadId, documentId, claimId } = comment.thread;
    if (claimId !== null) await claimInScope(tx, actor, claimId);
    if (!(await threadView(tx, actor, threadId)).comments.some((each) => each.id === id)) throw missing;
    return { authorId: comment.authorId, documentId, ...(claimId === null ? {} : { claimId }) };
  },
  async source(tx, actor, id) {
    const { createdById, confidential } = await sourceInScope(tx, actor, id);
    if (confidential && !seesConfidential(actor)) throw new AppError("not_found", "This source does not exist, or was deleted.");
    return { authorId: createdById };
  },
  async person(tx, actor, id) {
    const member = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId: actor.workspaceId, userId: id } }, select: { userId: true } });
    if (!member) throw new AppError("not_found", "This workspace has no such member.");
    return { authorId: member.userId };
  },
  async page(tx, actor, id) {
    const page = await tx.publicPage.findFirst({
      where: { id, workspaceId: actor.workspaceId, revokedAt: null, document: { deletedAt: null } },
      select: { createdById: true, documentId: true },
    });
    if (!page) throw new AppError("not_found", "There is no such page, or it was taken back.");
    return { authorId: page.createdById, documentId: page.documentId };
  },
};

export const ReportError = z.object({
  slug: z.string().max(200),
  /** The claim's number in its page's address; none for the page as a whole. */
  claim: z.coerce.number().int().min(1).optional(),
  reason: z.enum(FLAG_REASONS, { error: "Choose what is wrong." }),
  note: prose(FLAG_NOTE_MAX).refine((value) => value.trim().length >= 10, "Say in a sentence what is wrong, and how you know."),
  contact: line(254).default(""),
});

/** Takes down what a reader of a published page reports. It waits for the desk as a flag, and tells the reader nothing of the desk. */
export const reportError = publicCommand(
  ReportError,
  { summary: "Report an error on a published page.", status: 201 },
  () => Promise.resolve(null),
  async ({ tx }, input) => {
    const page = await publicPageFor(tx, input.slug);
    if (!page || page.revoked) throw new AppError("not_found", "There is no such page, or it was taken back.");
    const claimId = input.claim === undefined ? null : await publicClaimId(tx, page, input.claim);
    if (input.claim !== undefined && claimId === null) throw new AppError("not_found", "This page has no such claim.");
    if ((await tx.flag.count({ where: { documentId: page.documentId, reporterId: null, reason: { not: "held" }, settledAt: null } })) >= WAITING_MAX)
      throw new AppError("closed", "Many reports wait for the desk already. Write to it directly, please.");
    await tx.flag.create({
      data: {
        ...{ workspaceId: page.workspaceId, documentId: page.documentId, claimId },
        ...(claimId === null ? { subject: "page" as const, subjectId: page.id } : { subject: "claim" as const, subjectId: claimId }),
        ...{ reason: input.reason, note: input.note.trim(), contact: input.contact },
      },
      select: { id: true },
    });
    await knockModerators(tx, page.workspaceId);
    return { received: true };
  },
);
