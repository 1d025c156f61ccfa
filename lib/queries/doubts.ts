import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { boundaryAfter, boundaryBefore } from "@/lib/anchoring/graphemes";
import { createLocator, type Locator } from "@/lib/anchoring/locate";
import { trimSpan } from "@/lib/anchoring/snap";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { documentInScope } from "@/lib/db/scopes";
import { isDoubtful } from "@/lib/domain/anchor";
import { Id } from "@/lib/domain/fields";
import type { DoubtView, PlaceView } from "@/lib/domain/revision";
import type { Actor } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import { claimPolicy } from "@/lib/policies/claim";

/** UTF-16 units around a quote, for a person to know it again by. */
const AROUND = 120;
const MOST_SUGGESTIONS = 3;
/** Places less alike than this, 0 to 1, are no help. */
const ALIKE = 0.35;
/** Quotes that are sought before others get their turn, some tens of milliseconds. */
const TURN = 40;

export const ListDoubts = z.object({ documentId: Id });

/** The quotes of a document whose place a person should settle, in the order of the text. */
export const listDoubts = query(ListDoubts, { summary: "List the quotes whose place in the text is in doubt." }, async (actor, input) =>
  doubtViews(actor, input.documentId),
);

const doubtSelect = {
  ...{ id: true, claimId: true, start: true, end: true, exact: true, prefix: true, suffix: true, status: true, similarity: true },
  claim: { select: { number: true, statement: true, state: true, version: true, createdById: true } },
} satisfies Prisma.AnchorSelect;

type DoubtRow = Prisma.AnchorGetPayload<{ select: typeof doubtSelect }>;

/** The quotes of a document whose place a person should settle, in the order of the text, with places to choose from. Throws `not_found`. */
export async function doubtViews(actor: Actor, documentId: string): Promise<DoubtView[]> {
  const prisma = await db();
  const document = await documentInScope(prisma, actor, documentId);
  const revision = await prisma.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId, number: document.revision } },
    select: { id: true, number: true, text: true },
  });
  const rows = await prisma.anchor.findMany({
    where: { documentId, revisionId: revision.id, status: { in: ["uncertain", "orphaned"] }, claim: { deletedAt: null } },
    select: doubtSelect,
    orderBy: [{ start: "asc" }, { claim: { number: "asc" } }, { id: "asc" }],
  });
  const lastPlaces = await lastSurePlaces(prisma, rows, revision.number);
  const locator = createLocator(revision.text);
  const views: DoubtView[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % TURN === TURN - 1) await setImmediate();
    const { claim, status } = row;
    if (!isDoubtful(status)) continue;
    views.push({
      claimId: row.claimId,
      claimNumber: claim.number,
      statement: claim.statement,
      claimState: claim.state,
      claimVersion: claim.version,
      anchorId: row.id,
      status,
      similarity: row.similarity,
      old: lastPlaces.get(row.id) ?? { revision: null, prefix: row.prefix, exact: row.exact, suffix: row.suffix },
      place: { start: row.start, end: row.end },
      suggestions: suggestionsFor(revision.text, locator, row),
      can: { settle: claimPolicy.settle(actor, claim) },
    });
  }
  return views;
}

/** Where each quote last had a sure place, with the text around it: a doubt keeps its words from revision to revision, so they are known by these. */
async function lastSurePlaces(tx: Tx, doubts: readonly DoubtRow[], before: number): Promise<Map<string, DoubtView["old"]>> {
  const sure = await tx.anchor.findMany({
    where: {
      claimId: { in: [...new Set(doubts.map((doubt) => doubt.claimId))] },
      revision: { number: { lt: before } },
      status: { in: ["exact", "moved", "edited"] },
    },
    select: { claimId: true, start: true, end: true, exact: true, prefix: true, suffix: true, revision: { select: { id: true, number: true } } },
    orderBy: { revision: { number: "asc" } },
  });
  const latest = new Map(sure.map((anchor) => [quoteKey(anchor), anchor]));
  const found = doubts.flatMap((doubt) => {
    const anchor = latest.get(quoteKey(doubt));
    return anchor ? [{ id: doubt.id, anchor }] : [];
  });
  const revisions = await tx.revision.findMany({
    where: { id: { in: [...new Set(found.map(({ anchor }) => anchor.revision.id))] } },
    select: { id: true, text: true },
  });
  const textOf = new Map(revisions.map(({ id, text }) => [id, text]));
  return new Map(found.map(({ id, anchor }) => [id, { revision: anchor.revision.number, ...quoteAt(textOf.get(anchor.revision.id) ?? "", anchor) }]));
}

function quoteKey({ claimId, prefix, exact, suffix }: Pick<DoubtRow, "claimId" | "prefix" | "exact" | "suffix">): string {
  return JSON.stringify([claimId, prefix, exact, suffix]);
}

function suggestionsFor(text: string, locator: Locator, doubt: DoubtRow): PlaceView[] {
  const found = locator
    .suggest({ exact: doubt.exact, prefix: doubt.prefix, suffix: doubt.suffix, start: doubt.start }, MOST_SUGGESTIONS)
    .filter(({ score }) => score >= ALIKE)
    .map(({ score, ...place }) => ({ ...trimSpan(text, place), similarity: score }));
  const present = doubt.status === "uncertain" ? [{ start: doubt.start, end: doubt.end, similarity: doubt.similarity }] : [];
  return [...present, ...found.filter((place) => place.start < place.end && !present.some((known) => place.start < known.end && known.start < place.end))]
    .slice(0, MOST_SUGGESTIONS)
    .map(({ start, end, similarity }) => ({ start, end, ...quoteAt(text, { start, end }), similarity }));
}

function quoteAt(text: string, { start, end }: Span): Pick<PlaceView, "prefix" | "exact" | "suffix"> {
  return {
    prefix: text.slice(boundaryBefore(text, start - AROUND), start),
    exact: text.slice(start, end),
    suffix: text.slice(end, boundaryAfter(text, end + AROUND)),
  };
}
