import { CLAIM_STATES } from "@/lib/domain/claim";
import type { LabelView } from "@/lib/domain/views";
import { describe, expect, it } from "vitest";
import { dialShare, highlightTone, labelOf } from "./tone";

const label = (id: string, tone: LabelView["tone"], retired = false): LabelView => ({
  id,
  name: id,
  definition: "",
  boundaryRule: "",
  rating: null,
  tone,
  retired,
});
const scale = { labels: [label("yes", "true"), label("old", "half", true)] };

describe("highlightTone", () => {
  it.each([
    ["spotted", null, "open"],
    ["researching", "yes", "open"],
    ["in_review", "yes", "open"],
    ["contested", "yes", "open"],
    ["adjudicated", "yes", "open"],
    ["skipped", null, "skipped"],
    ["voided", "yes", "skipped"],
    ["approved", "yes", "true"],
    ["published", "old", "half"],
    ["corrected", "yes", "true"],
    ["approved", null, "off"],
    ["approved", "gone", "off"],
  ] as const)("of a claim that is %s with the label %s is %s", (state, labelId, tone) => {
    expect(highlightTone({ state, labelId }, scale)).toBe(tone);
  });

  it("never shows a verdict that does not stand yet", () => {
    const early = CLAIM_STATES.filter((state) => highlightTone({ state, labelId: "yes" }, scale) === "true");
    expect(early).toEqual(["approved", "published", "corrected"]);
  });
});

describe("labelOf", () => {
  it("finds retired labels, which stay valid on the claims that carry them", () => {
    expect(labelOf(scale, "old")?.name).toBe("old");
    expect(labelOf(scale, null)).toBeNull();
  });
});

describe("dialShare", () => {
  it("falls from true to false, and is nothing off the scale", () => {
    const shares = (["true", "mostly-true", "half", "mostly-false", "false"] as const).map(dialShare);
    expect(shares).toEqual([...shares].sort().reverse());
    expect(dialShare("off")).toBeNull();
  });
});
