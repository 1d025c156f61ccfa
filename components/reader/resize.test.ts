import { describe, expect, it } from "vitest";
import type { Span } from "@/lib/domain/text";
import { moveEnd, stepEnd } from "./resize";

const text = "Those talks, which were long, fell apart a decade ago 👩‍👧 at last.";
const span = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const words = (spans: Span[]) => spans.map(({ start, end }) => text.slice(start, end));
const fragments = [span("talks"), span("fell apart")];

describe("moveEnd", () => {
  it("moves one end and leaves the other fragments", () => {
    expect(words(moveEnd(text, fragments, 1, "end", span("decade").end))).toEqual(["talks", "fell apart a decade"]);
    expect(words(moveEnd(text, fragments, 0, "start", 0))).toEqual(["Those talks", "fell apart"]);
  });

  it("leaves no white space at the ends, and no half character", () => {
    expect(words(moveEnd(text, fragments, 1, "end", span("a decade").start))).toEqual(["talks", "fell apart"]);
    expect(words(moveEnd(text, fragments, 1, "end", span("👩‍👧").start + 2))).toEqual(["talks", "fell apart a decade ago 👩‍👧"]);
  });

  it("keeps a character when an end is dragged past the other", () => {
    expect(words(moveEnd(text, fragments, 0, "end", 0))).toEqual(["t", "fell apart"]);
    expect(words(moveEnd(text, fragments, 0, "start", 60))).toEqual(["s", "fell apart"]);
  });

  it("unites fragments that come to overlap", () => {
    expect(words(moveEnd(text, fragments, 0, "end", span("apart").end))).toEqual(["talks, which were long, fell apart"]);
  });
});

describe("stepEnd", () => {
  it("moves the outermost fragment at that end by a word", () => {
    expect(words(stepEnd(text, fragments, null, "end", "grow", "en"))).toEqual(["talks", "fell apart a"]);
    expect(words(stepEnd(text, fragments, null, "start", "grow", "en"))).toEqual(["Those talks", "fell apart"]);
    expect(words(stepEnd(text, fragments, null, "end", "shrink", "en"))).toEqual(["talks", "fell"]);
  });

  it("prefers the fragment at the caret, and keeps the last word", () => {
    expect(words(stepEnd(text, fragments, span("talks").start, "end", "grow", "en"))).toEqual(["talks, which", "fell apart"]);
    expect(words(stepEnd(text, fragments, span("talks").start, "end", "shrink", "en"))).toEqual(["talks", "fell apart"]);
  });
});
