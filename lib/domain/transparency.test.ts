import { describe, expect, it } from "vitest";
import { countText, MEASURES, measureName, medianText, transparency } from "./transparency";

describe("how moderation is told in numbers", () => {
  it("tells no number below five, and no median of fewer", () => {
    const counted = [
      { month: "2026-10", measure: "hide", count: 4 },
      { month: "2026-11", measure: "appeals", count: 1 },
      { month: "2026-11", measure: "reports", count: 5 },
      { month: "2026-11", measure: "nothing we know", count: 9 },
    ];
    const medians = [
      { month: "2026-10", settled: 4, seconds: 60 },
      { month: "2026-11", settled: 5, seconds: 7200 },
    ];
    expect(transparency(counted, medians).months).toEqual([
      {
        month: "2026-11",
        counts: [
          { measure: "reports", count: 5 },
          { measure: "appeals", count: "few" },
        ],
        medianHours: 2,
      },
      { month: "2026-10", counts: [{ measure: "hide", count: "few" }], medianHours: null },
    ]);
  });

  it("has words for every measure", () => {
    expect(MEASURES.map(measureName).filter((name) => name.includes("undefined"))).toEqual([]);
    expect([countText("few"), countText(7)]).toEqual(["fewer than 5", "7"]);
    expect([0.5, 1.2, 30, 72].map(medianText)).toEqual(["an hour", "1 hour", "30 hours", "3 days"]);
  });
});
