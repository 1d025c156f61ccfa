import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { insertAnchors } from "@/lib/db/insert-anchors";
import { insertRows } from "@/lib/db/insert-rows";
import type { ClaimType } from "@/lib/domain/claim";
import { joinedQuote } from "@/lib/domain/anchor";
import type { Actor } from "@/lib/domain/role";
import { COMMENT_MAX } from "@/lib/domain/thread";
import type { Block } from "@/lib/domain/text";
import { recordAll, type NewEvent } from "@/lib/events/record";
import type { PlacedClaim } from "@/lib/importers/annotations/place-claims";
import { STATEMENT_MAX } from "./create-claim";
import { librarySources } from "./library-sources";
import { screenAtOnce, wordsIn } from "./screen";

/** What of claims others may have written; quotes are the words of the text, and of sources. */
const OWN_WORDS = new Set([
  ...["statement", "shortForm", "speaker", "tags", "notes", "verdict", "text", "note", "words"],
  ...["title", "publisher", "author", "url", "archiveUrl", "locator"],
]);

interface Place {
  /** Locked. */
  document: { id: string; state: string };
  revision: { id: string; blocks: readonly Block[] };
  /** What the claims come from, for the records: "claims.csv". */
  name: string;
}

/** A claim before it is written; the day is "yyyy-mm-dd". */
interface ClaimRow {
  id: string;
  number: number;
  statement: string;
  shortForm: string;
  speaker: string;
  saidOn: string | null;
  type: ClaimType | null;
  tags: string[];
  state: "spotted" | "researching";
}

/** A claim of others with the row that is made of it. */
interface Writing {
  row: ClaimRow;
  claim: PlacedClaim;
  quote: string;
  /** The ids of its questions, in their order. */
  questionIds: string[];
}

/**
 * Writes claims of others with their fragments, sources and notes, and an event for each. Those with sources are under research. Notes and their verdict
 * begin a discussion of the claim: they judge nothing here. Answers what was made.
 */
export async function writeForeignClaims(tx: Tx, actor: Actor, place: Place, claims: readonly PlacedClaim[], now: Date) {
  await screenAtOnce(tx, actor, { source: wordsIn(claims, OWN_WORDS) });
  const { document, revision } = place;
  const { claimCount } = await tx.document.update({
    where: { id: document.id },
    data: { claimCount: { increment: claims.length }, updatedAt: now, ...(document.state === "draft" ? { state: "in_progress" as const } : {}) },
    select: { claimCount: true },
  });
  const writings = claims.map((claim, index) => writingOf(claim, claimCount - claims.length + index + 1, revision.blocks));
  const scope = { workspaceId: actor.workspaceId, documentId: document.id };
  const made = { createdById: actor.userId, createdAt: now, updatedAt: now };
  await insertRows(
    tx,
    "Claim",
    writings.map(({ row }) => ({ ...row, ...scope, ...made })),
  );
  await insertAnchors(
    tx,
    { ...scope, revisionId: revision.id },
    writings.flatMap(({ row, claim }) => claim.fragments.map((fragment) => ({ ...fragment, claimId: row.id }))),
  );
  await recordAll(
    tx,
    actor,
    document.id,
    writings.map((writing) => created(writing, place.name)),
  );
  const questions = await writeQuestions(tx, actor, document.id, writings, now);
  const evidence = await writeEvidence(tx, actor, document.id, writings, now);
  await writeNotes(tx, actor, place, writings, now);
  return { ...evidence, questions, firstClaimId: writings[0]?.row.id ?? null };
}

function writingOf(claim: PlacedClaim, number: number, blocks: readonly Block[]): Writing {
  const { shortForm, saidOn, type, tags, fragments } = claim;
  const quote = joinedQuote(fragments).replace(/\s+/g, " ");
  const statement = claim.statement || quote.slice(0, STATEMENT_MAX).replace(/[\ud800-\udbff]$/, "");
  const first = fragments.find(({ status }) => status !== "orphaned");
  const speaker = claim.speaker || (first ? (blocks.find(({ start, end }) => start <= first.start && first.start < end)?.speaker ?? "") : "");
  const state = claim.sources.length > 0 ? "researching" : "spotted";
  return {
    row: { id: randomUUID(), number, statement, shortForm, speaker, saidOn, type, tags: [...tags], state },
    claim,
    quote,
    questionIds: claim.questions.map(() => randomUUID()),
  };
}

function created({ row, quote }: Writing, name: string): NewEvent {
  return { type: "claim.created", claimId: row.id, after: { statement: row.statement, quote, broughtFrom: name } };
}

