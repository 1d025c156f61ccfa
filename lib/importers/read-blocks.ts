import { AppError } from "@/lib/domain/errors";
import type { BlockInput } from "@/lib/domain/revision";
import { MAX_TEXT_BYTES, type CanonicalText } from "@/lib/domain/text";
import { safeHref } from "@/lib/domain/url";
import { assemble } from "@/lib/importers/canonical";
import type { Draft } from "@/lib/importers/draft";

/**
 * Cleans blocks that a person edited and puts them together as the importers do; also returns sentences about what was lost. Throws `invalid` when
 * there is nothing to see in them, and `too_large`.
 */
export function readBlocks(blocks: readonly BlockInput[]): CanonicalText & { warnings: string[] } {
  // Cleaning can only shorten, but for characters that NFC takes apart: a text far beyond the limit is not even begun.
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (length > 2 * MAX_TEXT_BYTES) throw tooLarge();
  const read = assemble(blocks.map(toDraft));
  if (read.blocks.length === 0) throw blocksError("invalid", "The text is empty. Leave at least one word in it.");
  if (Buffer.byteLength(read.text) > MAX_TEXT_BYTES) throw tooLarge();
  return read;
}

/** What does not belong to a block of its type, or leads nowhere, is left out. */
function toDraft({ type, text, level, speaker, time, marks = [] }: BlockInput): Draft {
  return {
    type,
    text,
    ...(type === "heading" && level !== undefined ? { level } : {}),
    ...(type === "turn" && speaker ? { speaker } : {}),
    ...(type === "turn" && time ? { time } : {}),
    marks: marks.flatMap(({ href, ...mark }) => {
      const span = { ...mark, end: Math.min(mark.end, text.length) };
      if (mark.type !== "link") return span.start < span.end ? [span] : [];
      const address = href === undefined ? null : safeHref(href);
      return address === null || span.start >= span.end ? [] : [{ ...span, href: address }];
    }),
  };
}

function tooLarge(): AppError {
  return blocksError("too_large", "The text is larger than 2 MB. Split it into two documents.");
}

function blocksError(code: "invalid" | "too_large", message: string): AppError {
  return new AppError(code, message, { fields: [{ field: "blocks", message }] });
}
