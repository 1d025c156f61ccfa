import { z } from "zod";
import { ANCHOR_STATUSES } from "./anchor";
import { ASSIGNMENT_ENDS } from "./assignment";
import { CHECK_WORTHINESS, CLAIM_STATES, CLAIM_TYPES, SHORT_FORM_MAX, SKIP_REASONS } from "./claim";
import { CORRECTION_KINDS } from "./correction";
import { DOCUMENT_KINDS, DOCUMENT_STATES } from "./document";
import { CONFIDENCES, CONTACT_OUTCOMES, SOURCE_TYPES, STANCES } from "./evidence";
import { OutgoingField } from "./outgoing-field";
import { Day, HttpUrl, Id, Language, Moment, OptionalUrl, prose } from "./fields";
import { MEDIA_AUTHENTICITY, MEDIA_KINDS } from "./media";
import { isSlug, TEXT_EXTENTS } from "./publication";
import { ANSWER_TYPES } from "./question";
import { ADJUDICATION_KINDS, PANEL_RULES, REVIEW_MODES, REVIEWERS_MAX, REVIEWERS_MIN } from "./review";
import { SNAPSHOT_TYPES } from "./snapshot";
import { TONES } from "./scale";
import { BLOCK_TYPES, MAX_TEXT_BYTES } from "./text";

/* The records of one document, whole, as bundles carry them from one workspace to another. People, sources, revisions and labels are named by their ids. */

/** The most claims that a bundle brings in. */
export const CLAIMS_MAX = 20_000;

const Count = z.int().min(0).max(100_000_000);
const Ordinal = z.int().min(1).max(1_000_000);
const many = <Item extends z.ZodType>(item: Item, max: number) => z.array(item).max(max, `More than ${max} entries.`);

const Mark = z.strictObject({ type: z.enum(["strong", "emphasis", "code", "link"]), start: Count, end: Count, href: z.string().max(2000).optional() });
const Block = z.strictObject({
  type: z.enum(BLOCK_TYPES),
  start: Count,
  end: Count,
  level: z.int().min(1).max(6).optional(),
  speaker: prose(300).optional(),
  time: prose(100).optional(),
  marks: many(Mark, 10_000),
});

const Revision = z.strictObject({
  id: Id,
  number: Ordinal,
  text: z.string().max(MAX_TEXT_BYTES),
  blocks: many(Block, 100_000),
  wordCount: Count,
  note: prose(5000),
  wordsAdded: Count,
  wordsRemoved: Count,
  createdById: Id,
  createdAt: Moment,
});

const Label = z.strictObject({
  id: Id,
  position: Count,
  name: prose(200),
  definition: prose(2000),
  boundaryRule: prose(2000),
  rating: z.int().min(-1000).max(1000).nullable(),
  tone: z.enum(TONES),
  outgoing: OutgoingField.default({}),
  retired: z.boolean(),
});

const Source = z.strictObject({
  id: Id,
  title: prose(500),
  publisher: prose(300),
  author: prose(300),
  publishedOn: Day.nullable(),
  url: HttpUrl.nullable(),
  type: z.enum(SOURCE_TYPES),
  primary: z.boolean(),
  confidential: z.boolean(),
  createdById: Id,
  createdAt: Moment,
});

const Anchor = z.strictObject({
  id: Id,
  revisionId: Id,
  start: Count,
  end: Count,
  exact: z.string().max(MAX_TEXT_BYTES),
  prefix: prose(1000),
  suffix: prose(1000),
  status: z.enum(ANCHOR_STATUSES),
  similarity: z.number().min(0).max(1),
});

const Snapshot = z.strictObject({
  id: Id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(SNAPSHOT_TYPES),
  bytes: Count,
  filename: prose(300),
  note: prose(1000),
  takenOn: Day,
  createdById: Id,
  createdAt: Moment,
});

const Evidence = z.strictObject({
  id: Id,
  sourceId: Id,
  stance: z.enum(STANCES),
  quote: prose(5000),
  locator: prose(200),
  accessedOn: Day.nullable(),
  archiveUrl: HttpUrl.nullable(),
  archivedOn: Day.nullable(),
  note: prose(5000),
  confidential: z.boolean(),
  snapshots: many(Snapshot, 1000).default([]),
  quoteVerifiedById: Id.nullable(),
  quoteVerifiedAt: Moment.nullable(),
  // Bundles that were made before there were questions say nothing of answers.
  questionId: Id.nullable().default(null),
  answerType: z.enum(ANSWER_TYPES).default("extractive"),
  answerYes: z.boolean().nullable().default(null),
  answer: prose(5000).default(""),
  createdById: Id,
  createdAt: Moment,
});

const Question = z.strictObject({
  id: Id,
  number: Ordinal,
  text: prose(2000),
  unanswerable: z.boolean(),
  note: prose(5000),
  createdById: Id,
  createdAt: Moment,
});

const Judgement = { labelId: Id.nullable(), unjudgeable: z.boolean(), rationale: prose(50_000), confidence: z.enum(CONFIDENCES).nullable(), round: Ordinal };
const Assessment = z.strictObject({
  id: Id,
  reviewerId: Id,
  ...Judgement,
  createdAt: Moment,
  updatedAt: Moment,
  versions: many(z.strictObject({ id: Id, number: Ordinal, ...Judgement, createdAt: Moment }), 1000),
});

const Thread = z.strictObject({
  id: Id,
  evidenceId: Id.nullable(),
  revisionId: Id.nullable(),
  start: Count.nullable(),
  end: Count.nullable(),
  blocking: z.boolean(),
  resolvedAt: Moment.nullable(),
  resolvedById: Id.nullable(),
  createdById: Id,
  createdAt: Moment,
  comments: many(
    z.strictObject({ id: Id, authorId: Id, body: prose(20_000), createdAt: Moment, editedAt: Moment.nullable(), deletedAt: Moment.nullable() }),
    10_000,
  ),
});

