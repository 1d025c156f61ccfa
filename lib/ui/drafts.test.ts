import { describe, expect, it } from "vitest";
import { draftKey, isDraftOf } from "./drafts";

const owner = { personId: "p1", record: "claim:c1" };

describe("draftKey", () => {
  it("tells people, records, fields and base versions apart", () => {
    const keys = [
      draftKey(owner, "statement", 1),
      draftKey(owner, "statement", 2),
      draftKey(owner, "statement", null),
      draftKey(owner, "shortForm", 1),
      draftKey({ ...owner, personId: "p2" }, "statement", 1),
      draftKey({ ...owner, record: "claim:c2" }, "statement", 1),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("belongs to its record, and not to one whose id merely begins alike", () => {
    expect(isDraftOf(owner, draftKey(owner, "statement", 1))).toBe(true);
    expect(isDraftOf(owner, draftKey({ ...owner, record: "claim:c11" }, "statement", 1))).toBe(false);
    expect(isDraftOf({ ...owner, personId: "p" }, draftKey(owner, "statement", 1))).toBe(false);
  });
});
