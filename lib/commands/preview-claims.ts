import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { gravityOf, joinedQuote, type AnchorStatus } from "@/lib/domain/anchor";
import type { ForeignClaimView, ForeignPreviewView } from "@/lib/domain/foreign";
import type { PlacedClaim } from "@/lib/importers/annotations/place-claims";
import { claimsThere } from "@/lib/queries/claims-there";
import { query } from "./command";
import { findForeignClaims, foreignFields, MAX_FOREIGN_BODY_BYTES } from "./foreign-source";

/** UTF-16 units of words in a list. */
const LONGEST_SHOWN = 300;
const MOST_FAULTS = 200;
/** Claims between two turns of others. */
const SLICE = 500;

export const PreviewClaims = z.object(foreignFields);

/** What a file of claims would add to a document, and where its words are found; writes nothing. */
export const previewClaims = query(
  PreviewClaims,
  { summary: "See what a file of claims would add to a document, without keeping it.", maxBytes: MAX_FOREIGN_BODY_BYTES },
  async (actor, input): Promise<ForeignPreviewView> => {
    const prisma = await db();
    const { format, revision, claims, faults } = await findForeignClaims(prisma, actor, input);
    const there = await claimsThere(prisma, input.documentId, revision.id);
    const labels = await labelsOf(input.documentId);
    const views: ForeignClaimView[] = [];
    for (const [index, claim] of claims.entries()) {
      views.push(toView(claim, index, revision.text, there.sameAs(claim), labels));
      if (index % SLICE === SLICE - 1) await turn();
    }
    return { format, revisionId: revision.id, claims: views, faults: faults.slice(0, MOST_FAULTS), faultCount: faults.length };
  },
);

/** The labels of the document's scale that may be given, by their names in lower case. */
async function labelsOf(documentId: string): Promise<Map<string, string>> {
  const prisma = await db();
  const { scale } = await prisma.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { scale: { select: { labels: { where: { retiredAt: null }, select: { name: true } } } } },
  });
  return new Map(scale.labels.map(({ name }) => [name.toLowerCase(), name]));
}

function toView(claim: PlacedClaim, index: number, text: string, already: number | null, labels: ReadonlyMap<string, string>): ForeignClaimView {
  const { row, fragments, finding, verdict, sources, questions, notes } = claim;
  const status = fragments.reduce<AnchorStatus>((worst, each) => (gravityOf(each.status) > gravityOf(worst) ? each.status : worst), "exact");
  const quote = joinedQuote(claim.quotes).replace(/\s+/g, " ");
  return {
    ...{ index, row, finding, status, already, verdict },
    statement: short(claim.statement || quote),
    quote: short(quote),
    words: short(joinedQuote(fragments.map(({ start, end }) => ({ exact: text.slice(start, end) })).filter(({ exact }) => exact !== "")).replace(/\s+/g, " ")),
    similarity: Math.min(...fragments.map(({ similarity }) => similarity)),
    fragments: fragments.length,
    label: labels.get(verdict.toLowerCase()) ?? null,
    sources: sources.length,
    questions: questions.length,
    notes: notes.length,
  };
}

function short(words: string): string {
  return words.length <= LONGEST_SHOWN ? words : `${words.slice(0, LONGEST_SHOWN - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
