import { z } from "zod";
import { claimInScope } from "@/lib/db/scopes";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, line, OptionalUrl, prose, Version } from "@/lib/domain/fields";
import { MEDIA_AUTHENTICITY, MEDIA_CONTEXT_MAX, mediaFinding, NOTHING_FOUND } from "@/lib/domain/media";
import { isBlind, isLabelFixed } from "@/lib/domain/review";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { RATIONALE_MAX } from "./assess-claim";
import { command } from "./command";
import { labelOfScale } from "./label-of-scale";
import { advanceClaim } from "./move-claim";
import { screenWords } from "./screen";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

/** The longest one-line ruling, in UTF-16 units. */
export const SUMMARY_MAX = 280;

/** What was found of the image or recording that the claim is about. */
export const mediaFields = {
  mediaAuthenticity: z.enum(MEDIA_AUTHENTICITY).nullable(),
  mediaContext: prose(MEDIA_CONTEXT_MAX),
  mediaOriginalUrl: OptionalUrl,
};

export const RuleClaim = z.object({
  claimId: Id,
  /** Null for the first ruling. */
  version: Version.nullable(),
  labelId: Id.nullable(),
  summary: line(SUMMARY_MAX).min(1, "Write the ruling in one line."),
  justification: prose(RATIONALE_MAX).default(""),
  mediaAuthenticity: mediaFields.mediaAuthenticity.default(null),
  mediaContext: mediaFields.mediaContext.default(""),
  mediaOriginalUrl: mediaFields.mediaOriginalUrl.default(""),
});

type Words = { [Field in "summary" | "justification" | "mediaContext" | "mediaOriginalUrl"]?: string | undefined };

/** What of a ruling its editor writes. */
export const rulingWords = ({ summary, justification, mediaContext, mediaOriginalUrl }: Words): Words => ({
  summary,
  justification,
  mediaContext,
  mediaOriginalUrl,
});

/** Writes the claim's ruling; it stands once the claim is approved. A claim under research goes to review. */
export const ruleClaim = command(RuleClaim, { summary: "Write the ruling of a claim." }, async ({ actor, tx, now }, input) => {
  const { documentId } = await claimInScope(tx, actor, input.claimId);
  const settings = await touchDocument(tx, documentId, now);
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "rule", claim);
  await screenWords(tx, actor, rulingWords(input));
  if (isBlind(settings, { state: claim.state, assessed: claim.assessedAt !== null }))
    throw new AppError("closed", "The assessments of this claim are not all in yet: the ruling comes after the last one.");
  const label = await labelOfScale(tx, claim.documentId, input.labelId);
  const before = await tx.ruling.findUnique({ where: { claimId: claim.id }, include: { label: { select: { name: true } } } });
  if (before && isLabelFixed(before.basis, claim.state) && input.labelId !== before.labelId)
    throw invalidField("labelId", `The reviewers decided on “${before.label?.name ?? ""}”. To rule otherwise, mark the claim contested first.`);
  const basis = before && input.labelId === before.labelId ? before.basis : "editor";
  const words = { summary: input.summary, justification: input.justification, ...mediaFinding(input) };
  const fields = { labelId: input.labelId, basis, ...words, editorId: actor.userId };
  if (before) {
    const written = await tx.ruling.updateMany({
      where: { id: before.id, version: input.version ?? 0 },
      data: { ...fields, version: { increment: 1 }, updatedAt: now },
    });
    await expectWritten(written, "ruling", async () => (await claimView(tx, actor, claim.id)).ruling);
  } else {
    await tx.ruling.create({ data: { ...fields, claimId: claim.id, workspaceId: actor.workspaceId }, select: { id: true } });
  }
  const changed = changedFields(before ? { ...before, label: before.label?.name } : NOTHING_FOUND, { label: label?.name ?? null, ...words });
  if (changed) await record(tx, actor, { type: "claim.ruled", documentId: claim.documentId, claimId: claim.id, ...changed });
  if (claim.state === "spotted" || claim.state === "researching") await advanceClaim(tx, actor, claim, "in_review", now);
  return claimView(tx, actor, claim.id);
});
