import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "@/lib/domain/text";
import { claimLayers, flatten, momentLayers, overlaps, pendingLayers, spansWithin } from "./layers";
import type { ReaderClaim } from "./types";

let number = 0;
const claim = (tone: ReaderClaim["tone"], ...fragments: [number, number][]): ReaderClaim => {
  number += 1;
  return { id: `c${number}`, number, statement: "", tone, fragments: fragments.map(([start, end]) => ({ start, end })) };
};
const covers = (spans: readonly Span[], at: number) => spans.some((span) => span.start <= at && at < span.end);

describe("overlaps", () => {
  it("finds where two claims meet", () => {
    expect(overlaps([claim("true", [0, 10]), claim("false", [6, 14])])).toEqual([{ start: 6, end: 10 }]);
  });

  it("does not see touching claims, or one claim's own fragments, as overlapping", () => {
    expect(overlaps([claim("true", [0, 10]), claim("true", [10, 20])])).toEqual([]);
    expect(overlaps([claim("true", [0, 10], [5, 15])])).toEqual([]);
    expect(overlaps([])).toEqual([]);
  });

  it("agrees with counting at every offset", () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 12 });
    fc.assert(
      fc.property(spans, (drawn) => {
        const claims = drawn.map(([start, length]) => claim("open", [start, start + length]));
        const found = overlaps(claims);
        for (let at = 0; at < 60; at += 1) expect(covers(found, at)).toBe(claims.filter((each) => covers(each.fragments, at)).length > 1);
      }),
    );
  });
});

describe("claimLayers", () => {
  it("keeps one layer a tone, in painting order, and the overlaps last", () => {
    const layers = claimLayers([claim("false", [5, 9]), claim("true", [0, 6]), claim("true", [20, 30], [2, 4])]);
    expect(layers).toEqual([
      {
        name: "true",
        spans: [
          { start: 0, end: 6 },
          { start: 20, end: 30 },
        ],
      },
      { name: "false", spans: [{ start: 5, end: 9 }] },
      {
        name: "overlap",
        spans: [
          { start: 2, end: 4 },
          { start: 5, end: 6 },
        ],
      },
    ]);
  });
});

describe("momentLayers", () => {
  it("paints the fragments that are being dragged in place of the stored ones", () => {
    const open = claim("half", [0, 5]);
    expect(momentLayers(open, open, [{ start: 0, end: 8 }])).toEqual([{ name: "selected-half", spans: [{ start: 0, end: 8 }] }]);
    expect(momentLayers(undefined, open)).toEqual([{ name: "hovered", spans: [{ start: 0, end: 5 }] }]);
  });
});

describe("pendingLayers", () => {
  it("holds words that are being marked apart from the claims, once where they are marked twice", () => {
    expect(pendingLayers([])).toEqual([]);
    expect(
      pendingLayers([
        { start: 4, end: 9 },
        { start: 2, end: 6 },
      ]),
    ).toEqual([{ name: "pending", spans: [{ start: 2, end: 9 }] }]);
  });
});

describe("spansWithin", () => {
  it("takes what touches the range and leaves what ends where it begins", () => {
    const spans = [0, 10, 20, 30].map((start) => ({ start, end: start + 5 }));
    expect(spansWithin(spans, { start: 15, end: 31 })).toEqual(spans.slice(2));
    expect(spansWithin(spans, { start: 5, end: 10 })).toEqual([]);
  });
});

describe("flatten", () => {
  it("cuts at every border and names what lies there", () => {
    const layers = claimLayers([claim("true", [0, 10]), claim("false", [6, 14])]);
    expect(flatten(layers, { start: 2, end: 12 })).toEqual([
      { start: 2, end: 6, layers: ["true"] },
      { start: 6, end: 10, layers: ["true", "false", "overlap"] },
      { start: 10, end: 12, layers: ["false"] },
    ]);
  });

  it("keeps what no layer covers", () => {
    expect(flatten(claimLayers([claim("true", [0, 2], [8, 9])]), { start: 0, end: 10 })).toEqual([
      { start: 0, end: 2, layers: ["true"] },
      { start: 2, end: 8, layers: [] },
      { start: 8, end: 9, layers: ["true"] },
      { start: 9, end: 10, layers: [] },
    ]);
    expect(flatten([], { start: 0, end: 10 })).toEqual([{ start: 0, end: 10, layers: [] }]);
  });
});
