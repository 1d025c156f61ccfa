import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope } from "@/lib/db/scopes";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, prose, Version } from "@/lib/domain/fields";
import { ADJUDICATION_KINDS, type AdjudicationKind } from "@/lib/domain/review";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { labelOfScale } from "./label-of-scale";
import { advanceClaim } from "./move-claim";
import { notifyAssessors } from "./notify-of-review";
import { screenWords } from "./screen";
import { touchDocument } from "./touch-document";

export const AdjudicateClaim = z.object({
  claimId: Id,
  version: Version,
  kind: z.enum(ADJUDICATION_KINDS),
  /** Whose assessment is taken. */
  assessmentId: Id.nullable().default(null),
  /** The label that is written instead; null on a scale that takes a plain conclusion. */
  labelId: Id.nullable().default(null),
  /** Why, or the question: the reviewers read it. */
  reason: prose(10_000).refine((value) => value.trim() !== "", "Say why: the reviewers read it."),
});

interface Verdict {
  labelId: string | null;
  label: string | null;
  reviewerId: string | null;
  /** What readers may be told, to begin with. */
  justification: string;
}

/**
 * Decides on a contested claim: takes an assessment, writes another verdict, sends it back with a question, or says that none is right and more must be found
 * out. The last two set the assessments aside.
 */
export const adjudicateClaim = command(AdjudicateClaim, { summary: "Decide on a contested claim, or send it back." }, async ({ actor, tx, now }, input) => {
  const { documentId } = await claimInScope(tx, actor, input.claimId);
  await touchDocument(tx, documentId, now);
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "judge");
  await screenWords(tx, actor, { reason: input.reason });
  if (claim.state !== "contested") throw new AppError("closed", "This claim is not contested any more: somebody decided on it already.");
  authorize(claimPolicy, actor, "adjudicate", claim);
  const { kind, reason, version } = input;
  const verdict = await verdictOf(tx, claim, input);
  const { id: claimId, round } = claim;
  const base = { workspaceId: actor.workspaceId, claimId, editorId: actor.userId };
  await tx.adjudication.create({
    data: { ...base, round, kind, reason, createdAt: now, labelId: verdict?.labelId ?? null, reviewerId: verdict?.reviewerId ?? null },
    select: { id: true },
  });
  if (verdict) await rule(tx, base, verdict, now);
  await advanceClaim(tx, actor, claim, STATE_AFTER[kind], now, { version });
  if (!verdict) await tx.claim.update({ where: { id: claimId }, data: { round: { increment: 1 }, assessedAt: null } });
  const after = { decision: kind, ...(verdict ? { label: verdict.label } : {}), reason };
  await record(tx, actor, { type: "claim.adjudicated", documentId, claimId, before: {}, after });
  await notifyAssessors(tx, actor, claim, verdict ? "decided" : "returned", now);
  return claimView(tx, actor, claimId);
});

const STATE_AFTER = { taken: "adjudicated", written: "adjudicated", returned: "in_review", none_right: "researching" } as const satisfies Record<
  AdjudicationKind,
  string
>;

/** Null when the claim goes back. */
async function verdictOf(tx: Tx, claim: { id: string; documentId: string; round: number }, input: z.output<typeof AdjudicateClaim>): Promise<Verdict | null> {
  if (input.kind === "written") {
    const label = await labelOfScale(tx, claim.documentId, input.labelId);
    return { labelId: input.labelId, label: label?.name ?? null, reviewerId: null, justification: "" };
  }
  if (input.kind !== "taken") return null;
  const taken = await tx.assessment.findFirst({
    where: { id: input.assessmentId ?? "", claimId: claim.id, round: claim.round },
    include: { label: { select: { name: true } } },
  });
  if (!taken) throw invalidField("assessmentId", "Choose one of this claim's assessments.");
  if (taken.unjudgeable)
    throw invalidField("assessmentId", "It gives no verdict. Write one: the scale has a label for what cannot be verified, or say that none is right.");
  return { labelId: taken.labelId, label: taken.label?.name ?? null, reviewerId: taken.reviewerId, justification: taken.rationale };
}

/** The label stands; the words for readers begin with those of the assessment that was taken, and are finished before approval. */
async function rule(tx: Tx, base: { workspaceId: string; claimId: string; editorId: string }, verdict: Verdict, now: Date): Promise<void> {
  const { labelId, justification } = verdict;
  const { claimId, editorId } = base;
  await tx.ruling.upsert({
    where: { claimId },
    create: { ...base, labelId, basis: "adjudication", summary: "", justification },
    update: { labelId, editorId, basis: "adjudication", version: { increment: 1 }, updatedAt: now },
  });
}
