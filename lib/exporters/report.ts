import { setImmediate as turn } from "node:timers/promises";
import type { AgreementReport } from "@/lib/domain/agreement-report";
import { CLAIM_STATES, type ClaimState } from "@/lib/domain/claim";
import { isShownToReaders, REPORTED_STATES } from "@/lib/domain/publication";
import type { DocumentRecords } from "@/lib/domain/document-records";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { SnapshotType } from "@/lib/domain/snapshot";
import { httpUrl, safeHref } from "@/lib/domain/url";
import type { Block, Mark } from "@/lib/domain/text";
import type { DocumentView, LabelView, PersonView, ScaleView } from "@/lib/domain/views";
import { cleanDay, cleanField, cleanText } from "./clean";
import { numbered, reportClaims, type Audience, type ClaimScope, type ReportClaim, type ReportSourceClaim } from "./report-claim";
import { correctionsOn, safePublisher, type ReportCorrection, type ReportPublication, type ReportPublisher } from "./report-publication";
import type { ReportSourceThread } from "./report-thread";

/** One document with everything around it, as plain data. Whole views fit in; what is not named here is never read. */
export interface ReportSource {
  workspace: string;
  publisher: ReportPublisher;
  /** Null for what is not published. */
  publication: ReportPublication | null;
  corrections: ReportCorrection[];
  /** The address of the installation, from which the records' own addresses are made. */
  baseUrl: string;
  /** ISO 8601; the only date that the exporters know, so that equal input gives equal files. */
  exportedAt: string;
  document: Report["document"] & { members: PersonView[] };
  revision: Pick<DocumentView["revision"], "number" | "text" | "blocks" | "wordCount">;
  scale: Pick<ScaleView, "id" | "name" | "version" | "labels">;
  claims: ReportSourceClaim[];
  /** Discussions, for the desk's reports. */
  threads?: ReportSourceThread[];
  /** How far those who judged the claims agree; for the formats that tell it. */
  agreement?: AgreementReport | null;
  /** The records behind it, for the formats that carry them. */
  records?: ReportRecords | null;
  /** What sources said, for the formats that carry it. */
  snapshots?: ReportSnapshot[];
}

/** A snapshot of the source of a piece of evidence, with its bytes. */
export interface ReportSnapshot {
  evidenceId: string;
  sha256: string;
  mediaType: SnapshotType;
  filename: string;
  takenOn: string;
  /** The desk's own; empty in a reader's report. */
  note: string;
  body: Uint8Array;
}

/** The records behind a report, and what happened to them. */
export interface ReportRecords {
  document: DocumentRecords;
  history: HistoryEntry[];
}

export interface ReportOptions {
  /** Which claims; approved, published, corrected and voided unless said otherwise. Readers never get more than these four. */
  states?: readonly ClaimState[];
  /** Show confidential evidence; the desk's reports only. */
  confidential?: boolean;
  /** Show the reviewers' own assessments, and the discussions; the desk's reports only. */
  assessments?: boolean;
  /** Tell of which kind sources were when they were read. */
  media?: boolean;
  /** Readers unless said otherwise. */
  audience?: Audience;
}

/** A label of the scale, with the number of claims in the report whose standing verdict it is. */
export type ReportLabel = Omit<LabelView, "retired"> & { count: number };

/** What the exporters write: already scoped, cleaned and numbered. Plain JSON but for the bytes of snapshots, safe to show to its audience as a whole. */
export interface Report {
  audience: Audience;
  workspace: string;
  publisher: ReportPublisher;
  /** Null for what is not published. */
  publication: ReportPublication | null;
  /** What was changed after publication, the latest first: about the page as a whole, and about the claims in the report. */
  corrections: ReportCorrection[];
  baseUrl: string;
  exportedAt: string;
  /** The states that were asked for and may be seen, in the order of the workflow. */
  states: ClaimState[];
  confidential: boolean;
  assessments: boolean;
  document: Pick<DocumentView, "id" | "title" | "author" | "publication" | "publishedOn" | "kind" | "language" | "url">;
  revision: ReportSource["revision"];
  /** Retired labels only where a claim still carries them. */
  scale: { id: string; name: string; version: number; labels: ReportLabel[] };
  /** In the order of the text; those without a place come last. */
  claims: ReportClaim[];
  /** How far those who judged the document's claims agree, by figures alone; null where it was not asked for, or may not be known. */
  agreement: AgreementReport | null;
  /** Only where nothing is left out: for the desk, with every claim, confidential evidence and assessments. */
  records: ReportRecords | null;
  /** Of the evidence that is shown; absent where nobody asked for them. */
  snapshots?: ReportSnapshot[];
  /** Of which kind the source was when it was read, by the id of the evidence; absent where nobody asked for it, and for evidence without a snapshot. */
  media?: Record<string, SnapshotType>;
}

/** Scopes the document to its audience and the asked states. Everything that leaves the workspace as a file passes here. */
export function buildReport(source: ReportSource, options: ReportOptions = {}): Report {
  const report = beginReport(source, options);
  report.add(source.claims);
  return report.whole();
}

/** Claims between two turns of others. */
const SLICE = 1000;

/** The same where others wait meanwhile. */
export async function buildReportInTurns(source: ReportSource, options: ReportOptions = {}): Promise<Report> {
  const report = beginReport(source, options);
  for (let from = 0; from < source.claims.length; from += SLICE) {
    await turn();
    report.add(source.claims.slice(from, from + SLICE));
  }
  return report.whole();
}

