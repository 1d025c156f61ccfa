import { describe, expect, it } from "vitest";
import type { ClaimSummaryView } from "@/lib/domain/views";
import { inTextOrder, neighbour } from "./claim-summary";

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
    expect(neighbour(ordered, null, 1)?.id).toBe("early");
    expect(neighbour(ordered, null, -1)?.id).toBe("lost");
    expect(neighbour(ordered, "early", 1)?.id).toBe("late");
    expect(neighbour(ordered, "early", -1)).toBeUndefined();
    expect(neighbour(ordered, "lost", 1)).toBeUndefined();
  });
});
