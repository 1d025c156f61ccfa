import { describe, expect, it } from "vitest";
import { NOTIFICATION_KINDS } from "./notification";
import { pathOf, sentenceOf } from "./notification-words";

const document = { id: "d1", title: "The bridge" };
const by = { id: "p1", name: "Anna" };

describe("a notification in words", () => {
  it("names whoever caused it, or nobody", () => {
    for (const kind of NOTIFICATION_KINDS) {
      expect(sentenceOf({ kind, by, claim: {} })).toMatch(/^Anna \w/);
      expect(sentenceOf({ kind, by: null, claim: {} })).not.toMatch(/Anna/);
    }
    expect(sentenceOf({ kind: "assigned", by, claim: null })).toBe("Anna assigned claims to you");
  });

  it.each([
    [{ kind: "mentioned", claim: { id: "c1" }, comment: { id: "m1" } }, "/documents/d1?claim=c1&comment=m1"],
    [{ kind: "replied", claim: null, comment: { id: "m1" } }, "/documents/d1?comment=m1"],
    [{ kind: "quotes_in_doubt", claim: null, comment: null }, "/documents/d1?look=first"],
    [{ kind: "assigned", claim: null, comment: null }, "/documents/d1"],
  ] as const)("leads to %j", (notification, path) => {
    expect(pathOf({ ...notification, document })).toBe(path);
  });
});
