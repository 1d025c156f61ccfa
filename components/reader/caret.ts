import { blockIndexAt } from "@/lib/anchoring/dom";
import { boundaryAfter, boundaryBefore } from "@/lib/anchoring/graphemes";
import { nextSentence, nextWord, previousSentence, previousWord } from "@/lib/anchoring/snap";
import type { Block } from "@/lib/domain/text";

/** How far a key takes the caret. The last three depend on how the text is laid out, the others on the text alone. */
type CaretUnit = "character" | "word" | "sentence" | "block" | "text" | "line" | "line_edge" | "page";
export type TextUnit = Exclude<CaretUnit, "line" | "line_edge" | "page">;

export interface CaretMove {
  unit: CaretUnit;
  forward: boolean;
}

interface Chord {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** The move that a key asks for, or null. Alt with left and right stays the browser's own, except on Apple machines, where it means words. */
export function caretMove(chord: Chord, { rtl, apple }: { rtl: boolean; apple: boolean }): CaretMove | null {
  const { key, ctrlKey, altKey, metaKey } = chord;
  const plain = !ctrlKey && !altKey && !metaKey;
  const byWord = apple ? altKey && !metaKey && !ctrlKey : ctrlKey && !altKey && !metaKey;
  const toEdge = apple && metaKey && !altKey && !ctrlKey;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const forward = (key === "ArrowRight") !== rtl;
      if (plain) return { unit: "character", forward };
      if (byWord) return { unit: "word", forward };
      return toEdge ? { unit: "line_edge", forward } : null;
    }
    case "ArrowUp":
    case "ArrowDown": {
      const forward = key === "ArrowDown";
      if (plain) return { unit: "line", forward };
      if (altKey && !ctrlKey && !metaKey) return { unit: "sentence", forward };
      if (ctrlKey && !altKey && !metaKey) return { unit: "block", forward };
      return toEdge ? { unit: "text", forward } : null;
    }
    case "Home":
    case "End":
      if (altKey) return null;
      return { unit: ctrlKey || metaKey ? "text" : "line_edge", forward: key === "End" };
    case "PageUp":
    case "PageDown":
      return plain ? { unit: "page", forward: key === "PageDown" } : null;
    default:
      return null;
  }
}

/** Where the caret stands after a move that depends on the text alone; it never rests between two blocks. */
export function moveOffset(text: string, blocks: readonly Block[], offset: number, unit: TextUnit, forward: boolean, language: string): number {
  return settle(blocks, target(text, blocks, offset, unit, forward, language), forward);
}

function target(text: string, blocks: readonly Block[], offset: number, unit: TextUnit, forward: boolean, language: string): number {
  switch (unit) {
    case "character":
      return forward ? boundaryAfter(text, offset + 1) : boundaryBefore(text, offset - 1);
    case "word":
      return forward ? nextWord(text, offset, language) : previousWord(text, offset, language);
    case "sentence":
      return forward ? nextSentence(text, offset, language) : previousSentence(text, offset, language);
    case "block":
      return blockStep(blocks, offset, forward) ?? (forward ? text.length : 0);
    case "text":
      return forward ? text.length : 0;
  }
}

/** The start of the next block; backwards, the start of this one, or of the one before when the caret is there. */
function blockStep(blocks: readonly Block[], offset: number, forward: boolean): number | undefined {
  const index = blockIndexAt(blocks, offset);
  if (forward) return blocks[index + 1]?.start;
  return blocks[offset > (blocks[index]?.start ?? 0) ? index : index - 1]?.start;
}

function settle(blocks: readonly Block[], offset: number, forward: boolean): number {
  const index = blockIndexAt(blocks, offset);
  const block = blocks[index];
  if (!block) return 0;
  if (offset <= block.start) return block.start;
  if (offset <= block.end) return offset;
  return forward ? (blocks[index + 1]?.start ?? block.end) : block.end;
}
