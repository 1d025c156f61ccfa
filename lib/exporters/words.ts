import { STATE_NAMES } from "@/lib/domain/claim";
import { cutText } from "./cut-text";
import type { ReportClaim, ReportEvidence } from "./report-claim";

/** The most of one quote that a note repeats, in UTF-16 units; the whole of it stands in the text. */
const QUOTE_MAX = 280;
/** The most fragments that a note repeats. */
const FRAGMENTS_MAX = 12;

/** What the claim's badge says: the verdict, else that there is a conclusion without a label, else where the claim stands. */
export function verdictName(claim: ReportClaim): string {
  return claim.verdict?.name ?? (claim.ruling ? "Conclusion" : STATE_NAMES[claim.state]);
}

/** A word of the code as people read it: "personal_experience" is "Personal experience". */
export function spoken(word: string): string {
  const words = word.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "yyyy-mm-dd", or a moment that begins so, as "25 April 2019"; anything else unchanged. */
export function longDate(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}/.test(value) ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? DATE.format(date) : value;
}

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The English name of a language, or its tag where there is none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "1 claim", "2 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The claim's words as a note repeats them: fragments joined by an ellipsis, the long ones cut. */
export function shortQuote(fragments: readonly { exact: string }[]): string {
  const shown = fragments.slice(0, FRAGMENTS_MAX).map(({ exact }) => cutText(exact, QUOTE_MAX));
  return shown.join(" … ") + (fragments.length > FRAGMENTS_MAX ? " …" : "");
}

/** What is said of the claim's quotes that have no sure place, each with those quotes. */
export function doubtNotes({ fragments, lost }: Pick<ReportClaim, "fragments" | "lost">): { words: string; quote: string }[] {
  const doubtful = fragments.flatMap(({ place }) => (place?.status === "uncertain" ? [{ exact: place.quoted }] : []));
  return [
    { words: "No longer found for certain in the text:", quote: shortQuote(lost) },
    { words: "Nobody has confirmed the place in the text of:", quote: shortQuote(doubtful) },
  ].filter(({ quote }) => quote !== "");
}

/** Who said it and when, as far as it is known. */
export function attribution(claim: ReportClaim): string[] {
  return [claim.speaker, claim.saidOn === null ? "" : longDate(claim.saidOn)].filter(Boolean);
}

/** The bibliographic line under a source's title. */
export function sourceLine(evidence: ReportEvidence): string[] {
  return [...publishedLine(evidence.source), ...placeLine(evidence)];
}

/** Who published the source, who wrote it, and when. */
export function publishedLine({ publisher, author, publishedOn }: ReportEvidence["source"]): string[] {
  return [publisher, author, publishedOn === null ? "" : longDate(publishedOn)].filter(Boolean);
}

/** Where in the source it stands, and when it was seen. */
export function placeLine({ locator, accessedOn }: ReportEvidence): string[] {
  return [locator, accessedOn === null ? "" : `seen ${longDate(accessedOn)}`].filter(Boolean);
}

/** "Archived copy", with its date where known. */
export function archiveName({ archivedOn }: ReportEvidence): string {
  return archivedOn === null ? "Archived copy" : `Archived copy, ${longDate(archivedOn)}`;
}

/** What is said of the confidential evidence that is not shown; empty when there is none. */
export function withheldSentence({ withheld }: ReportClaim): string {
  if (withheld === 0) return "";
  return withheld === 1 ? "One piece of evidence is confidential and not shown." : `${withheld} pieces of evidence are confidential and not shown.`;
}
