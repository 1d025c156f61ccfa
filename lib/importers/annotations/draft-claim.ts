import { CLAIM_TYPES, SHORT_FORM_MAX } from "@/lib/domain/claim";
import { SOURCE_TYPES, STANCES, type Stance } from "@/lib/domain/evidence";
import { ANSWER_MAX, QUESTION_MAX } from "@/lib/domain/question";
import { httpUrl } from "@/lib/domain/url";
import { cleanForeign } from "./clean-foreign";
import { emptySource, type ForeignAnswer, type ForeignClaim, type ForeignFault, type ForeignQuote, type ForeignSource } from "./foreign-claim";
import { readDay } from "./read-day";

/** A source as it is written in a file: days, addresses and the stance are read here. */
type WrittenSource = Partial<Record<Exclude<keyof ForeignSource, "primary" | "confidential" | "answer">, string>>;

/** The most of each, for one claim and for a file; what is beyond is left out, and said. */
const MOST_QUOTES = 300;
const MOST_TAGS = 20;
const MOST_SOURCES = 100;
const MOST_NOTES = 50;
const MOST_QUESTIONS = 100;
/** UTF-16 units. */
const LONGEST = {
  quote: 20_000,
  context: 256,
  statement: 2000,
  speaker: 200,
  tag: 60,
  verdict: 200,
  note: 50_000,
  title: 500,
  name: 300,
  words: 5000,
  locator: 200,
};
const LONGEST_ADDRESS = 2000;

/**
 * Puts what a file says about a claim into our form: cleaned, within our limits, days and addresses checked. What cannot be taken is noted in
 * `faults`, with the name that the file gives the field; the rest of the claim stays.
 */
export class ClaimDraft {
  readonly claim: ForeignClaim;
  private readonly faults: ForeignFault[];
  private full = false;

  constructor(claim: ForeignClaim, faults: ForeignFault[]) {
    this.claim = claim;
    this.faults = faults;
  }

  fault(field: string, message: string): void {
    this.faults.push({ row: this.claim.row, field, message });
  }

  quote(field: string, quote: ForeignQuote): void {
    const { claim } = this;
    const exact = this.cut(field, cleanForeign(quote.exact).trim(), LONGEST.quote);
    if (exact === "") return;
    if (claim.quotes.length < MOST_QUOTES) claim.quotes.push(contextual(exact, quote));
    else if (!this.full) {
      this.full = true;
      this.fault(field, `Has more than ${String(MOST_QUOTES)} fragments; those after them were left out.`);
    }
  }

  /** Words to look for when those of `quote` are not there. */
  otherwise(quotes: readonly ForeignQuote[]): void {
    const kept = quotes
      .map((quote) => contextual(cleanForeign(quote.exact).trim().slice(0, LONGEST.quote), quote))
      .filter(({ exact }) => exact !== "")
      .slice(0, MOST_QUOTES);
    if (kept.length === 0) return;
    if (this.claim.quotes.length === 0) this.claim.quotes.push(...kept);
    else this.claim.otherwise.push(kept);
  }

  statement(field: string, value: string): void {
    this.claim.statement = this.line(field, value, LONGEST.statement);
  }

  shortForm(field: string, value: string): void {
    this.claim.shortForm = this.line(field, value, SHORT_FORM_MAX);
  }

  speaker(field: string, value: string): void {
    this.claim.speaker = this.line(field, value, LONGEST.speaker);
  }

  saidOn(field: string, value: string): void {
    this.claim.saidOn = this.day(field, value);
  }

  type(value: string): void {
    const name = value.trim().toLowerCase();
    this.claim.type = CLAIM_TYPES.find((type) => type === name) ?? null;
  }

  verdict(field: string, value: string): void {
    this.claim.verdict = this.line(field, value, LONGEST.verdict);
  }

  tag(field: string, value: string): void {
    const tag = this.line(field, value, LONGEST.tag);
    if (tag === "" || this.claim.tags.includes(tag)) return;
    if (this.claim.tags.length < MOST_TAGS) this.claim.tags.push(tag);
    else this.fault(field, `Only ${String(MOST_TAGS)} tags fit; “${tag}” was left out.`);
  }

  note(field: string, value: string, by = ""): void {
    const words = this.cut(field, cleanForeign(value).trim(), LONGEST.note);
    if (words === "") return;
    const author = this.line(field, by, LONGEST.name);
    if (this.claim.notes.length < MOST_NOTES) this.claim.notes.push(author === "" ? words : `${author}: ${words}`);
    else this.fault(field, `Only ${String(MOST_NOTES)} notes fit; one was left out.`);
  }

  /** Answers the question's index, for what answers it; null for one that is left out. */
  question(field: string, value: string): number | null {
    const { questions } = this.claim;
    const text = this.line(field, value, QUESTION_MAX);
    if (text === "") return null;
    if (questions.length >= MOST_QUESTIONS) {
      this.fault(field, `Only ${String(MOST_QUESTIONS)} questions fit; “${text}” was left out.`);
      return null;
    }
    return questions.push({ text, unanswerable: false, note: "" }) - 1;
  }

