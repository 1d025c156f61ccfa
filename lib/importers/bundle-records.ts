import { PERSON_FIELDS, withoutReports, type DocumentRecords } from "@/lib/domain/document-records";
import { mayBePrimary } from "@/lib/domain/evidence";
import { MAX_TEXT_BYTES } from "@/lib/domain/text";
import { safeHref } from "@/lib/domain/url";
import { assertCanonical } from "./assert-canonical";
import { reportFault } from "./bundle-report";

type Thread = DocumentRecords["threads"][number];

/** Names of records by their ids, as far as other records point to them. */
interface Known {
  people: ReadonlySet<string>;
  labels: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  /** The length of each revision's text. */
  texts: ReadonlyMap<string, number>;
}

/** What does not fit together in the records, as one sentence; null for records that a workspace could have written itself. */
export function recordsFault(records: DocumentRecords): string | null {
  const known: Known = {
    people: new Set(records.people.map(({ id }) => id)),
    labels: new Set(records.scale.labels.map(({ id }) => id)),
    sources: new Set(records.sources.map(({ id }) => id)),
    texts: new Map(records.revisions.map(({ id, text }) => [id, text.length])),
  };
  return (
    idFault(records) ??
    firstOf(records.revisions, revisionFault) ??
    (records.document.title.trim() === "" ? "the document has no title." : null) ??
    (records.revisions.some(({ number }) => number === records.document.revision) ? null : "the current revision is missing.") ??
    (repeated(records.revisions.map(({ number }) => number)) ? "two revisions have one number." : null) ??
    (repeated(records.claims.map(({ number }) => number)) ? "two claims have one number." : null) ??
    (records.claims.every(({ number }) => number <= records.document.claimCount) ? null : "a claim has a number that was never given.") ??
    firstOf(records.sources, ({ type, primary }) => (primary && !mayBePrimary(type) ? "a press release or an encyclopedia is called primary." : null)) ??
    peopleFault(records, known) ??
    publicationFault(records) ??
    firstOf(records.claims, (claim) => claimFault(claim, known)) ??
    firstOf(records.threads, (thread) => threadFault(thread, known, new Set()))
  );
}

/** No two records have one id. */
function idFault(records: DocumentRecords): string | null {
  const ids = new Set<string>();
  let twice: string | null = null;
  JSON.stringify(withoutReports(records), (key, value: unknown) => {
    if (key !== "id" || typeof value !== "string") return value;
    if (ids.has(value)) twice = value;
    ids.add(value);
    return value;
  });
  return twice === null ? null : `two records have the id ${JSON.stringify(twice)}.`;
}

function revisionFault({ number, text, blocks }: DocumentRecords["revisions"][number]): string | null {
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES) return `the text of revision ${number} is too long.`;
  if (blocks.some(({ marks }) => marks.some(({ href }) => href !== undefined && safeHref(href) === null)))
    return `revision ${number} holds a link to a place that no text may link to.`;
  try {
    assertCanonical({ text, blocks: blocks.map(({ marks, ...block }) => ({ ...given(block), marks: marks.map(given) })) });
    return null;
  } catch (error) {
    return `revision ${number}: ${error instanceof Error ? error.message : ""}`;
  }
}

function peopleFault(records: DocumentRecords, { people }: Known): string | null {
  let unknown = false;
  JSON.stringify(withoutReports(records), (key, value: unknown) => {
    if (PERSON_FIELDS.has(key) && typeof value === "string" && !people.has(value)) unknown = true;
    return value;
  });
  return unknown ? "somebody is named who is not among the people." : null;
}

function claimFault(claim: DocumentRecords["claims"][number], known: Known): string | null {
  const of = `claim ${claim.number}`;
  const evidence = new Set(claim.evidence.map(({ id }) => id));
  const labelled = [
    ...claim.assessments,
    ...claim.assessments.flatMap(({ versions }) => versions),
    ...claim.adjudications,
    ...(claim.ruling ? [claim.ruling] : []),
  ];
  if (labelled.some(({ labelId }) => labelId !== null && !known.labels.has(labelId))) return `${of} has a label that is not on the scale.`;
  if (claim.evidence.some(({ sourceId }) => !known.sources.has(sourceId))) return `${of} has evidence without its source.`;
  const questions = new Set(claim.questions.map(({ id }) => id));
  if (claim.evidence.some(({ questionId }) => questionId !== null && !questions.has(questionId))) return `${of} has an answer without its question.`;
  if (claim.evidence.some(({ questionId, answerType, answerYes }) => questionId !== null && answerType === "boolean" && answerYes === null))
    return `${of} has an answer that says neither yes nor no.`;
  if (repeated(claim.questions.map(({ number }) => number))) return `${of} has two questions with one number.`;
  if (claim.questions.some(({ text }) => text.trim() === "")) return `${of} has a question without words.`;
  if (claim.anchors.some(({ revisionId, start, end }) => start > end || end > (known.texts.get(revisionId) ?? -1))) return `${of} lies outside of the text.`;
  if (repeated(claim.assessments.map(({ reviewerId }) => reviewerId))) return `${of} has two assessments of one person.`;
  if (claim.assessments.some(({ versions }) => repeated(versions.map(({ number }) => number))))
    return `${of} has two versions of an assessment with one number.`;
  if (repeated(claim.assignments.map(({ personId }) => personId))) return `${of} is assigned to one person twice.`;
  if (claim.statement.trim() === "") return `${of} has no statement.`;
  return firstOf(claim.threads, (thread) => threadFault(thread, known, evidence));
}

function publicationFault({ page, corrections, claims }: DocumentRecords): string | null {
  const publications = new Set(page?.publications.map(({ id }) => id));
  const known = new Set(claims.map(({ id }) => id));
  if (page && repeated(page.publications.map(({ number }) => number))) return "two publications have one number.";
  if (corrections.some(({ publicationId }) => !publications.has(publicationId))) return "a correction is without the publication that it made.";
  if (corrections.some(({ claimId }) => claimId !== null && !known.has(claimId))) return "a correction is about a claim that is missing.";
  return firstOf(page?.publications ?? [], ({ number, report }) => {
    const fault = reportFault(report);
    return fault && `publication ${number}: ${fault}`;
  });
}

function threadFault({ evidenceId, revisionId, start, end }: Thread, known: Known, evidence: ReadonlySet<string>): string | null {
  if (evidenceId !== null && !evidence.has(evidenceId)) return "a discussion is about evidence that is missing.";
  if (revisionId === null) return null;
  const length = known.texts.get(revisionId);
  return length === undefined || start === null || end === null || start > end || end > length ? "a discussion is about words outside of the text." : null;
}

function firstOf<T>(items: readonly T[], fault: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = fault(item);
    if (found !== null) return found;
  }
  return null;
}

function repeated<T>(values: readonly T[]): boolean {
  return new Set(values).size < values.length;
}

type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** The object without what is undefined in it. */
function given<T extends object>(value: T): Given<T> {
  // Narrowing: what was undefined is not there any more.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Given<T>;
}
