import { z } from "zod";
import { claimInScope } from "@/lib/db/scopes";
import { CHECK_WORTHINESS, CLAIM_TYPES, SHORT_FORM_MAX } from "@/lib/domain/claim";
import { defined } from "@/lib/domain/defined";
import { Day, Id, line, OptionalUrl, prose, requiredLine, toDate, Version } from "@/lib/domain/fields";
import { MEDIA_KINDS } from "@/lib/domain/media";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { STATEMENT_MAX } from "./create-claim";
import { expectOwn, hold, screen } from "./screen";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

export const UpdateClaim = z.object({
  claimId: Id,
  version: Version,
  statement: prose(STATEMENT_MAX)
    .refine((value) => value.trim() !== "", "Must not be empty.")
    .optional(),
  shortForm: line(SHORT_FORM_MAX).optional(),
  speaker: line(200).optional(),
  saidOn: Day.nullable().optional(),
  type: z.enum(CLAIM_TYPES).nullable().optional(),
  checkWorthiness: z.enum(CHECK_WORTHINESS).nullable().optional(),
  mediaKind: z.enum(MEDIA_KINDS).nullable().optional(),
  mediaUrl: OptionalUrl.optional(),
  tags: z.array(requiredLine(60)).max(20, "At most 20 tags.").optional(),
});

/** Changes fields of a claim; only those given. Fails with `conflict` when the claim changed since `version`. */
export const updateClaim = command(UpdateClaim, { summary: "Change fields of a claim." }, async ({ actor, tx, now }, input) => {
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "edit", claim);
  const why = await screen(tx, actor, {
    statement: input.statement,
    shortForm: input.shortForm,
    speaker: input.speaker,
    mediaUrl: input.mediaUrl,
    tags: input.tags,
  });
  if (why !== null) expectOwn(actor, claim, why);
  await touchDocument(tx, claim.documentId, now);
  const { claimId, version, saidOn, tags, ...rest } = input;
  const changes = { ...rest, saidOn: saidOn === undefined ? undefined : toDate(saidOn), tags: tags && [...new Set(tags)] };
  const written = await tx.claim.updateMany({ where: { id: claimId, version }, data: { ...defined(changes), version: { increment: 1 }, updatedAt: now } });
  await expectWritten(written, "claim", () => claimView(tx, actor, claimId));
  const changed = changedFields(claim, changes);
  if (changed) await record(tx, actor, { type: "claim.updated", documentId: claim.documentId, claimId, ...changed });
  if (why !== null) await hold(tx, actor, { subject: "claim", id: claimId, documentId: claim.documentId, claimId }, why, now);
  return claimView(tx, actor, claimId);
});
