import type { Block } from "@/lib/domain/text";
import type { LaidBlock } from "./layout";
import type { Report } from "./report";

/** Parts a heading that only repeats the document's title from the rest, so that the title does not stand there twice. */
export function partTitle(laid: readonly LaidBlock[], { document, revision }: Report): { title: LaidBlock | null; rest: readonly LaidBlock[] } {
  const first = laid[0];
  const repeats = first?.block.type === "heading" && plain(revision.text.slice(first.block.start, first.block.end)) === plain(document.title);
  return repeats ? { title: first, rest: laid.slice(1) } : { title: null, rest: laid };
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ").trim().toLowerCase();
}

/** Heading levels for a page whose title is level 1: from 2, none skipped. Blocks of other types repeat the level they stand under. */
export function headingLevels(blocks: readonly Block[]): number[] {
  const own = ({ level }: Block) => level ?? 2;
  const top = blocks.reduce((least, block) => (block.type === "heading" ? Math.min(least, own(block)) : least), 6);
  let previous = 1;
  return blocks.map((block) => {
    if (block.type === "heading") previous = Math.min(previous + 1, 6, own(block) - top + 2);
    return previous;
  });
}
