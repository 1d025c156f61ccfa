import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id, line, prose } from "@/lib/domain/fields";
import { FLAG_OUTCOMES, FLAG_REASONS } from "@/lib/domain/flag";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { publicationPolicy } from "@/lib/policies/publication";
import { flagViews } from "@/lib/queries/flags";
import { publicClaimId, publicPageFor } from "@/lib/queries/public-page";
import { command, publicCommand } from "./command";

/** The longest report, in UTF-16 units. */
export const FLAG_NOTE_MAX = 4000;
/** The most reports that wait at one page: more say nothing new, and could fill a disk. */
const WAITING_MAX = 500;

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
    if ((await tx.flag.count({ where: { documentId: page.documentId, settledAt: null } })) >= WAITING_MAX)
      throw new AppError("closed", "Many reports wait for the desk already. Write to it directly, please.");
    await tx.flag.create({
      data: {
        ...{ workspaceId: page.workspaceId, documentId: page.documentId, claimId },
        ...{ reason: input.reason, note: input.note.trim(), contact: input.contact },
      },
      select: { id: true },
    });
    return { received: true };
  },
);

export const SettleFlag = z.object({ flagId: Id, outcome: z.enum(FLAG_OUTCOMES), answer: prose(FLAG_NOTE_MAX).default("") });

/** Says what became of a report. */
export const settleFlag = command(SettleFlag, { summary: "Settle what was reported." }, async ({ actor, tx, now }, input) => {
  const flag = await tx.flag.findFirst({ where: { id: input.flagId, workspaceId: actor.workspaceId, document: { deletedAt: null } } });
  if (!flag || !publicationPolicy.preview(actor)) throw new AppError("not_found", "There is no such report.");
  authorize(publicationPolicy, actor, "seeFlags");
  const written = await tx.flag.updateMany({
    where: { id: flag.id, settledAt: null },
    data: { settledAt: now, settledById: actor.userId, outcome: input.outcome, answer: input.answer.trim() },
  });
  if (written.count === 0) throw new AppError("conflict", "Somebody settled this report already.", { current: await flagViews(tx, flag.documentId) });
  await record(tx, actor, { type: "flag.settled", documentId: flag.documentId, ...(flag.claimId ? { claimId: flag.claimId } : {}), ids: { flagId: flag.id } });
  return flagViews(tx, flag.documentId);
});
