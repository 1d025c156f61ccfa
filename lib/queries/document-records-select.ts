import type { Prisma } from "@/lib/db/generated/client";
import { assessedSelect } from "./assessed-claim";

const made = { createdById: true, createdAt: true } as const;
const judgement = { labelId: true, unjudgeable: true, rationale: true, confidence: true, round: true, createdAt: true } as const;

/** A discussion in which somebody has said something that does not wait for a moderator. */
export const SAID = { comments: { some: { heldBody: null } } } satisfies Prisma.ThreadWhereInput;

/** A discussion as bundles carry it. */
export const threadRecordSelect = {
  ...{ id: true, evidenceId: true, revisionId: true, start: true, end: true, blocking: true, resolvedAt: true, resolvedById: true, ...made },
  comments: {
    where: { heldBody: null },
    select: { id: true, authorId: true, body: true, createdAt: true, editedAt: true, deletedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ThreadSelect;

/** A claim with all that hangs on it. */
export const claimRecordSelect = {
  ...{ id: true, number: true, statement: true, shortForm: true, speaker: true, saidOn: true, type: true, checkWorthiness: true, tags: true },
  ...{ mediaKind: true, mediaUrl: true, state: true, skipReason: true, skipNote: true, updatedAt: true, ...made },
  ...assessedSelect,
  anchors: {
    select: { id: true, revisionId: true, start: true, end: true, exact: true, prefix: true, suffix: true, status: true, similarity: true },
    orderBy: [{ start: "asc" }, { id: "asc" }],
  },
  evidence: {
    where: { deletedAt: null },
    select: {
      ...{ id: true, sourceId: true, stance: true, quote: true, locator: true, accessedOn: true, archiveUrl: true, archivedOn: true, note: true },
      ...{ confidential: true, quoteVerifiedById: true, quoteVerifiedAt: true, answerType: true, answerYes: true, answer: true, ...made },
      question: { select: { id: true, deletedAt: true } },
      snapshots: {
        where: { deletedAt: null },
        select: { id: true, sha256: true, mediaType: true, bytes: true, filename: true, note: true, takenOn: true, ...made },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      },
      source: {
        select: { id: true, title: true, publisher: true, author: true, publishedOn: true, url: true, type: true, primary: true, confidential: true, ...made },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  questions: {
    where: { deletedAt: null },
    select: { id: true, number: true, text: true, unanswerable: true, note: true, ...made },
    orderBy: { number: "asc" },
  },
  contacts: {
    where: { deletedAt: null },
    select: { id: true, contactedOn: true, channel: true, outcome: true, note: true, ...made },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  assessments: {
    select: {
      ...{ id: true, reviewerId: true, updatedAt: true, ...judgement },
      versions: { select: { id: true, number: true, ...judgement }, orderBy: { number: "asc" } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  adjudications: {
    select: { id: true, round: true, kind: true, labelId: true, reviewerId: true, reason: true, editorId: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  ruling: {
    select: {
      ...{ id: true, labelId: true, basis: true, summary: true, justification: true, editorId: true },
      ...{ mediaAuthenticity: true, mediaContext: true, mediaOriginalUrl: true },
      ...{ createdAt: true, updatedAt: true, approvedAt: true, approvedById: true },
    },
  },
  threads: {
    where: { ...SAID, OR: [{ evidenceId: null }, { evidence: { deletedAt: null } }] },
    select: threadRecordSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  assignments: {
    select: { personId: true, due: true, assignedById: true, createdAt: true, endedAt: true, endedBecause: true },
    orderBy: [{ createdAt: "asc" }, { personId: "asc" }],
  },
} satisfies Prisma.ClaimSelect;

/** A document without its claims, as bundles carry it. */
export const recordsSelect = {
  ...{ id: true, kind: true, state: true, title: true, author: true, publication: true, publishedOn: true, language: true, url: true },
  ...{ reviewMode: true, reviewers: true, panelRule: true, returnDays: true, claimCount: true, revision: true, updatedAt: true, ...made },
  scale: {
    select: {
      ...{ id: true, template: true, name: true, version: true },
      labels: {
        select: { id: true, position: true, name: true, definition: true, boundaryRule: true, rating: true, tone: true, outgoing: true, retiredAt: true },
        orderBy: { position: "asc" },
      },
    },
  },
  revisions: {
    select: { id: true, number: true, text: true, blocks: true, wordCount: true, note: true, wordsAdded: true, wordsRemoved: true, ...made },
    orderBy: { number: "asc" },
  },
  publicPage: {
    select: {
      ...{ id: true, slug: true, extent: true, ...made },
      publications: { select: { id: true, number: true, report: true, publishedById: true, publishedAt: true }, orderBy: { number: "asc" } },
    },
  },
  corrections: {
    select: {
      ...{ id: true, claimId: true, publicationId: true, kind: true, what: true, why: true },
      ...{ verdictBefore: true, verdictAfter: true, byId: true, at: true },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.DocumentSelect;
