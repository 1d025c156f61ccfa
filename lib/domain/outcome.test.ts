import { describe, expect, it } from "vitest";
import type { AnchorStatus } from "./anchor";
import { claimOutcome, returnsToReview } from "./outcome";

const TEXT = "Corrected words and others.";
const place = (status: AnchorStatus, start = 0, end = 9) => ({ start, end, exact: "Words", status });

describe("claimOutcome", () => {
  it.each<[before: AnchorStatus, after: AnchorStatus, worsened: boolean]>([
    ["exact", "exact", false],
    ["exact", "moved", false],
    ["moved", "edited", true],
    ["edited", "edited", true],
    ["edited", "exact", false],
    ["exact", "uncertain", true],
    ["uncertain", "uncertain", false],
    ["uncertain", "orphaned", true],
    ["orphaned", "uncertain", false],
    ["orphaned", "orphaned", false],
  ])("from %s to %s: worse is %s", (before, after, worsened) => {
    expect(claimOutcome([place(before)], [place(after)], TEXT)).toMatchObject({ was: before, status: after, worsened });
  });

  it("is that of the worst fragment, with the words that the others have now, in the order of the text", () => {
    const before = [place("exact"), place("exact"), place("exact")];
    expect(claimOutcome(before, [place("moved", 20, 26), place("orphaned", 3, 3), place("edited", 0, 9)], TEXT)).toEqual({
      was: "exact",
      status: "orphaned",
      worsened: true,
      before: "Words … Words … Words",
      after: "Corrected … others",
    });
    expect(claimOutcome([place("exact")], [place("orphaned", 3, 3)], TEXT).after).toBeNull();
  });
});

it("only an approved claim goes back to review, and only when its own words are not sure to be the same", () => {
  const statuses: AnchorStatus[] = ["exact", "moved", "edited", "uncertain", "orphaned"];
  expect(statuses.map((status) => returnsToReview("approved", status))).toEqual([false, false, true, true, true]);
  expect(returnsToReview("in_review", "orphaned")).toBe(false);
  expect(returnsToReview("published", "edited")).toBe(false);
});
