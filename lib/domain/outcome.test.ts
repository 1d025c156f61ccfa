import { describe, expect, it } from "vitest";
import type { AnchorStatus } from "./anchor";
import { CLAIM_STATES } from "./claim";
import { claimOutcome, doubtChanged, needsConfirmation, returnsToReview } from "./outcome";

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

it("puts the changed words of a claim whose verdict readers can see in doubt, with what was quoted, and no others", () => {
  expect(CLAIM_STATES.filter(needsConfirmation)).toEqual(["published", "corrected"]);
  const anchor = (claimId: string, status: AnchorStatus, exact: string) => ({ claimId, status, exact, prefix: `before ${exact}`, suffix: "", start: 3 });
  const before = [anchor("shown", "exact", "old"), anchor("shown", "exact", "same"), anchor("other", "exact", "old")];
  const after = [anchor("shown", "edited", "new"), anchor("shown", "moved", "same"), anchor("other", "edited", "new")];
  expect(doubtChanged(before, after, new Set(["shown"]))).toEqual([{ ...before[0], status: "uncertain" }, after[1], after[2]]);
});
