import type { Anchor } from "@/lib/domain/anchor";
import type { CheckWorthiness, ClaimState, ClaimType, SkipReason } from "@/lib/domain/claim";
import { isShownToReaders } from "@/lib/domain/publication";
import { isConfidential, type Confidence, type SourceType, type Stance } from "@/lib/domain/evidence";
import type { HighlightTone } from "@/lib/domain/scale";
import type { MediaAuthenticity, MediaKind } from "@/lib/domain/media";
import { httpUrl } from "@/lib/domain/url";
import type { AssessmentView, ClaimView, EvidenceView, LabelView, PersonView, RulingView, SnapshotView, SourceView } from "@/lib/domain/views";
import { cleanDay, cleanField } from "./clean";
import { placed, type ReportFragment } from "./report-places";
import { reportAnswer, reportQuestions, type ReportAnswer, type ReportQuestion, type ReportSourceQuestion } from "./report-questions";
import { reportThreads, type ReportSourceThread, type ReportThread } from "./report-thread";

/** For whom a report is made. A reader's report holds claims that are decided, or were published and are voided, and nothing of the desk's own. */
export type Audience = "reader" | "desk";

/** A claim with all that belongs to it, before scoping. */
export interface ReportSourceClaim extends Pick<
  ClaimView,
  | "id"
  | "number"
  | "statement"
  | "shortForm"
  | "speaker"
  | "saidOn"
  | "mediaKind"
  | "mediaUrl"
  | "type"
  | "checkWorthiness"
  | "tags"
  | "state"
  | "skipReason"
  | "skipNote"
  | "assignments"
  | "anchors"
> {
  evidence: ReportSourceEvidence[];
  questions: ReportSourceQuestion[];
  assessments: Pick<AssessmentView, "reviewer" | "labelId" | "unjudgeable" | "rationale" | "confidence">[];
  ruling: Pick<RulingView, "labelId" | "summary" | "justification" | "mediaAuthenticity" | "mediaContext" | "mediaOriginalUrl" | "editor" | "updatedAt"> | null;
}

/** A piece of evidence with its source, before scoping. */
export interface ReportSourceEvidence extends Pick<
  EvidenceView,
  | "id"
  | "stance"
  | "quote"
  | "locator"
  | "accessedOn"
  | "archiveUrl"
  | "archivedOn"
  | "note"
  | "confidential"
  | "questionId"
  | "answerType"
  | "answerYes"
  | "answer"
> {
  /** What was kept of the source when it was read, the first of it first. */
  snapshots?: Pick<SnapshotView, "mediaType">[];
  source: Pick<SourceView, "id" | "title" | "publisher" | "author" | "publishedOn" | "url" | "type" | "primary" | "confidential">;
}

/** A claim as its audience may see it. */
export interface ReportClaim {
  /** Counts from 1 within the report, in the order of the text. */
  number: number;
  id: string;
  /** The claim's number in the workspace. */
  deskNumber: number;
  statement: string;
  shortForm: string;
  speaker: string;
  saidOn: string | null;
  type: ClaimType | null;
  tags: string[];
  state: ClaimState;
  /** The ruling's label; null before the ruling and on a scale without labels. */
  verdict: { labelId: string; name: string; rating: number | null } | null;
  tone: HighlightTone;
  /** Justification in Markdown. */
  ruling: { summary: string; justification: string; updatedAt: string } | null;
  /** The image or recording that it is about, and what was found of it; null for words alone. */
  media: ReportMedia | null;
  /** Where it is said: sorted, apart from each other, inside the text. */
  fragments: ReportFragment[];
  /** Quotes that have no place in this revision of the text; in a reader's report also those whose place nobody has confirmed. */
  lost: Pick<Anchor, "exact" | "prefix" | "suffix">[];
  evidence: ReportEvidence[];
  /** What was asked to judge it, in the order of asking; the evidence says what it answers. */
  questions: ReportQuestion[];
  /** Confidential pieces of evidence that are not shown. */
  withheld: number;
  /** Null in a reader's report. */
  desk: {
    assignees: string[];
    checkWorthiness: CheckWorthiness | null;
    skipReason: SkipReason | null;
    skipNote: string;
    rulingBy: string | null;
    assessments: { reviewer: string; label: string | null; rationale: string; confidence: Confidence | null }[];
    /** Discussions of the claim and of the evidence that is shown; with the assessments only, since they speak of them. */
    threads: ReportThread[];
  } | null;
}

/** What a claim is about, beside words; addresses are http(s) or null, and nothing is found before the ruling. */
export interface ReportMedia {
  kind: MediaKind;
  url: string | null;
  authenticity: MediaAuthenticity | null;
  /** Where the original comes from. */
  context: string;
  originalUrl: string | null;
}

/** A piece of evidence as its audience may see it; addresses are http(s) or null. */
export interface ReportEvidence {
  id: string;
  stance: Stance;
  quote: string;
  locator: string;
  accessedOn: string | null;
  archiveUrl: string | null;
  archivedOn: string | null;
  /** The desk's note; empty in a reader's report. */
  note: string;
  confidential: boolean;
  /** Null when it answers no question. */
  answer: ReportAnswer | null;
  source: { id: string; title: string; publisher: string; author: string; publishedOn: string | null; url: string | null; type: SourceType; primary: boolean };
}

/** Who sees what of which claims, and what they lie in. */
export interface ClaimScope {
  threads: readonly ReportSourceThread[];
  audience: Audience;
  states: readonly ClaimState[];
  confidential: boolean;
  assessments: boolean;
  text: string;
  labels: readonly LabelView[];
  people: readonly PersonView[];
}

