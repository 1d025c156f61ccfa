import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope } from "@/lib/db/scopes";
import { defined } from "@/lib/domain/defined";
import { CORRECTION_KINDS } from "@/lib/domain/correction";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, line, prose, Version } from "@/lib/domain/fields";
import { mediaFinding, NOTHING_FOUND } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { publicationPolicy } from "@/lib/policies/publication";
import { claimView } from "@/lib/queries/claim";
import { correctedReport } from "@/lib/queries/corrected-report";
import { latestPublication } from "@/lib/queries/latest-publication";
import { RATIONALE_MAX } from "./assess-claim";
import { command } from "./command";
import { STATEMENT_MAX } from "./create-claim";
import { labelOfScale } from "./label-of-scale";
import { ReasonFields } from "./publish-document";
import { mediaFields, rulingWords, SUMMARY_MAX } from "./rule-claim";
import { screenWords } from "./screen";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";
import { writePublication, type Change } from "./write-publication";

export const CorrectClaim = z.object({
  claimId: Id,
  version: Version,
  kind: z.enum(CORRECTION_KINDS),
  ...ReasonFields,
  /** What is not given stays as it is. Voiding takes none of these. */
  statement: prose(STATEMENT_MAX)
    .refine((value) => value.trim() !== "", "Must not be empty.")
    .optional(),
  labelId: Id.nullable().optional(),
  summary: line(SUMMARY_MAX).min(1, "Write the ruling in one line.").optional(),
  justification: prose(RATIONALE_MAX).optional(),
  mediaAuthenticity: mediaFields.mediaAuthenticity.optional(),
  mediaContext: mediaFields.mediaContext.optional(),
  mediaOriginalUrl: mediaFields.mediaOriginalUrl.optional(),
});

type Input = z.output<typeof CorrectClaim>;

/**
 * Changes a published claim, the only way there is: at once for the desk and on the published page, with what was changed and why. The page's text and
 * its other claims stay as they were published.
 */
export const correctClaim = command(
  CorrectClaim,
  { summary: "Correct a published claim.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const { documentId } = await claimInScope(tx, actor, input.claimId);
    await touchDocument(tx, documentId, now);
    const claim = await claimInScope(tx, actor, input.claimId);
    authorize(publicationPolicy, actor, "correct", claim);
    await screenWords(tx, actor, { what: input.what, why: input.why, statement: input.statement, ...rulingWords(input) });
    const page = await tx.publicPage.findUnique({ where: { documentId }, select: { id: true, slug: true, revokedAt: true } });
    const latest = await latestPublication(tx, documentId);
    if (!page || !latest || page.revokedAt)
      throw new AppError("closed", "The page of this document was taken back. Open it again before you correct what stands there.");

    const before = await claimView(tx, actor, claim.id);
    const verdict = await newVerdict(tx, before, input);
    await writeRuling(tx, actor, before, input, now);
    const written = await tx.claim.updateMany({
      where: { id: claim.id, version: input.version },
      data: {
        state: input.kind === "void" ? "voided" : "corrected",
        ...(input.kind === "void" || input.statement === undefined ? {} : { statement: input.statement }),
        version: { increment: 1 },
        updatedAt: now,
      },
    });
    await expectWritten(written, "claim", () => claimView(tx, actor, claim.id));
    const after = await claimView(tx, actor, claim.id);
    if (input.kind !== "void") expectProved(after);

    const { what, why, kind } = input;
    const change: Change = { claimId: claim.id, kind, what, why, verdict };
    const shown = await correctedReport(tx, actor, latest.report, claim, now);
    if (!shown.changed) throw new AppError("invalid", "Nothing of what is published about this claim would change. Change it here, or its evidence first.");
    await writePublication(
      tx,
      actor,
      { ...page, documentId },
      { number: latest.number + 1, before: latest.report.publication, fresh: [], changes: [change] },
      now,
      shown.reportWith,
    );
    await record(tx, actor, {
      type: "claim.corrected",
      documentId,
      claimId: claim.id,
      ...changedFields({ ...told(before), correction: null, why: null }, { ...told(after), correction: `${kind}: ${what}`, why }),
    });
    return after;
  },
);

const told = ({ state, statement, ruling }: ClaimView) => ({
  state,
  statement,
  summary: ruling?.summary ?? null,
  justification: ruling?.justification ?? null,
  ...mediaFinding(ruling ?? NOTHING_FOUND),
});

/** The verdict's names before and after, where the correction changes it. Throws `invalid` when kind and verdict do not fit. */
async function newVerdict(tx: Tx, claim: ClaimView, { kind, labelId }: Input): Promise<Change["verdict"]> {
  const before = claim.ruling?.labelId ?? null;
  const nameOf = async (id: string | null) =>
    id === null ? null : ((await tx.scaleLabel.findUnique({ where: { id }, select: { name: true } }))?.name ?? null);
  if (kind === "void") return { before: await nameOf(before), after: null };
  const other = labelId !== undefined && labelId !== before;
  if (!other && kind === "rating_change") throw invalidField("labelId", "Choose the new verdict.");
  if (!other) return null;
  const label = await labelOfScale(tx, claim.documentId, labelId);
  if (kind !== "rating_change") throw invalidField("kind", "The verdict is another one: that is a rating change.");
  return { before: await nameOf(before), after: label?.name ?? null };
}

async function writeRuling(tx: Tx, actor: Actor, claim: ClaimView, { kind, labelId, ...given }: Input, now: Date): Promise<void> {
  const { summary, justification, mediaAuthenticity, mediaContext, mediaOriginalUrl } = given;
  const changes = defined({ labelId, summary, justification, mediaAuthenticity, mediaContext, mediaOriginalUrl });
  if (kind === "void" || Object.keys(changes).length === 0) return;
  await tx.ruling.update({
    where: { claimId: claim.id },
    data: {
      ...changes,
      ...(labelId === undefined ? {} : { basis: "editor" }),
      ...{ editorId: actor.userId, approvedById: actor.userId, approvedAt: now, updatedAt: now, version: { increment: 1 } },
    },
    select: { id: true },
  });
}

/** What is published stays proved as the workspace asks. Who signs a correction stands in the public list. */
function expectProved({ gate }: ClaimView): void {
  const missing = gate
    .filter(({ key, met }) => !met && ["ruling", "justification", "evidence", "primary", "archive", "quotes"].includes(key))
    .map(({ text }) => text);
  if (missing.length > 0) throw new AppError("gate_not_met", `Not ready to be published. Missing: ${missing.join("; ")}.`, { missing });
}
