import { describe, expect, it } from "vitest";
import { scaleLosses } from "./scale-losses";

const label = (name: string, rating: number | null, retired = false) => ({ name, rating, retired });

describe("what a published verdict loses", () => {
  it("is nothing where each label has a number of its own, and nothing is said of a plain conclusion", () => {
    expect(scaleLosses([label("True", 3), label("False", 1)])).toEqual([]);
    expect(scaleLosses([])).toEqual([]);
  });

  it("is told of labels that share a number, and of those without one", () => {
    expect(scaleLosses([label("True", 3), label("Right", 3), label("False", 1), label("Satire", null), label("Old", 1, true)])).toEqual([
      "“True” and “Right” have the same number (3): by it nobody can tell them apart.",
      "“Satire” has no number: ClaimReview gets the word only.",
    ]);
  });

  it("is every number where there are not two", () => {
    expect(scaleLosses([label("Supported", null), label("Refuted", 1)])).toEqual([
      "ClaimReview gets words only: a rating needs at least two different numbers on the scale.",
    ]);
  });
});
