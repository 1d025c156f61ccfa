import { describe, expect, it } from "vitest";
import { quoteFinding } from "./quote-finding";

const text = `The ministry published its figures on Monday.\n\nTraffic on the old bridge doubled between 2019 and 2023, “to everybody’s surprise” – the engineers say.
Nobody had counted before. The next report is due in spring.`;

describe("quoteFinding", () => {
  it.each([
    ["Traffic on the old bridge doubled between 2019 and 2023", "exact"],
    ["published its figures on Monday. Traffic on the old bridge", "exact"],
    [`doubled between 2019 and 2023, "to everybody's surprise" - the engineers say`, "exact"],
    ["Traffic on the old bridge tripled between 2018 and 2023", "changed"],
    ["Ships may pass under it again after the summer, the harbour master told us", "missing"],
    ["  ", "missing"],
  ] as const)("%j is %s", (quote, found) => expect(quoteFinding(text, quote)).toBe(found));

  it("searches texts that are very long for the very words alone", () => {
    const long = `${"Other words stand here. ".repeat(20_000)}${text}`;
    expect(quoteFinding(long, "Nobody had counted before.")).toBe("exact");
    expect(quoteFinding(long, "Traffic on the old bridge tripled between 2018 and 2023")).toBe("missing");
  });
});
