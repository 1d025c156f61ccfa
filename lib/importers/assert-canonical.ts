import type { Block, CanonicalText } from "@/lib/domain/text";

/** Throws an Error that names the first broken rule of the text model (lib/domain/text.ts). For tests of whatever makes texts. */
export function assertCanonical({ text, blocks }: CanonicalText): void {
  if (text !== text.normalize("NFC")) throw new Error("The text is not in NFC.");
  if (/[^\P{Cc}\n]|\p{Surrogate}/u.test(text)) throw new Error("The text holds control characters or half characters.");
  const rebuilt = blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n");
  if (rebuilt !== text) throw new Error("The blocks do not cover the text with exactly one blank line between them.");
  let next = 0;
  for (const block of blocks) {
    if (block.start !== next) throw new Error(`The block at ${block.start} should start at ${next}.`);
    next = block.end + 2;
    assertBlock(block, text.slice(block.start, block.end));
  }
}

function assertBlock(block: Block, content: string): void {
  if (content === "" || content !== content.trim()) throw new Error(`The block at ${block.start} is empty or not trimmed.`);
  if (/\n\s*\n/.test(content)) throw new Error(`The block at ${block.start} holds a blank line.`);
  if (block.level !== undefined && block.type !== "heading") throw new Error(`The block at ${block.start} has a level and is no heading.`);
  if ((block.speaker !== undefined || block.time !== undefined) && block.type !== "turn")
    throw new Error(`The block at ${block.start} has a speaker and is no turn.`);
  for (const mark of block.marks) {
    if (mark.start < block.start || mark.end > block.end || mark.start >= mark.end) throw new Error(`The mark at ${mark.start} is empty or leaves its block.`);
    if ((mark.href !== undefined) !== (mark.type === "link")) throw new Error(`The mark at ${mark.start} has an address and is no link, or the reverse.`);
  }
}
