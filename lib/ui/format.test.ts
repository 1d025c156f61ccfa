import { describe, expect, it } from "vitest";
import { countOf, formatBytes, formatDate, formatDateShort, formatMoment, formatNumber, formatPercent, relativeTime } from "./format";

describe("dates", () => {
  it("are written out, the same on every machine", () => {
    expect(formatDate("2019-04-25")).toBe("25 April 2019");
    expect(formatDateShort("2019-09-05")).toBe("5 Sep 2019");
    expect(formatMoment("2026-11-24T06:05:00.000Z")).toBe("24 November 2026, 06:05 UTC");
    expect(formatMoment("2026-11-24T23:30:00-02:00")).toBe("25 November 2026, 01:30 UTC");
  });

  it.each(["", "yesterday", "2019-13-01", "Tuesday"])("leave %j as it is", (text) => expect(formatDate(text)).toBe(text));
});

describe("relativeTime", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  it.each([
    ["2026-11-24T11:59:50Z", "just now"],
    ["2026-11-24T12:00:30Z", "just now"],
    ["2026-11-24T11:59:00Z", "1 minute ago"],
    ["2026-11-24T11:20:00Z", "40 minutes ago"],
    ["2026-11-24T11:00:00Z", "1 hour ago"],
    ["2026-11-23T14:00:00Z", "22 hours ago"],
    ["2026-11-23T11:00:00Z", "yesterday"],
    ["2026-11-20T12:00:00Z", "4 days ago"],
    ["2026-10-01T12:00:00Z", "1 Oct 2026"],
  ])("%s is %s", (iso, words) => expect(relativeTime(iso, now)).toBe(words));
});

describe("numbers", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1234567, "1,234,567"],
    [-1234.5, "-1,234.5"],
  ])("%d is %s", (value, words) => expect(formatNumber(value)).toBe(words));

  it("come with their nouns and units", () => {
    expect(countOf(1, "claim")).toBe("1 claim");
    expect(countOf(0, "claim")).toBe("0 claims");
    expect(countOf(1200, "reply", "replies")).toBe("1,200 replies");
    expect(formatPercent(0.875)).toBe("88 %");
    expect([12, 4200, 2_097_152, 79_598_100_000].map(formatBytes)).toEqual(["12 B", "4 kB", "2.1 MB", "79.6 GB"]);
  });
});
