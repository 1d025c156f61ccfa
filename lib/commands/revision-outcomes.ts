import type { Tx } from "@/lib/db/client";
import { isDoubtful, type Anchor } from "@/lib/domain/anchor";
import { claimOutcome, returnsToReview, type ClaimOutcome } from "@/lib/domain/outcome";
import type { Actor } from "@/lib/domain/role";
import { changedFields, recordAll, type NewEvent } from "@/lib/events/record";
import { notify } from "./notify";

type Place = Pick<Anchor, "start" | "end" | "exact" | "status">;

interface Corrected {
  document: { id: string };
  /** Of the new revision. */
  number: number;
  text: string;
  places: ReadonlyMap<string, { before: readonly Place[]; after: readonly Place[] }>;
  now: Date;
}

/**
 * What a correction does to the claims themselves: those whose words changed, or whose place came into more doubt, get a new version, so that nobody
 * decides on words that he has not seen; approved ones go back to review. The history says why. A fixed number of queries.
 */
export async function applyOutcomes(tx: Tx, actor: Actor, { document, number, text, places, now }: Corrected): Promise<void> {
  const outcomes = new Map([...places].map(([claimId, { before, after }]) => [claimId, claimOutcome(before, after, text)]));
  const worsened = [...outcomes].filter(([, { worsened }]) => worsened).map(([claimId]) => claimId);
  const suspect = [...outcomes].filter(([, { status }]) => returnsToReview("approved", status)).map(([claimId]) => claimId);
  const returned = await tx.claim.updateManyAndReturn({
    where: { documentId: document.id, state: "approved", id: { in: suspect } },
    data: { state: "in_review" },
    select: { id: true },
  });
  const back = new Set(returned.map(({ id }) => id));
  const changed = [...new Set([...worsened, ...back])];
  await tx.ruling.updateMany({ where: { claimId: { in: [...back] } }, data: { approvedAt: null, approvedById: null } });
  await tx.claim.updateMany({ where: { id: { in: changed } }, data: { version: { increment: 1 }, updatedAt: now } });

  const note = `The text was corrected in revision ${String(number)}.`;
  await recordAll(
    tx,
    actor,
    document.id,
    changed.flatMap((claimId): NewEvent[] => {
      const concerned = { claimId };
      const outcome = outcomes.get(claimId);
      const reanchored = outcome?.worsened ? changedFields(...quotesOf(outcome, note)) : null;
      const returned: NewEvent = { ...concerned, type: "claim.returned", before: { state: "approved" }, after: { state: "in_review", note } };
      return [...(reanchored ? [{ ...concerned, type: "claim.reanchored" as const, ...reanchored }] : []), ...(back.has(claimId) ? [returned] : [])];
    }),
  );
  const inDoubt = worsened.filter((claimId) => isDoubtful(outcomes.get(claimId)?.status ?? "exact"));
  const concerned = await tx.claim.findMany({
    where: { id: { in: inDoubt }, deletedAt: null },
    select: { createdById: true, assignments: { where: { endedAt: null }, select: { personId: true } } },
  });
  const to = concerned.flatMap(({ createdById, assignments }) => [createdById, ...assignments.map(({ personId }) => personId)]);
  await notify(tx, actor, { kind: "quotes_in_doubt", to, documentId: document.id }, now);
}

function quotesOf({ before, was, after, status }: ClaimOutcome, note: string): Parameters<typeof changedFields> {
  return [
    { quote: before, place: was },
    { quote: after ?? "", place: status, note },
  ];
}
