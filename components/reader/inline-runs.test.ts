import { describe, expect, it } from "vitest";
import type { Block, Mark } from "@/lib/domain/text";
import { inlineRuns, layersOn, sameLayers } from "./inline-runs";
import type { Layer } from "./layers";

const block = (...marks: Mark[]): Block => ({ type: "paragraph", start: 10, end: 30, marks });
const shape = (groups: ReturnType<typeof inlineRuns>) =>
  groups.map(({ href, runs }) => [href, ...runs.map((run) => `${run.start}-${run.end} ${[...run.styles, ...run.layers].join("+")}`.trim())]);

describe("inlineRuns", () => {
  it("is one run without marks", () => {
    expect(shape(inlineRuns(block(), []))).toEqual([[null, "10-30"]]);
  });

  it("keeps a link in one piece around the styles inside of it", () => {
    const marks: Mark[] = [
      { type: "link", start: 12, end: 20, href: "https://example.org/" },
      { type: "strong", start: 14, end: 25 },
      { type: "emphasis", start: 16, end: 18 },
    ];
    expect(shape(inlineRuns(block(...marks), []))).toEqual([
      [null, "10-12"],
      ["https://example.org/", "12-14", "14-16 strong", "16-18 strong+emphasis", "18-20 strong"],
      [null, "20-25 strong", "25-30"],
    ]);
  });

  it("survives links that overlap or reach beyond the block", () => {
    const marks: Mark[] = [
      { type: "link", start: 5, end: 15, href: "https://a.example/" },
      { type: "link", start: 12, end: 18, href: "https://b.example/" },
      { type: "link", start: 16, end: 99, href: "https://c.example/" },
    ];
    expect(shape(inlineRuns(block(...marks), []))).toEqual([
      ["https://a.example/", "10-15"],
      ["https://b.example/", "15-18"],
      ["https://c.example/", "18-30"],
    ]);
  });

  it("cuts at the layers, also where a claim crosses a mark", () => {
    const layers: Layer[] = [{ name: "true", spans: [{ start: 0, end: 16 }] }];
    expect(shape(inlineRuns(block({ type: "code", start: 14, end: 20 }), layersOn(block(), layers)))).toEqual([
      [null, "10-14 true", "14-16 code+true", "16-20 code", "20-30"],
    ]);
  });
});

describe("sameLayers", () => {
  it("compares what is drawn, not identity", () => {
    const layers = (end: number): Layer[] => [{ name: "half", spans: [{ start: 0, end }] }];
    expect(sameLayers(layers(5), layers(5))).toBe(true);
    expect(sameLayers(layers(5), layers(6))).toBe(false);
    expect(sameLayers(layers(5), [])).toBe(false);
  });
});
