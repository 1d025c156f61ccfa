import type { Block, BlockType, Mark } from "@/lib/domain/text";

/** A block before its text is cleaned and placed: the offsets of its marks count from the start of its own text. */
export interface Draft extends Omit<Block, "start" | "end"> {
  text: string;
}

/** White space that is not one space already: to put one space in place of each takes ten times as long. */
const SPACES = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;
/** Without these there is none such; to look for each takes half the time of looking for all. */
const SIGNS_OF_SPACES = ["  ", "\n", "\t", "\r", "\f"];

/** White space as browsers show it: one space for each stretch. */
function collapsed(text: string): string {
  return SIGNS_OF_SPACES.some((sign) => text.includes(sign)) ? text.replace(SPACES, " ") : text;
}

type Kind = Pick<Draft, "type" | "level">;

/** Collects drafts from a tree of blocks and inline marks, in reading order. */
export class DraftWriter {
  readonly drafts: Draft[] = [];
  private parts: string[] = [];
  private length = 0;
  private atSpace = true;
  private marks: Mark[] = [];
  private open: Mark[] = [];
  private kind: Kind = { type: "paragraph" };

  /** Everything written by `body` stands in blocks of its own; a type given by an outer block (quote, list item) holds for the paragraphs in it. */
  block(kind: Kind, body: () => void): void {
    const outer = this.kind;
    this.flush();
    if (kind.type !== "paragraph") this.kind = kind;
    body();
    this.flush();
    this.kind = outer;
  }

  /** Running text, in which white space (but not the no-break space) collapses. */
  text(value: string): void {
    const words = collapsed(value);
    this.append(this.atSpace && words.startsWith(" ") ? words.slice(1) : words);
    if (words !== "") this.atSpace = words.endsWith(" ");
  }

  /** Text whose white space is meant. */
  verbatim(value: string): void {
    this.append(value);
    if (value !== "") this.atSpace = /\s$/.test(value.slice(-1));
  }

  lineBreak(): void {
    this.append("\n");
    this.atSpace = true;
  }

  /** Marks what `body` writes; goes on over block borders, as browsers do. */
  mark(type: Mark["type"], body: () => void, href?: string): void {
    if (this.open.some((mark) => mark.type === type)) return body();
    const mark: Mark = { type, start: this.length, end: this.length, ...(href === undefined ? {} : { href }) };
    this.open.push(mark);
    body();
    this.open.pop();
    this.close(mark);
  }

  private append(value: string): void {
    this.parts.push(value);
    this.length += value.length;
  }

  private close(mark: Mark): void {
    if (mark.start < this.length) this.marks.push({ ...mark, end: this.length });
  }

  private made(): Draft {
    const [first = "", ...more] = this.parts;
    const draft: Draft = { type: this.kind.type, text: more.length === 0 ? first : this.parts.join(""), marks: this.marks };
    if (this.kind.level !== undefined) draft.level = this.kind.level;
    return draft;
  }

  private flush(): void {
    for (const mark of this.open) this.close(mark);
    if (this.length > 0) this.drafts.push(this.made());
    this.parts = [];
    this.length = 0;
    this.atSpace = true;
    this.marks = [];
    for (const mark of this.open) mark.start = 0;
  }
}

/** A draft of plain text. */
export function draftOf(type: BlockType, text: string): Draft {
  return { type, text, marks: [] };
}