  /** Says that a question cannot be answered, or more about it. */
  aboutQuestion(field: string, index: number, { unanswerable = false, note = "" }: { unanswerable?: boolean; note?: string }): void {
    const question = this.claim.questions[index];
    if (!question) return;
    if (unanswerable) question.unanswerable = true;
    question.note = this.cut(field, [question.note, cleanForeign(note).trim()].filter(Boolean).join("\n\n"), LONGEST.words);
  }

  /** Days may be given as they are written. Sources without a title and an address are left out, and so are empty ones. */
  source(field: string, given: WrittenSource, marks: { primary?: boolean; confidential?: boolean; answer?: ForeignAnswer | null } = {}): void {
    const url = this.address(field, given.url ?? "");
    const archiveUrl = this.address(field, given.archiveUrl ?? "");
    const title = this.line(field, given.title ?? "", LONGEST.title) || (url ?? archiveUrl ?? "").slice(0, LONGEST.title);
    if (title === "") return;
    if (this.claim.sources.length >= MOST_SOURCES) return this.fault(field, `Only ${String(MOST_SOURCES)} sources fit; “${title}” was left out.`);
    const type = SOURCE_TYPES.find((each) => each === given.type) ?? "other";
    this.claim.sources.push(
      emptySource({
        ...{ title, url, archiveUrl, type },
        primary: marks.primary === true && type !== "press_release" && type !== "encyclopedia",
        confidential: marks.confidential === true,
        publisher: this.line(field, given.publisher ?? "", LONGEST.name),
        author: this.line(field, given.author ?? "", LONGEST.name),
        publishedOn: this.day(field, given.publishedOn ?? ""),
        accessedOn: this.day(field, given.accessedOn ?? ""),
        archivedOn: this.day(field, given.archivedOn ?? ""),
        stance: this.stance(given.stance ?? ""),
        locator: this.line(field, given.locator ?? "", LONGEST.locator),
        quote: this.cut(field, cleanForeign(given.quote ?? "").trim(), LONGEST.words),
        note: this.cut(field, cleanForeign(given.note ?? "").trim(), LONGEST.words),
        answer: marks.answer ? { ...marks.answer, words: this.cut(field, cleanForeign(marks.answer.words).trim(), ANSWER_MAX) } : null,
      }),
    );
  }

  private stance(value: string): Stance {
    const name = value.trim().toLowerCase();
    if (name === "") return "context";
    const known = STANCES.find((stance) => stance === name) ?? STANCE_WORDS.get(name);
    if (!known) this.fault("stance", `“${name.slice(0, 40)}” is no stance that is known here (supports, refutes, context); the source was taken as context.`);
    return known ?? "context";
  }

  private address(field: string, value: string): string | null {
    const written = cleanForeign(value).trim();
    if (written === "") return null;
    const url = written.length <= LONGEST_ADDRESS && /^https?:\/\//i.test(written) ? httpUrl(written) : null;
    if (url === null || url.length > LONGEST_ADDRESS) {
      this.fault(field, `“${written.slice(0, 60)}” is no address that a browser opens (https://…); it was left out.`);
      return null;
    }
    return written;
  }

  private day(field: string, value: string): string | null {
    const written = cleanForeign(value).trim();
    if (written === "") return null;
    const day = readDay(written);
    if (day === null) this.fault(field, `“${written.slice(0, 40)}” is not a day that can be read for sure. Write it as yyyy-mm-dd; it was left out.`);
    return day;
  }

  private line(field: string, value: string, max: number): string {
    return this.cut(field, cleanForeign(value).replace(/\s+/g, " ").trim(), max);
  }

  private cut(field: string, value: string, max: number): string {
    if (value.length <= max) return value;
    this.fault(field, `Longer than ${String(max)} characters; its end was left out.`);
    return value
      .slice(0, max)
      .replace(/[\ud800-\udbff]$/, "")
      .trimEnd();
  }
}

function contextual(exact: string, { prefix, suffix, start, until, quoted }: ForeignQuote): ForeignQuote {
  return {
    ...{ exact, start },
    prefix: cleanForeign(prefix)
      .slice(-LONGEST.context)
      .replace(/^[\udc00-\udfff]/, ""),
    suffix: cleanForeign(suffix)
      .slice(0, LONGEST.context)
      .replace(/[\ud800-\udbff]$/, ""),
    until: cleanForeign(until).trim().slice(0, LONGEST.quote),
    quoted: cleanForeign(quoted).trim().slice(0, LONGEST.quote),
  };
}

/** How others call what we call a stance. */
const STANCE_WORDS: ReadonlyMap<string, Stance> = new Map([
  ...["support", "supported", "supporting", "confirms", "for", "pro", "agrees", "true"].map((word): [string, Stance] => [word, "supports"]),
  ...["refute", "refuted", "refuting", "contradicts", "contradict", "against", "contra", "disputes", "false"].map((word): [string, Stance] => [
    word,
    "refutes",
  ]),
  ...["background", "neutral", "mentions", "mixed"].map((word): [string, Stance] => [word, "context"]),
]);
