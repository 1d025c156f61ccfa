import type { ClaimType } from "@/lib/domain/claim";
import { ClaimDraft } from "./draft-claim";
import { emptyClaim, quoteOf, type ForeignAnswer, type ForeignFault, type ForeignFile } from "./foreign-claim";
import { isThing, listOf, textOf, thingsOf, type Thing } from "./json";
import { readDayFirst } from "./read-day";

const MOST_QUESTIONS = 100;
/** Where our own files join the fragments of a quote. */
const BETWEEN_FRAGMENTS = " … ";

const TYPES: ReadonlyMap<string, ClaimType> = new Map([
  ["event/property claim", "event"],
  ["numerical claim", "numerical"],
  ["quote verification", "quote"],
  ["causal claim", "causal"],
  ["position statement", "position"],
]);

/** AVeriTeC's claims, with the questions that were asked about them: answers with a source become evidence, the others notes on their question. Days are dd-mm-yyyy. */
export function readAveritec(json: unknown): ForeignFile {
  const faults: ForeignFault[] = [];
  const claims = claimsIn(json).map((entry, index) => {
    const draft = new ClaimDraft(emptyClaim(`Claim ${String(index + 1)}`), faults);
    draft.statement("claim", textOf(entry["claim"]));
    for (const words of [entry["original_claim"], entry["claim"]].map(textOf)) {
      draft.otherwise([quoteOf(words)]);
      if (words.includes(BETWEEN_FRAGMENTS)) draft.otherwise(words.split(BETWEEN_FRAGMENTS).map((part) => quoteOf(part)));
    }
    draft.speaker("speaker", textOf(entry["speaker"]));
    const date = textOf(entry["claim_date"]);
    draft.saidOn("claim_date", readDayFirst(date) ?? date);
    draft.verdict("label", textOf(entry["label"]));
    draft.note("justification", textOf(entry["justification"]));
    for (const type of listOf(entry["claim_types"]).map(textOf)) {
      const known = TYPES.get(type.toLowerCase());
      if (known && draft.claim.type === null) draft.type(known);
      else draft.tag("claim_types", type);
    }
    for (const question of thingsOf(entry["questions"]).slice(0, MOST_QUESTIONS)) readQuestion(draft, question);
    for (const evidence of thingsOf(entry["evidence"]).slice(0, MOST_QUESTIONS)) readEvidence(draft, evidence);
    const article = textOf(entry["fact_checking_article"]);
    if (article !== "")
      draft.source("fact_checking_article", { title: "", url: article, type: "news", note: "The fact check from which the claim was taken." });
    return draft.claim;
  });
  return { claims, faults };
}

/** True for a list of claims with labels or questions. */
export function holdsAveritec(json: unknown): boolean {
  return claimsIn(json)
    .slice(0, 20)
    .some((thing) => typeof thing["claim"] === "string" && (thing["questions"] !== undefined || thing["label"] !== undefined));
}

function claimsIn(json: unknown): Thing[] {
  return isThing(json) && Array.isArray(json["claims"]) ? thingsOf(json["claims"]) : thingsOf(json);
}

/** A question with its answers. Those without a source are noted beside it: here evidence answers, and evidence has a source. */
function readQuestion(draft: ClaimDraft, entry: Thing): void {
  const question = draft.question("questions", textOf(entry["question"]));
  if (question === null) return;
  const before = draft.claim.sources.length;
  const answers = thingsOf(entry["answers"]).slice(0, MOST_QUESTIONS);
  for (const answer of answers) readAnswer(draft, question, answer);
  const answered = draft.claim.sources.length > before;
  if (!answered && answers.length > 0 && answers.every(isUnanswerable)) draft.aboutQuestion("questions", question, { unanswerable: true });
}

const isUnanswerable = (answer: Thing) => textOf(answer["answer_type"]).toLowerCase() === "unanswerable";

/** What the form says where there is no answer. */
const NO_ANSWER = /^no answer could be found\.?$/i;

function readAnswer(draft: ClaimDraft, question: number, answer: Thing): void {
  const said = textOf(answer["answer"]).trim();
  const reason = textOf(answer["boolean_explanation"]).trim();
  const [url, cached, title] = [answer["source_url"], answer["cached_source_url"], answer["source_title"]].map(textOf);
  const sourced = /^https?:/i.test(url || cached || "") || title !== "";
  if (isUnanswerable(answer) || !sourced) {
    const note = [NO_ANSWER.test(said) ? "" : said, reason, sourced ? url || cached || title : ""].filter(Boolean).join("\n");
    return draft.aboutQuestion("questions", question, { note });
  }
  const { type, yes, words } = kindOfAnswer(textOf(answer["answer_type"]), said, reason);
  const quote = textOf(answer["quote"]) || (type === "extractive" ? said : "");
  draft.source("questions", { ...sourceFields(answer), quote }, { answer: { question, type, yes, words } });
}

/** A boolean answer that says more than yes or no is one in words. */
function kindOfAnswer(type: string, said: string, reason: string): Omit<ForeignAnswer, "question"> {
  const bare = /^(yes|no)\.?$/i.exec(said)?.[1]?.toLowerCase();
  if (type.toLowerCase() === "boolean" && bare) return { type: "boolean", yes: bare === "yes", words: reason };
  if (type.toLowerCase() === "extractive") return { type: "extractive", yes: null, words: "" };
  return { type: "abstractive", yes: null, words: [said, reason].filter(Boolean).join(" ") };
}

/** Evidence that answers no question: only our own files have it. */
function readEvidence(draft: ClaimDraft, evidence: Thing): void {
  draft.source("evidence", { ...sourceFields(evidence), quote: textOf(evidence["quote"]) });
}

/** The form has the addresses; the rest is of our own files. */
function sourceFields(entry: Thing) {
  const cached = textOf(entry["cached_source_url"]);
  return {
    ...{ title: textOf(entry["source_title"]), url: textOf(entry["source_url"]), stance: textOf(entry["stance"]), locator: textOf(entry["locator"]) },
    archiveUrl: /^https?:/i.test(cached) ? cached : "",
    archivedOn: readDayFirst(textOf(entry["cached_on"])) ?? "",
    accessedOn: readDayFirst(textOf(entry["accessed_on"])) ?? "",
  };
}
