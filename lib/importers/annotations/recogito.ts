import { ClaimDraft } from "./draft-claim";
import { emptyClaim, quoteOf, type ForeignFault, type ForeignFile } from "./foreign-claim";
import { isThing, nameOf, textOf, thingsOf } from "./json";
import { noteOf, tagOf } from "./note";
import { selectedQuote } from "./selectors";
import type { TableRow } from "./table";

/** The annotations of Recogito's text annotator in its own form (`bodies`, `target.selector[].quote`); what it writes in the W3C's is read as that. */
export function readRecogito(json: unknown): ForeignFile {
  const faults: ForeignFault[] = [];
  const claims = thingsOf(json).map((annotation, index) => {
    const draft = new ClaimDraft(emptyClaim(`Annotation ${String(index + 1)}`), faults);
    const target = annotation["target"];
    for (const selector of thingsOf(isThing(target) ? target["selector"] : undefined)) {
      const quote = selectedQuote(selector);
      if (quote) draft.quote("target", quote);
    }
    for (const body of thingsOf(annotation["bodies"])) {
      const purpose = textOf(body["purpose"]);
      if (purpose === "tagging" || purpose === "classifying") draft.tag(purpose, tagOf(noteOf(body)));
      else if (purpose === "describing") draft.statement(purpose, noteOf(body));
      else draft.note(purpose || "bodies", noteOf(body), nameOf(body["creator"]));
    }
    return draft.claim;
  });
  return { claims, faults };
}

/** True for the annotator's own form. */
export function holdsRecogito(json: unknown): boolean {
  return thingsOf(json)
    .slice(0, 20)
    .some((thing) => Array.isArray(thing["bodies"]) && isThing(thing["target"]));
}

/** Recogito's table of annotations: QUOTE_TRANSCRIPTION, ANCHOR ("char-offset:123"), TYPE, URI, TAGS (parted by "|"), COMMENTS. */
export function readRecogitoTable(rows: readonly TableRow[]): ForeignFile {
  const faults: ForeignFault[] = [];
  const claims = rows.map(({ name, cell }) => {
    const draft = new ClaimDraft(emptyClaim(name), faults);
    const offset = /^char-offset:(\d{1,9})$/.exec(cell("anchor"))?.[1];
    draft.quote("QUOTE_TRANSCRIPTION", quoteOf(cell("quote_transcription"), { start: offset === undefined ? null : Number(offset) }));
    draft.tag("TYPE", cell("type").toLowerCase());
    for (const tag of cell("tags").split("|")) draft.tag("TAGS", tag);
    draft.note("COMMENTS", cell("comments"));
    draft.note("URI", [cell("vocab_label"), cell("uri")].filter(Boolean).join(" "));
    return draft.claim;
  });
  return { claims, faults };
}

/** The columns by which its table is known. */
export const RECOGITO_COLUMN = "quote_transcription";
