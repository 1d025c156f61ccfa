import type { ClaimState } from "@/lib/domain/claim";
import type { ClaimSummaryView } from "@/lib/domain/views";
import { describe, expect, it } from "vitest";
import { filterClaims, type ClaimFilter } from "./claim-filter";
import { filterCounts, progressText, verdictSegments } from "./claim-tallies";

const claim = (state: ClaimState, labelId: string | null = null, status: ClaimSummaryView["anchors"][number]["status"] = "exact") => ({
  state,
  labelId,
  anchors: [{ id: "a", start: 0, end: 1, status }],
  assigned: 0,
  assignments: [] as ClaimSummaryView["assignments"],
});
const reader = { personId: "me", today: "2026-05-10" };
const scale = { labels: [{ id: "yes", name: "True", definition: "", boundaryRule: "", rating: 5, tone: "true" as const, retired: false }] };
const claims = [claim("spotted"), claim("in_review"), claim("contested"), claim("approved", "yes"), claim("approved", "yes", "orphaned"), claim("skipped")];

describe("the claims of a document", () => {
  it("are filtered by state, or by what waits for a look", () => {
    expect(filterClaims(claims, "all", reader)).toBe(claims);
    expect(filterClaims(claims, "approved", reader)).toHaveLength(2);
    expect(filterClaims(claims, "attention", reader).map((each) => each.state)).toEqual(["contested", "approved"]);
  });

  it("are filtered by whom they wait for", () => {
    const asked = (state: ClaimState, ...assignments: ClaimSummaryView["assignments"]) => ({ ...claim(state), assigned: assignments.length, assignments });
    const given = [
      asked("researching", { personId: "me", due: "2026-05-09", done: false }),
      asked("researching", { personId: "me", due: "2026-05-09", done: true }),
      asked("in_review", { personId: "you", due: "2026-05-10", done: false }),
      asked("approved", { personId: "me", due: "2026-05-09", done: false }),
      // Somebody who is not named.
      { ...asked("researching"), assigned: 1 },
      asked("spotted"),
      asked("skipped"),
    ];
    const places = (filter: ClaimFilter) => filterClaims(given, filter, reader).map((each) => given.indexOf(each));
    expect([places("mine"), places("unassigned"), places("overdue")]).toEqual([[0], [5], [0]]);
    expect(filterClaims(given, "overdue", { ...reader, today: null })).toEqual([]);
    expect(filterCounts(given, reader).slice(-3)).toEqual([
      { filter: "mine", count: 1 },
      { filter: "unassigned", count: 1 },
      { filter: "overdue", count: 1 },
    ]);
  });

  it("are counted by the filters that show any", () => {
    expect(filterCounts(claims, reader)).toEqual([
      { filter: "all", count: 6 },
      { filter: "spotted", count: 1 },
      { filter: "skipped", count: 1 },
      { filter: "in_review", count: 1 },
      { filter: "contested", count: 1 },
      { filter: "approved", count: 2 },
      { filter: "attention", count: 2 },
    ]);
    expect(filterCounts([], reader)).toEqual([{ filter: "all", count: 0 }]);
  });

  it("say how far they are", () => {
    expect(progressText(claims)).toBe("2 of 6 approved · 1 in review");
    expect(progressText([])).toBe("0 of 0 approved");
  });

  it("fill a bar that adds up to all of them", () => {
    const segments = verdictSegments(claims, scale);
    expect(segments.reduce((sum, segment) => sum + segment.count, 0)).toBe(claims.length);
    expect(segments.find((segment) => segment.key === "true")?.count).toBe(2);
  });
});