/** The claims in scope. Readers get no claim without a ruling, whatever its state says, unless its check was published and voided: of that they get no reasons. */
export function reportClaims(claims: readonly ReportSourceClaim[], scope: ClaimScope): ReportClaim[] {
  const labels = new Map(scope.labels.map((label) => [label.id, label]));
  return claims
    .filter(
      (claim) =>
        scope.states.includes(claim.state) &&
        (scope.audience === "desk" || (isShownToReaders(claim.state) && (claim.ruling !== null || claim.state === "voided"))),
    )
    .map((claim) =>
      reportClaim(scope.audience === "reader" && claim.state === "voided" ? { ...claim, ruling: null, evidence: [], questions: [] } : claim, scope, labels),
    );
}

/** The claims in the order of the text, with their numbers. */
export function numbered(claims: readonly ReportClaim[]): ReportClaim[] {
  return claims.toSorted(byPlace).map((claim, index) => ({ ...claim, number: index + 1 }));
}

function byPlace(a: ReportClaim, b: ReportClaim): number {
  const [first, second] = [a.fragments[0], b.fragments[0]];
  if (first && second) return first.start - second.start || second.end - first.end || a.deskNumber - b.deskNumber;
  return Number(second !== undefined) - Number(first !== undefined) || a.deskNumber - b.deskNumber;
}

function reportClaim(claim: ReportSourceClaim, scope: ClaimScope, labels: ReadonlyMap<string, LabelView>): ReportClaim {
  const label = labels.get(claim.ruling?.labelId ?? "") ?? null;
  const worded = wordedRuling(claim);
  const shown = claim.evidence.filter((evidence) => scope.confidential || !isConfidential(evidence));
  const questions = reportQuestions(claim, shown, scope.audience);
  return {
    number: 0,
    id: claim.id,
    deskNumber: claim.number,
    statement: cleanField(claim.statement),
    shortForm: cleanField(claim.shortForm),
    speaker: cleanField(claim.speaker),
    saidOn: cleanDay(claim.saidOn),
    type: claim.type,
    tags: claim.tags.map(cleanField),
    state: claim.state,
    verdict: label && { labelId: label.id, name: cleanField(label.name), rating: label.rating },
    tone: label?.tone ?? (claim.state === "skipped" ? "skipped" : "open"),
    ruling: worded && {
      summary: cleanField(worded.summary),
      justification: cleanField(worded.justification),
      updatedAt: worded.updatedAt,
    },
    media: reportMedia(claim),
    ...placed(claim.anchors, scope.text, scope.audience),
    evidence: shown.map((evidence) => reportEvidence(evidence, questions, scope.audience)),
    questions,
    withheld: claim.evidence.length - shown.length,
    desk: scope.audience === "desk" ? deskDetails(claim, scope, labels) : null,
  };
}

function reportMedia(claim: ReportSourceClaim): ReportMedia | null {
  if (claim.mediaKind === null) return null;
  const ruling = wordedRuling(claim);
  return {
    kind: claim.mediaKind,
    url: httpUrl(claim.mediaUrl),
    authenticity: ruling?.mediaAuthenticity ?? null,
    context: cleanField(ruling?.mediaContext ?? "").trim(),
    originalUrl: httpUrl(ruling?.mediaOriginalUrl ?? ""),
  };
}

/** The ruling, once it has words: where reviewers agreed, there is a label before there is a sentence. */
function wordedRuling({ ruling }: ReportSourceClaim): ReportSourceClaim["ruling"] {
  return ruling && ruling.summary.trim() !== "" ? ruling : null;
}

function deskDetails(claim: ReportSourceClaim, scope: ClaimScope, labels: ReadonlyMap<string, LabelView>): ReportClaim["desk"] {
  const shown = new Set(claim.evidence.filter((evidence) => scope.confidential || !isConfidential(evidence)).map(({ id }) => id));
  return {
    assignees: claim.assignments.map(({ personId }) => cleanField(scope.people.find(({ id }) => id === personId)?.name ?? "")).filter(Boolean),
    checkWorthiness: claim.checkWorthiness,
    skipReason: claim.skipReason,
    skipNote: cleanField(claim.skipNote),
    rulingBy: cleanField(wordedRuling(claim)?.editor.name ?? "") || null,
    assessments: (scope.assessments ? claim.assessments : []).map(({ reviewer, labelId, unjudgeable, rationale, confidence }) => ({
      reviewer: cleanField(reviewer.name),
      label: unjudgeable ? "Cannot be judged" : cleanField(labels.get(labelId ?? "")?.name ?? "") || null,
      rationale: cleanField(rationale),
      confidence,
    })),
    threads: scope.assessments ? reportThreads(scope.threads, claim.id, shown) : [],
  };
}

function reportEvidence(evidence: ReportSourceEvidence, questions: readonly ReportQuestion[], audience: Audience): ReportEvidence {
  const { source } = evidence;
  const url = source.url === null ? null : httpUrl(source.url);
  return {
    id: evidence.id,
    stance: evidence.stance,
    quote: cleanField(evidence.quote),
    locator: cleanField(evidence.locator),
    accessedOn: cleanDay(evidence.accessedOn),
    archiveUrl: evidence.archiveUrl === null ? null : httpUrl(evidence.archiveUrl),
    archivedOn: cleanDay(evidence.archivedOn),
    note: audience === "desk" ? cleanField(evidence.note) : "",
    confidential: isConfidential(evidence),
    answer: reportAnswer(evidence, questions),
    source: {
      id: source.id,
      // Nothing may be left of a title of characters that nobody sees; links need words.
      title: cleanField(source.title) || (url ?? "Untitled source"),
      publisher: cleanField(source.publisher),
      author: cleanField(source.author),
      publishedOn: cleanDay(source.publishedOn),
      url,
      type: source.type,
      primary: source.primary,
    },
  };
}
