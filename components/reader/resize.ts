import { growSpan, shrinkSpan, trimSpan, type SpanEnd } from "@/lib/anchoring/snap";
import { mergeSpans } from "@/lib/domain/anchor";
import type { Span } from "@/lib/domain/text";

/** The fragments with one end of one of them moved to the offset. An end never passes the other: at least the character there stays. */
export function moveEnd(text: string, fragments: readonly Span[], index: number, end: SpanEnd, offset: number): Span[] {
  const fragment = fragments[index];
  if (!fragment) return [...fragments];
  const moved =
    end === "start" ? { start: Math.min(offset, fragment.end - 1), end: fragment.end } : { start: fragment.start, end: Math.max(offset, fragment.start + 1) };
  return replaced(text, fragments, index, moved);
}

export type Step = "grow" | "shrink";

/** The fragments with the given end one word further out or in. The fragment at the caret moves, else the outermost one at that end. */
export function stepEnd(text: string, fragments: readonly Span[], caret: number | null, end: SpanEnd, step: Step, language: string): Span[] {
  const atCaret = caret === null ? -1 : fragments.findIndex((fragment) => fragment.start <= caret && caret <= fragment.end);
  const index = atCaret >= 0 ? atCaret : end === "start" ? 0 : fragments.length - 1;
  const fragment = fragments[index];
  if (!fragment) return [...fragments];
  return replaced(text, fragments, index, (step === "grow" ? growSpan : shrinkSpan)(text, fragment, end, language));
}

function replaced(text: string, fragments: readonly Span[], index: number, span: Span): Span[] {
  const trimmed = trimSpan(text, span);
  return trimmed.start < trimmed.end ? mergeSpans(fragments.with(index, trimmed)) : [...fragments];
}
