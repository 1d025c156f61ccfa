import { ClaimDraft } from "./draft-claim";
import { emptyClaim, quoteOf, type ForeignFile } from "./foreign-claim";
import { LOST_REPLY, PAGE_NOTE } from "./hypothesis";
import { notRead, type Table } from "./table";

/** What its client has called its columns, over the years; the first that a table has counts. */
const NAMES = {
  kind: ["annotation_reply_type", "type"],
  page: ["url"],
  quote: ["quote"],
  user: ["author", "user"],
  words: ["comment", "body", "text"],
  tags: ["tags"],
} as const;
type Field = keyof typeof NAMES;

/** Column of the group, which no table of claims has. */
const GROUP = "group";

/**
 * The table that the client of Hypothesis exports, to the same claims as its JSON: the address is the page that was annotated, no source. It does not
 * say what a reply answers: the annotation of that page above it.
 */
export function readHypothesisTable(table: Table): ForeignFile {
  const fields: Field[] = ["kind", "page", "quote", "user", "words", "tags"];
  const read = fields.map((field) => columnOf(table.columns, field));
  const faults = notRead(table, read);
  const claims: ClaimDraft[] = [];
  const latest = new Map<string, ClaimDraft>();
  for (const row of table.rows) {
    const value = (field: Field): string => row.cell(columnOf(table.columns, field) ?? "");
    const page = value("page").trim();
    if (value("kind").trim().toLowerCase() === "reply") {
      const answered = latest.get(page);
      if (answered) answered.note("reply", value("words"), value("user"));
      else faults.push({ row: row.name, field: "reply", message: LOST_REPLY });
      continue;
    }
    const draft = new ClaimDraft(emptyClaim(row.name), faults);
    latest.set(page, draft);
    draft.quote("quote", quoteOf(value("quote")));
    for (const tag of value("tags").split(",")) draft.tag("tags", tag);
    draft.note("comment", value("words"), value("user"));
    if (draft.claim.quotes.length === 0) draft.fault("quote", PAGE_NOTE);
    else claims.push(draft);
  }
  return { claims: claims.map(({ claim }) => claim), faults };
}

/** True for the columns of such a table, in any of its versions. */
export function holdsHypothesisTable({ columns }: Table): boolean {
  const fields: Field[] = ["kind", "page", "quote", "user", "words"];
  return columns.includes("annotation_reply_type") || (columns.includes(GROUP) && fields.every((field) => columnOf(columns, field) !== undefined));
}

function columnOf(columns: readonly string[], field: Field): string | undefined {
  return NAMES[field].find((name) => columns.includes(name));
}
