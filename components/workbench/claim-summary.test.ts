import { describe, expect, it } from "vitest";
import type { ClaimSummaryView } from "@/lib/domain/views";
import { inTextOrder, neighbour, placesIn } from "./claim-summary";

function claim(id: string, start: number, status: "exact" | "orphaned" = "exact"): ClaimSummaryView {
  const anchors = [{ id: `${id}-a`, start, end: start + 1, status }];
  return { id, number: start, statement: id, state: "spotted", version: 1, labelId: null, assigned: 0, assignments: [], tags: [], evidenceCount: 0, anchors };
}

const list = [claim("late", 90), claim("early", 10), claim("lost", 5, "orphaned")];

describe("the list of claims", () => {
  it("follows the text, with the lost ones last", () => {
    expect(inTextOrder(list).map((each) => each.id)).toEqual(["early", "late", "lost"]);
  });

  it("steps from claim to claim and stops at the ends", () => {
    const ordered = inTextOrder(list);
    const places = placesIn(ordered);
    const from = (id: string, step: 1 | -1) => neighbour(ordered, places.get(id), step)?.id;
    expect([from("none", 1), from("none", -1)]).toEqual(["early", "lost"]);
    expect([from("early", 1), from("late", 1), from("late", -1)]).toEqual(["late", "lost", "early"]);
    expect([from("early", -1), from("lost", 1)]).toEqual([undefined, undefined]);
  });
});
