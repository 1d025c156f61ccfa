import { describe, expect, it } from "vitest";
import type { NotificationView } from "@/lib/domain/notification";
import { byDay } from "./by-day";

const at = (moment: string, read: boolean): NotificationView => ({
  ...{ id: `${moment} ${String(read)}`, kind: "assigned", by: null, document: { id: "d", title: "T" }, decision: null, claim: null, comment: null },
  at: moment,
  read,
});

describe("notifications by day", () => {
  it("have the new ones first, and name the days that are near", () => {
    const list = [
      at("2026-11-24T09:00:00.000Z", false),
      at("2026-11-24T08:00:00.000Z", false),
      at("2026-11-20T08:00:00.000Z", false),
      at("2026-11-24T10:00:00.000Z", true),
      at("2026-11-23T23:59:59.999Z", true),
    ];
    expect(byDay(list, Date.parse("2026-11-24T12:00:00Z")).map(({ title, items }) => [title, items.length])).toEqual([
      ["New · Today", 2],
      ["New · 20 November 2026", 1],
      ["Today", 1],
      ["Yesterday", 1],
    ]);
    expect(byDay([], 0)).toEqual([]);
  });
});
