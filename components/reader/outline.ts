import type { Block } from "@/lib/domain/text";

/** A heading of the text, for the outline. */
export interface Heading {
  title: string;
  level: number;
  start: number;
  end: number;
}

/** The headings in the order of the text. */
export function headings(text: string, blocks: readonly Block[]): Heading[] {
  return blocks.flatMap(({ type, level = 1, start, end }) =>
    type === "heading" ? [{ title: text.slice(start, end).replace(/\s+/g, " "), level, start, end }] : [],
  );
}

/** The heading under which the offset stands; before the first heading, null. */
export function sectionAt(list: readonly Heading[], offset: number): Heading | null {
  return list.findLast((heading) => heading.start <= offset) ?? null;
}

/** The document's title is the page's first heading, so those of the text begin one level below it. */
const TOP = 2;
const DEEPEST = 6;

/** The heading level of each block in the page, 2 to 6, which never goes down by more than one; null for what is no heading. */
export function pageLevels(blocks: readonly Pick<Block, "type" | "level">[]): (number | null)[] {
  /* The levels of the text that are open at this place, outermost first. */
  const open: number[] = [];
  return blocks.map(({ type, level = 1 }) => {
    if (type !== "heading") return null;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(TOP + open.length - 1, DEEPEST);
  });
}