/** A report to which claims are added as they come. */
export interface GrowingReport {
  /** Answers those of them that are shown, without their numbers yet. */
  add: (claims: readonly ReportSourceClaim[]) => ReportClaim[];
  whole: () => Report;
}

/** Begins a report whose claims follow, so that those that are there are made ready while others are still read. */
export function beginReport(source: Omit<ReportSource, "claims">, options: ReportOptions = {}): GrowingReport {
  const scope = scopeOf(source, options);
  const all: ReportSourceClaim[] = [];
  const shown: ReportClaim[] = [];
  return {
    add(claims) {
      const ready = reportClaims(claims, scope);
      for (const claim of claims) all.push(claim);
      for (const claim of ready) shown.push(claim);
      return ready;
    },
    whole: () => reportWith({ ...source, claims: all }, options, scope, shown),
  };
}

function scopeOf(source: Omit<ReportSource, "claims">, options: ReportOptions): ClaimScope {
  const audience = options.audience ?? "reader";
  const forDesk = audience === "desk";
  const asked = options.states ?? REPORTED_STATES;
  return {
    states: CLAIM_STATES.filter((state) => asked.includes(state) && (forDesk || isShownToReaders(state))),
    confidential: forDesk && (options.confidential ?? false),
    assessments: forDesk && (options.assessments ?? false),
    audience,
    text: cleanText(source.revision.text),
    labels: source.scale.labels,
    people: source.document.members,
    threads: source.threads ?? [],
  };
}

function reportWith(source: ReportSource, options: ReportOptions, scope: ClaimScope, shown: readonly ReportClaim[]): Report {
  const { states, confidential, assessments, audience, text } = scope;
  const forDesk = audience === "desk";
  const claims = numbered(shown);
  return {
    ...{ states: [...states], confidential, assessments, audience },
    workspace: cleanField(source.workspace),
    publisher: safePublisher(source.publisher),
    publication: source.publication,
    corrections: correctionsOn(source.corrections, claims),
    baseUrl: source.baseUrl.replace(/\/+$/, ""),
    exportedAt: source.exportedAt,
    document: reportDocument(source.document),
    revision: { number: source.revision.number, text, blocks: source.revision.blocks.map(safeBlock), wordCount: source.revision.wordCount },
    scale: { id: source.scale.id, name: cleanField(source.scale.name), version: source.scale.version, labels: reportLabels(source.scale.labels, claims) },
    claims,
    agreement: source.agreement ?? null,
    records: confidential && assessments && claims.length === source.claims.length ? (source.records ?? null) : null,
    ...(source.snapshots ? { snapshots: shownSnapshots(source.snapshots, claims, forDesk) } : {}),
    ...(options.media ? { media: mediaOf(source.claims, claims) } : {}),
  };
}

function mediaOf(all: readonly ReportSourceClaim[], shown: readonly ReportClaim[]): Record<string, SnapshotType> {
  const ids = new Set(shown.flatMap(({ evidence }) => evidence.map(({ id }) => id)));
  const kept = all.flatMap(({ evidence }) => evidence).filter(({ id }) => ids.has(id));
  return Object.fromEntries(kept.flatMap(({ id, snapshots }) => snapshots?.slice(0, 1).map(({ mediaType }) => [id, mediaType] as const) ?? []));
}

function shownSnapshots(snapshots: readonly ReportSnapshot[], claims: readonly ReportClaim[], forDesk: boolean): ReportSnapshot[] {
  const shown = new Set(claims.flatMap(({ evidence }) => evidence.map(({ id }) => id)));
  return snapshots
    .filter(({ evidenceId }) => shown.has(evidenceId))
    .map(({ note, ...snapshot }) => ({ ...snapshot, filename: cleanField(snapshot.filename), note: forDesk ? cleanField(note) : "" }));
}

function reportDocument({ id, title, author, publication, publishedOn, kind, language, url }: Report["document"]): Report["document"] {
  return {
    id,
    title: cleanField(title),
    author: author === null ? null : cleanField(author),
    publication: publication === null ? null : cleanField(publication),
    publishedOn: cleanDay(publishedOn),
    kind,
    language: language.replace(/[^\w-]/g, ""),
    url: url === null ? null : httpUrl(url),
  };
}

function safeBlock(block: Block): Block {
  const { type, start, end, level, speaker, time } = block;
  return {
    type,
    start,
    end,
    ...(level === undefined ? {} : { level }),
    ...(speaker === undefined ? {} : { speaker: cleanField(speaker) }),
    ...(time === undefined ? {} : { time: cleanField(time) }),
    marks: block.marks.flatMap(safeMark),
  };
}

/** A link to anywhere but http(s) or mailto is dropped; its words stay. */
function safeMark({ type, start, end, href }: Mark): Mark[] {
  if (type !== "link") return [{ type, start, end }];
  const safe = href === undefined ? null : safeHref(href);
  return safe === null ? [] : [{ type, start, end, href: safe }];
}

function reportLabels(labels: readonly LabelView[], claims: readonly ReportClaim[]): ReportLabel[] {
  const counts = new Map<string, number>();
  for (const { verdict, state } of claims) if (verdict) counts.set(verdict.labelId, (counts.get(verdict.labelId) ?? 0) + (state === "voided" ? 0 : 1));
  return labels
    .filter((label) => !label.retired || counts.has(label.id))
    .map(({ id, name, definition, boundaryRule, rating, tone, outgoing }) => ({
      id,
      name: cleanField(name),
      definition: cleanField(definition),
      boundaryRule: cleanField(boundaryRule),
      rating,
      tone,
      ...(outgoing ? { outgoing } : {}),
      count: counts.get(id) ?? 0,
    }));
}
