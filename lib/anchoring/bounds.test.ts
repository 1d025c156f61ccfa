import { describe, expect, it, vi } from "vitest";
import { createDescriber, describeSpan } from "./describe";
import { mapThroughEdit } from "./map-through-edit";
import { migrateAnchors } from "./migrate";

vi.setConfig({ testTimeout: 20_000 });

describe("ten million units in one line", () => {
  const middle = 5_000_000;
  const line = "x".repeat(2 * middle);
  const edited = `${line.slice(0, middle)}y${line.slice(middle)}`;
  const span = { start: middle - 4, end: middle + 5 };

  it("are described by the short context, which nothing longer betters", () => {
    const described = describeSpan(line, span);
    expect(described).toMatchObject({ ...span, exact: "xxxxxxxxx", prefix: "x".repeat(32), suffix: "x".repeat(32) });
    expect(createDescriber(line)(span)).toEqual(described);
  });

  it("are compared, and their anchors taken along, in bounded time", () => {
    expect(mapThroughEdit(line, edited, [span])).toEqual([{ touched: true, near: span.start }]);
    const anchor = { claimId: "", ...describeSpan(line, span), status: "exact" as const, similarity: 1 };
    expect(migrateAnchors(line, edited, [anchor])).toMatchObject([{ status: "uncertain", exact: anchor.exact }]);
    expect(migrateAnchors(line, "z".repeat(2 * middle), [anchor])).toMatchObject([{ status: "orphaned" }]);
  });
});
