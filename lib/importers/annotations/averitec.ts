import type { ClaimType } from "@/lib/domain/claim";
import { ClaimDraft } from "./draft-claim";
import { emptyClaim, quoteOf, type ForeignFault, type ForeignFile } from "./foreign-claim";
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

/** AVeriTeC's claims, with the questions that were asked about them: answers with an address become sources, the others notes. Days are dd-mm-yyyy. */
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

function readQuestion(draft: ClaimDraft, question: Thing): void {
  const asked = textOf(question["question"]);
  for (const answer of thingsOf(question["answers"]).slice(0, MOST_QUESTIONS)) {
    const said = textOf(answer["answer"]);
    const [url, cached] = [textOf(answer["source_url"]), textOf(answer["cached_source_url"])];
    const explained = [said, textOf(answer["boolean_explanation"])].filter(Boolean).join(". ");
    const note = `${asked}\n\n${explained}`.trim();
    if (!/^https?:/i.test(url || cached)) draft.note("questions", note);
    else {
      const extractive = textOf(answer["answer_type"]).toLowerCase() === "extractive";
      draft.source("questions", { url, archiveUrl: /^https?:/i.test(cached) ? cached : "", quote: extractive ? said : "", note: extractive ? asked : note });
    }
  }
}

/** Evidence that answers no question: only our own files have it. */
function readEvidence(draft: ClaimDraft, evidence: Thing): void {
  draft.source("evidence", {
    ...{ title: textOf(evidence["source_title"]), url: textOf(evidence["source_url"]), stance: textOf(evidence["stance"]), quote: textOf(evidence["quote"]) },
    ...{ archiveUrl: textOf(evidence["cached_source_url"]), locator: textOf(evidence["locator"]) },
    archivedOn: readDayFirst(textOf(evidence["cached_on"])) ?? "",
    accessedOn: readDayFirst(textOf(evidence["accessed_on"])) ?? "",
  });
}
