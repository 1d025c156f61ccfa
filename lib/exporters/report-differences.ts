import { isDeepStrictEqual } from "node:util";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";

/** One way in which what would be published differs from what is. */
export type Difference =
  | { kind: "claim_added"; claimId: string; statement: string }
  | { kind: "claim_gone"; claimId: string; statement: string }
  | { kind: "claim_changed"; claimId: string; statement: string; parts: ClaimPart[]; words: Rewording[] }
  | { kind: "text"; before: number; after: number }
  | { kind: "facts"; words: Rewording[] };

/** What is short enough to be read both ways: before, and as it would be. */
export interface Rewording {
  name: string;
  before: string;
  after: string;
}

/** What of a claim can be another. */
export type ClaimPart = "statement" | "verdict" | "ruling" | "evidence" | "quotes" | "details";

const PARTS: Record<ClaimPart, (claim: ReportClaim) => unknown> = {
  statement: (claim) => [claim.statement, claim.shortForm],
  // Not the label's id: on another version of the scale it is another, and reads the same.
  verdict: ({ verdict }) => verdict && [verdict.name, verdict.rating],
  ruling: (claim) => claim.ruling && [claim.ruling.summary, claim.ruling.justification, claim.media],
  evidence: (claim) => [claim.evidence, claim.questions, claim.withheld],
  quotes: (claim) => [claim.fragments.map(({ exact }) => exact), claim.lost],
  details: (claim) => [claim.media?.kind, claim.media?.url, claim.speaker, claim.saidOn, claim.type, claim.tags],
};

/** What is told of a claim in a line or two. */
const SHORT: Record<string, (claim: ReportClaim) => string | null | undefined> = {
  statement: ({ statement }) => statement,
  verdict: ({ verdict }) => verdict?.name,
  summary: ({ ruling }) => ruling?.summary,
};

function rewordings<Thing>(words: Record<string, (thing: Thing) => string | null | undefined>, before: Thing, after: Thing): Rewording[] {
  return Object.entries(words)
    .map(([name, of]) => ({ name, before: of(before) ?? "", after: of(after) ?? "" }))
    .filter((each) => each.before !== each.after);
}

const FACTS = Object.fromEntries(
  (["title", "author", "publication", "publishedOn", "kind", "language", "url"] as const).map((field) => [field, (of: Report["document"]) => of[field]]),
);

/** How the next report differs from the one before, in the order: page, text, claims as they stand in the text. Order and numbering do not count. */
export function differences(before: Report, after: Report): Difference[] {
  const old = new Map(before.claims.map((claim) => [claim.id, claim]));
  const now = new Set(after.claims.map(({ id }) => id));
  const claims = after.claims.flatMap((claim): Difference[] => {
    const earlier = old.get(claim.id);
    const { id: claimId, statement } = claim;
    if (!earlier) return [{ kind: "claim_added", claimId, statement }];
    const parts = (Object.keys(PARTS) as ClaimPart[]).filter((part) => !isDeepStrictEqual(PARTS[part](earlier), PARTS[part](claim))); // narrowing: the keys of the record above
    return parts.length === 0 ? [] : [{ kind: "claim_changed", claimId, statement, parts, words: rewordings(SHORT, earlier, claim) }];
  });
  const gone = before.claims.filter(({ id }) => !now.has(id)).map(({ id: claimId, statement }): Difference => ({ kind: "claim_gone", claimId, statement }));
  return [...pageDifferences(before, after), ...claims, ...gone];
}

/** True for what readers must be told of: everything but claims that come in addition. */
export function needsReason(difference: Difference): boolean {
  return difference.kind !== "claim_added";
}

function pageDifferences(before: Report, after: Report): Difference[] {
  const words = rewordings(FACTS, before.document, after.document);
  return [
    ...(words.length > 0 ? [{ kind: "facts" as const, words }] : []),
    ...(before.revision.text === after.revision.text ? [] : [{ kind: "text" as const, before: before.revision.number, after: after.revision.number }]),
  ];
}