const Assignment = z.strictObject({
  personId: Id,
  due: Day.nullable(),
  assignedById: Id,
  createdAt: Moment,
  endedAt: Moment.nullable(),
  endedBecause: z.enum(ASSIGNMENT_ENDS).nullable(),
});

/** What was published, each time; the reports are read by lib/importers/bundle-report.ts. */
const Page = z.strictObject({
  id: Id,
  slug: z.string().refine(isSlug, "Not a name of a page."),
  extent: z.enum(TEXT_EXTENTS),
  createdById: Id,
  createdAt: Moment,
  publications: many(z.strictObject({ id: Id, number: Ordinal, report: z.record(z.string(), z.unknown()), publishedById: Id, publishedAt: Moment }), 10_000),
});

const Correction = z.strictObject({
  id: Id,
  claimId: Id.nullable(),
  publicationId: Id,
  kind: z.enum(CORRECTION_KINDS),
  what: prose(1000),
  why: prose(5000),
  verdictBefore: prose(200).nullable(),
  verdictAfter: prose(200).nullable(),
  byId: Id,
  at: Moment,
});

export const ClaimRecord = z.strictObject({
  id: Id,
  number: Ordinal,
  statement: prose(5000),
  shortForm: prose(SHORT_FORM_MAX),
  speaker: prose(500),
  saidOn: Day.nullable(),
  mediaKind: z.enum(MEDIA_KINDS).nullable().default(null),
  mediaUrl: OptionalUrl.default(""),
  type: z.enum(CLAIM_TYPES).nullable(),
  checkWorthiness: z.enum(CHECK_WORTHINESS).nullable(),
  tags: many(prose(200), 200),
  state: z.enum(CLAIM_STATES),
  skipReason: z.enum(SKIP_REASONS).nullable(),
  skipNote: prose(5000),
  round: Ordinal,
  assessedAt: Moment.nullable(),
  createdById: Id,
  createdAt: Moment,
  updatedAt: Moment,
  anchors: many(Anchor, 100_000),
  evidence: many(Evidence, 1000),
  questions: many(Question, 1000).default([]),
  contacts: many(
    z.strictObject({
      id: Id,
      contactedOn: Day,
      channel: prose(500),
      outcome: z.enum(CONTACT_OUTCOMES),
      note: prose(10_000),
      createdById: Id,
      createdAt: Moment,
    }),
    1000,
  ),
  assessments: many(Assessment, 1000),
  adjudications: many(
    z.strictObject({
      id: Id,
      round: Ordinal,
      kind: z.enum(ADJUDICATION_KINDS),
      labelId: Id.nullable(),
      reviewerId: Id.nullable(),
      reason: prose(50_000),
      editorId: Id,
      createdAt: Moment,
    }),
    1000,
  ),
  ruling: z
    .strictObject({
      id: Id,
      labelId: Id.nullable(),
      basis: z.enum(["editor", "agreement", "vote", "adjudication"]),
      summary: prose(2000),
      justification: prose(50_000),
      mediaAuthenticity: z.enum(MEDIA_AUTHENTICITY).nullable().default(null),
      mediaContext: prose(5000).default(""),
      mediaOriginalUrl: OptionalUrl.default(""),
      editorId: Id,
      createdAt: Moment,
      updatedAt: Moment,
      approvedAt: Moment.nullable(),
      approvedById: Id.nullable(),
    })
    .nullable(),
  threads: many(Thread, 10_000),
  assignments: many(Assignment, 1000).default([]),
});

export const DocumentRecords = z.strictObject({
  people: many(z.strictObject({ id: Id, name: prose(300) }), 10_000),
  scale: z.strictObject({ id: Id, template: prose(200), name: prose(200), version: Ordinal, labels: many(Label, 200) }),
  document: z.strictObject({
    id: Id,
    kind: z.enum(DOCUMENT_KINDS),
    state: z.enum(DOCUMENT_STATES),
    title: prose(500),
    author: prose(300).nullable(),
    publication: prose(300).nullable(),
    publishedOn: Day.nullable(),
    language: Language,
    url: HttpUrl.nullable(),
    reviewMode: z.enum(REVIEW_MODES),
    reviewers: z.int().min(REVIEWERS_MIN).max(REVIEWERS_MAX),
    panelRule: z.enum(PANEL_RULES),
    returnDays: z.int().min(1).max(10_000).nullable(),
    claimCount: Count,
    revision: Ordinal,
    createdById: Id,
    createdAt: Moment,
    updatedAt: Moment,
  }),
  revisions: many(Revision, 1000).min(1),
  sources: many(Source, 100_000),
  claims: many(ClaimRecord, CLAIMS_MAX),
  /** Discussions of the document as a whole, and of words that are in no claim. */
  threads: many(Thread, 10_000),
  /** Null for what was never published. */
  page: Page.nullable().default(null),
  corrections: many(Correction, 10_000).default([]),
});
export type DocumentRecords = z.output<typeof DocumentRecords>;

/** The records without the reports that were published, which name the same records again. */
export function withoutReports({ page, ...records }: DocumentRecords) {
  return { ...records, page: page && { ...page, publications: page.publications.map(({ report: _, ...publication }) => publication) } };
}

/** Under these names records name people. */
export const PERSON_FIELDS: ReadonlySet<string> = new Set([
  ...["createdById", "reviewerId", "editorId", "approvedById", "quoteVerifiedById", "resolvedById", "authorId"],
  ...["personId", "assignedById", "publishedById", "byId"],
]);
