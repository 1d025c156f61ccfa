import { ClaimDraft } from "./draft-claim";
import { emptyClaim, type ForeignFault, type ForeignFile } from "./foreign-claim";
import { isThing, listOf, textOf, thingsOf, type Thing } from "./json";
import { selectedQuote } from "./selectors";

const MOST_TAGS_READ = 100;

/** What is said of notes without a quote, and of replies whose annotation is not there. */
export const PAGE_NOTE = "A note about the whole page: it quotes no words by which it could be found; it was left out, and replies to it too.";
export const LOST_REPLY = "A reply to an annotation that is not in this file; it was left out.";

/**
 * Hypothesis: the rows of its API (`rows`), the file that its client exports (`annotations`), or the rows alone. Replies become notes of what they
 * answer.
 */
export function readHypothesis(json: unknown): ForeignFile {
  const faults: ForeignFault[] = [];
  const drafts = new Map<string, ClaimDraft>();
  const claims: ClaimDraft[] = [];
  const replies: { row: string; reply: Thing }[] = [];
  rowsOf(json).forEach((row, index) => {
    const name = `Annotation ${String(index + 1)}`;
    if (listOf(row["references"]).length > 0) return void replies.push({ row: name, reply: row });
    const draft = new ClaimDraft(emptyClaim(name), faults);
    for (const target of thingsOf(row["target"])) {
      const quote = selectedQuote(target["selector"]);
      if (quote) draft.quote("target", quote);
    }
    for (const tag of listOf(row["tags"]).slice(0, MOST_TAGS_READ)) draft.tag("tags", textOf(tag));
    draft.note("text", textOf(row["text"]), userOf(row));
    if (draft.claim.quotes.length === 0) draft.fault("target", PAGE_NOTE);
    else claims.push(draft);
    if (textOf(row["id"]) !== "") drafts.set(textOf(row["id"]), draft);
  });
  for (const { row, reply } of replies) {
    const answered = drafts.get(textOf(reply["references"]));
    if (answered) answered.note("references", textOf(reply["text"]), userOf(reply));
    else faults.push({ row, field: "references", message: LOST_REPLY });
  }
  return { claims: claims.map(({ claim }) => claim), faults };
}

/** True for what looks like rows of Hypothesis. */
export function holdsHypothesis(json: unknown): boolean {
  return rowsOf(json)
    .slice(0, 20)
    .some((row) => typeof row["uri"] === "string" && Array.isArray(row["target"]) && row["type"] === undefined);
}

function rowsOf(json: unknown): Thing[] {
  if (!isThing(json)) return thingsOf(json);
  if (Array.isArray(json["rows"])) return thingsOf(json["rows"]);
  return Array.isArray(json["annotations"]) ? thingsOf(json["annotations"]) : [json];
}

/** "acct:name@authority", or the name to be shown. */
function userOf(row: Thing): string {
  const info = row["user_info"];
  const shown = isThing(info) ? textOf(info["display_name"]) : "";
  return (
    shown ||
    textOf(row["user"])
      .replace(/^acct:/, "")
      .replace(/@.*$/, "")
  );
}
