import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelySuccessors, moveLosses, waysBack } from "./scale-move";

const label = (id: string, name: string, rating: number | null = null) => ({ id, name, rating });
const from = [label("a", "True", 3), label("b", "Half true", 2), label("c", "False", 1), label("d", "Satire")];

describe("the labels of a new version", () => {
  it("are proposed by name, then by number, and never guessed", () => {
    const to = [label("1", "TRUE ", 5), label("2", "Mixed", 2), label("3", "Wrong", 0)];
    expect(likelySuccessors(from, to)).toEqual({ a: "1", b: "2", c: null, d: null });
    expect(likelySuccessors(from, [label("1", "One", 1), label("2", "Another", 1)])).toMatchObject({ c: null });
  });

  it("are said to lose what becomes one", () => {
    expect(moveLosses(from, [label("1", "Right"), label("2", "Wrong")], { a: "1", b: "1", c: "2", d: null })).toEqual([
      "“True” and “Half true” become “Right”: which of them it was is not kept, so that this cannot be undone.",
    ]);
  });

  it("lead back exactly where nothing is lost", () => {
    const ids = fc.constantFrom("1", "2", "3");
    fc.assert(
      fc.property(fc.record({ a: ids, b: ids, c: ids }), (successors) => {
        const labels = from.slice(0, 3);
        const back = waysBack(successors);
        expect(back === null).toBe(moveLosses(labels, [label("1", "One"), label("2", "Two"), label("3", "Three")], successors).length > 0);
        if (back) for (const { id } of labels) expect(back[successors[id as "a" | "b" | "c"]]).toBe(id);
      }),
    );
    expect(waysBack({ a: null })).toBeNull();
  });
});