/** Answers how many there are. */
async function writeQuestions(tx: Tx, actor: Actor, documentId: string, writings: readonly Writing[], now: Date): Promise<number> {
  const made = { workspaceId: actor.workspaceId, createdById: actor.userId, createdAt: now };
  const rows = writings.flatMap(({ row, claim, questionIds }) =>
    claim.questions.map((question, index) => ({ ...made, ...question, id: questionIds[index] ?? randomUUID(), claimId: row.id, number: index + 1 })),
  );
  await insertRows(tx, "Question", rows);
  const events = rows.map(({ id, claimId, text }): NewEvent => ({ type: "question.asked", claimId, after: { question: text }, ids: { questionId: id } }));
  await recordAll(tx, actor, documentId, events);
  return rows.length;
}

async function writeEvidence(
  tx: Tx,
  actor: Actor,
  documentId: string,
  writings: readonly Writing[],
  now: Date,
): Promise<{ evidence: number; sources: number }> {
  const uses = writings.flatMap(({ row, claim, questionIds }) =>
    claim.sources.map((source, index) => ({
      id: randomUUID(),
      claimId: row.id,
      source,
      index,
      questionId: questionIds[source.answer?.question ?? -1] ?? null,
    })),
  );
  const { idOf, added } = await librarySources(
    tx,
    actor,
    uses.map(({ source }) => source),
  );
  const rows = uses.map(({ id, claimId, source, index, questionId }) => {
    const { stance, quote, locator, accessedOn, archiveUrl, archivedOn, note, confidential } = source;
    const { type: answerType = "extractive" as const, yes: answerYes = null, words: answer = "" } = source.answer ?? {};
    return {
      ...{ id, claimId, questionId, answerType, answerYes, answer, stance, quote, locator, accessedOn, archiveUrl, archivedOn, note, confidential },
      ...{ sourceId: idOf(source), workspaceId: actor.workspaceId, createdById: actor.userId },
      // Evidence is listed by its moment, and keeps its order.
      ...{ createdAt: new Date(now.getTime() + index), updatedAt: new Date(now.getTime() + index) },
    };
  });
  await insertRows(tx, "Evidence", rows);
  const events = uses.map(({ id, claimId, source: { title, stance, quote } }): NewEvent => {
    return { type: "evidence.added", claimId, after: { source: title, stance, quote }, ids: { evidenceId: id } };
  });
  const moved = writings
    .filter(({ row }) => row.state === "researching")
    .map(({ row }): NewEvent => {
      return { type: "claim.moved", claimId: row.id, before: { state: "spotted" }, after: { state: "researching" } };
    });
  await recordAll(tx, actor, documentId, [...events, ...moved]);
  return { evidence: uses.length, sources: added };
}

async function writeNotes(tx: Tx, actor: Actor, { document, name }: Place, writings: readonly Writing[], now: Date): Promise<void> {
  const threads = writings.flatMap(({ row, claim }) => {
    const said = [...(claim.verdict === "" ? [] : [`Their verdict: **${claim.verdict}**`]), ...claim.notes];
    return said.length === 0 ? [] : [{ id: randomUUID(), claimId: row.id, bodies: inComments([`Brought in from “${name}”.`, ...said].join("\n\n")) }];
  });
  const { workspaceId, userId } = actor;
  await insertRows(
    tx,
    "Thread",
    threads.map(({ id, claimId }) => ({ id, claimId, workspaceId, documentId: document.id, createdById: userId, createdAt: now })),
  );
  const comments = threads.flatMap(({ id, bodies }) =>
    bodies.map((body, index) => ({ id: randomUUID(), workspaceId, threadId: id, authorId: userId, body, createdAt: new Date(now.getTime() + index) })),
  );
  await insertRows(tx, "Comment", comments);
  await insertRows(
    tx,
    "ThreadSeen",
    threads.map(({ id, bodies }) => ({ threadId: id, userId, seenAt: new Date(now.getTime() + bodies.length) })),
  );
  const events = threads.map(({ id, claimId }): NewEvent => ({ type: "thread.started", claimId, ids: { threadId: id } }));
  await recordAll(tx, actor, document.id, events);
}

/** Long words in pieces that each fit a comment. */
function inComments(words: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < words.length;) {
    const piece = words.slice(from, from + COMMENT_MAX).replace(/[\ud800-\udbff]$/, "");
    pieces.push(piece);
    from += piece.length;
  }
  return pieces;
}
