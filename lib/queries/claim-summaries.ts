import type { Tx } from "@/lib/db/client";
import { groupBy } from "@/lib/domain/group-by";
import type { Actor } from "@/lib/domain/role";
import type { ClaimSummaryView } from "@/lib/domain/views";
import { seesRuling } from "@/lib/policies/claim";
import { shownTo } from "./claim";
import { assignedClaims, assignedFor } from "./assigned";

/** The claims of a document without anchors, in the order of their numbers. A fixed number of queries, however many the claims. */
export async function claimHeads(tx: Tx, actor: Actor, documentId: string): Promise<Omit<ClaimSummaryView, "anchors">[]> {
  const claims = await claimFacts(tx, actor, documentId);
  const assigned = await assignedClaims(tx, { documentId, workspaceId: actor.workspaceId, deletedAt: null });
  return claims.map((claim) => ({ ...claim, ...assignedFor(actor, assigned.get(claim.id)) }));
}

/** What all who have the actor's role see alike of the claims, or of those of them that are named; and those of the actor that wait for a moderator. */
export async function claimFacts(
  tx: Tx,
  actor: Actor,
  documentId: string,
  ids?: readonly string[],
): Promise<Omit<ClaimSummaryView, "anchors" | "assigned" | "assignments">[]> {
  const claimsHere = { documentId, workspaceId: actor.workspaceId, ...shownTo(actor), ...(ids ? { id: { in: [...ids] } } : {}) };
  const [claims, rulings, evidence] = await Promise.all([
    tx.claim.findMany({
      where: claimsHere,
      select: { id: true, number: true, statement: true, state: true, version: true, tags: true },
      orderBy: { number: "asc" },
    }),
    tx.ruling.findMany({ where: { claim: claimsHere }, select: { claimId: true, labelId: true } }),
    // Counted in one pass: a count within each claim's row takes three seconds for five thousand claims.
    tx.evidence.groupBy({ by: ["claimId"], where: { deletedAt: null, claim: claimsHere }, _count: true }),
  ]);
  const labelOf = new Map(rulings.map(({ claimId, labelId }) => [claimId, labelId]));
  const evidenceOf = new Map(evidence.map(({ claimId, _count }) => [claimId, _count]));
  return claims.map((claim) => ({
    ...claim,
    labelId: seesRuling(actor, claim.state) ? (labelOf.get(claim.id) ?? null) : null,
    evidenceCount: evidenceOf.get(claim.id) ?? 0,
  }));
}

/** The anchors of each claim, or of those that are named, in one revision, in the order of the text. */
export async function anchorsByClaim(
  tx: Tx,
  documentId: string,
  revisionId: string,
  ids?: readonly string[],
): Promise<Map<string, ClaimSummaryView["anchors"]>> {
  const anchors = await tx.anchor.findMany({
    where: { documentId, revisionId, ...(ids ? { claimId: { in: [...ids] } } : {}) },
    select: { id: true, claimId: true, start: true, end: true, status: true },
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
  const byClaim = groupBy(anchors, ({ claimId }) => claimId);
  return new Map([...byClaim].map(([claimId, group]) => [claimId, group.map(({ claimId: _, ...anchor }) => anchor)]));
}
