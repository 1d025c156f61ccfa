import { describe, expect, it } from "vitest";
import type { ForeignClaimView } from "@/lib/domain/foreign";
import { chosenOf, groupOf, USUAL } from "./wishes";

const claim = (index: number, finding: ForeignClaimView["finding"], already: number | null = null): ForeignClaimView => ({
  ...{ index, finding, already, row: "", statement: "", quote: "", words: "", status: "exact", similarity: 1, fragments: 1, verdict: "", label: null },
  ...{ sources: 0, questions: 0, notes: 0 },
});
const CLAIMS = [claim(0, "found"), claim(1, "doubtful"), claim(2, "lost"), claim(3, "found", 7), claim(4, "lost", 8)];
const chosen = (wishes: Partial<typeof USUAL>) => chosenOf(CLAIMS, { ...USUAL, ...wishes }).map(({ index }) => index);

describe("what comes along", () => {
  it("is what has a place and is not there yet, unless wished otherwise", () => {
    expect(chosen({})).toEqual([0, 1]);
    expect(chosen({ doubtful: "skip" })).toEqual([0]);
    expect(chosen({ lost: "bring" })).toEqual([0, 1, 2]);
    expect(chosen({ already: "bring" })).toEqual([0, 1, 3]);
    expect(chosen({ already: "bring", lost: "bring", except: [0, 4] })).toEqual([1, 2, 3]);
  });

  it("is listed once", () => {
    expect(CLAIMS.map(groupOf)).toEqual(["found", "doubtful", "lost", "already", "already"]);
  });
});
