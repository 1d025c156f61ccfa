import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { byDistance, distanceOf, type Distance } from "@/lib/domain/disagreement";
import { Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimViews } from "./claim";
import { scaleSelect, toScaleView } from "./scale";

export interface DisagreementsView {
  document: { id: string; title: string; language: string };
  scale: ScaleView;
  /** Contested claims, those furthest apart first. */
  open: { claim: ClaimView; distance: Distance; can: { adjudicate: boolean } }[];
  /** Claims that an editor decided on or sent back, the latest decision first. */
  decided: ClaimView[];
}

export const ListDisagreements = z.object({ documentId: Id });

/** What the reviewers of a document do not agree on, with what each of them found, and what was decided. */
export const listDisagreements = query(
  ListDisagreements,
  { summary: "List a document's contested claims, those furthest apart first, and what was decided on others." },
  (actor, input) => disagreementsView(actor, input.documentId),
);

/** The same, for the page. Throws `not_found`, `forbidden`. */
export async function disagreementsView(actor: Actor, documentId: string): Promise<DisagreementsView> {
  const prisma = await db();
  const document = await documentInScope(prisma, actor, documentId);
  authorize(claimPolicy, actor, "judge");
  const scale = toScaleView(await prisma.scale.findUniqueOrThrow({ where: { id: document.scaleId, workspaceId: actor.workspaceId }, select: scaleSelect }));
  const revision = await prisma.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId, number: document.revision } },
    select: { id: true, number: true },
  });
  const claims = await claimViews(prisma, actor, documentId, revision, { OR: [{ state: "contested" }, { adjudications: { some: {} } }] });
  const { id, title, language } = document;
  const open = claims
    .filter((claim) => claim.state === "contested")
    .map((claim) => ({ claim, distance: distanceOf(claim.assessments, scale.labels), can: { adjudicate: claim.can.adjudicate } }))
    .sort((a, b) => byDistance(a.distance, b.distance) || a.claim.number - b.claim.number);
  const decided = claims.filter((claim) => claim.state !== "contested").sort((a, b) => (lastDecision(a) < lastDecision(b) ? 1 : -1));
  return { document: { id, title, language }, scale, open, decided };
}

function lastDecision(claim: ClaimView): string {
  return claim.adjudications[0]?.at ?? "";
}
