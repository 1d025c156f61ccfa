import { expect, it } from "vitest";
import { doubtful, outcomeParts } from "./outcome-words";

it("says what becomes of the claims, and leaves out what does not occur", () => {
  const outcome = { exact: 12, moved: 2, edited: 0, uncertain: 1, orphaned: 1 };
  expect(outcomeParts(outcome).map(({ text }) => text)).toEqual(["12 stay", "2 moved", "1 in doubt", "1 lost its place"]);
  expect(doubtful(outcome)).toBe(2);
  expect(outcomeParts({ exact: 1, moved: 0, edited: 0, uncertain: 0, orphaned: 3 }).map(({ text }) => text)).toEqual(["1 stays", "3 lost their place"]);
});
