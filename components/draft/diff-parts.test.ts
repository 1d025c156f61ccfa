import { describe, expect, it } from "vitest";
import { diffParts } from "./diff-parts";

describe("diffParts", () => {
  it("names what went and what came, in order", () => {
    expect(diffParts("The talks ended", "The talks collapsed")).toEqual([
      { type: "same", text: "The talks " },
      { type: "removed", text: "ended" },
      { type: "added", text: "collapsed" },
    ]);
  });

  it("gives both texts back", () => {
    const [before, after] = ["Ten years before, they met.", "Nine years before April they had met."];
    const parts = diffParts(before, after);
    const join = (left: "removed" | "added") =>
      parts
        .filter((each) => each.type === "same" || each.type === left)
        .map((each) => each.text)
        .join("");
    expect([join("removed"), join("added")]).toEqual([before, after]);
  });

  it("shows a new text as added", () => {
    expect(diffParts("", "New")).toEqual([{ type: "added", text: "New" }]);
  });
});
