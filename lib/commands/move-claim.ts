import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope } from "@/lib/db/scopes";
import { CLAIM_STATES, isMove, mayMove, SKIP_REASONS, STATE_NAMES, type ClaimState } from "@/lib/domain/claim";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, prose, Version } from "@/lib/domain/fields";
import { respectsReview } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { changedFields, record } from "@/lib/events/record";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { notifyOfMove } from "./notify-of-review";
import { screenWords } from "./screen";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

export const MoveClaim = z.object({
  claimId: Id,
  version: Version,
  to: z.enum(CLAIM_STATES),
  /** Needed to skip. */
  skipReason: z.enum(SKIP_REASONS).optional(),
  /** Why it is skipped, or reopened. */
  note: prose(1000).default(""),
});

/** Moves a claim along the workflow. Approval needs the gate; skipping needs a reason. */
export const moveClaim = command(MoveClaim, { summary: "Move a claim to another state of the workflow." }, async ({ actor, tx, now }, input) => {
  const { documentId } = await claimInScope(tx, actor, input.claimId);
  const { reviewMode, reviewers } = await touchDocument(tx, documentId, now);
  const claim = await claimInScope(tx, actor, input.claimId);
  if (input.note !== "") await screenWords(tx, actor, { note: input.note });
  const { to } = input;
  if (!isMove(claim.state, to)) {
    throw claim.version === input.version
      ? invalidField("to", `A claim that is ${STATE_NAMES[claim.state].toLowerCase()} cannot become ${STATE_NAMES[to].toLowerCase()}.`)
      : new AppError("conflict", "Someone else moved this claim meanwhile.", { current: await claimView(tx, actor, claim.id) });
  }
  if (!mayMove(actor, claim.state, to)) throw new AppError("forbidden", `Your role (${actor.role}) does not allow this move.`);
  if (!respectsReview({ reviewMode }, { state: claim.state, assessed: claim.assessedAt !== null }, to)) throw goesRoundReview(claim.state);
  if (to === "skipped" && !input.skipReason) throw invalidField("skipReason", "Say why the claim is skipped.");
  if (to === "approved") await expectGate(tx, actor, claim.id);
  const skip = to === "skipped" ? { skipReason: input.skipReason ?? null, skipNote: input.note } : { skipReason: null, skipNote: "" };
  await advanceClaim(tx, actor, claim, to, now, { version: input.version, extra: skip, note: input.note });
  if (to === "approved") await tx.ruling.update({ where: { claimId: claim.id }, data: { approvedAt: now, approvedById: actor.userId } });
  else if (claim.state === "approved") await tx.ruling.update({ where: { claimId: claim.id }, data: { approvedAt: null, approvedById: null } });
  await notifyOfMove(tx, actor, { ...claim, reviewMode, reviewers }, to, now);
  return claimView(tx, actor, claim.id);
});

function goesRoundReview(state: ClaimState): AppError {
  return new AppError(
    "closed",
    state === "contested" || state === "adjudicated"
      ? "The assessments of this claim are closed: a contested claim is adjudicated, or sent back from there."
      : "The assessments of this claim are not all in yet: nobody can decide before the last one.",
  );
}

/** Changes the claim's state and records the move. With `version`, fails with `conflict` when the claim changed since. */
export async function advanceClaim(
  tx: Tx,
  actor: Actor,
  claim: { id: string; documentId: string; state: ClaimState },
  to: ClaimState,
  now: Date,
  options: { version?: number; extra?: { skipReason: (typeof SKIP_REASONS)[number] | null; skipNote: string }; note?: string } = {},
): Promise<void> {
  const written = await tx.claim.updateMany({
    where: { id: claim.id, state: claim.state, ...(options.version === undefined ? {} : { version: options.version }) },
    data: { state: to, ...options.extra, version: { increment: 1 }, updatedAt: now },
  });
  await expectWritten(written, "claim", () => claimView(tx, actor, claim.id));
  const changed = changedFields(
    { state: claim.state },
    { state: to, ...(options.extra?.skipReason ? { skipReason: options.extra.skipReason } : {}), ...(options.note ? { note: options.note } : {}) },
  );
  if (changed) await record(tx, actor, { type: "claim.moved", documentId: claim.documentId, claimId: claim.id, ...changed });
}

async function expectGate(tx: Tx, actor: Actor, claimId: string): Promise<void> {
  const missing = (await claimView(tx, actor, claimId)).gate.filter((condition) => !condition.met).map((condition) => condition.text);
  if (missing.length > 0) throw new AppError("gate_not_met", `Not ready for approval. Missing: ${missing.join("; ")}.`, { missing });
}
