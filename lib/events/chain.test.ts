import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAuditFile } from "./audit-file";
import { canonicalJson, chainOn, contentHash, FIRST_HASH, type SealedContent } from "./chain";

const event: SealedContent = {
  seq: 7,
  workspaceId: "w",
  documentId: "d",
  claimId: null,
  actorId: "a",
  type: "claim.updated",
  at: "2026-11-29T10:00:00.000Z",
  requestId: "r",
  ip: "192.0.2.1",
  data: { before: { tags: ["a"] }, after: { tags: ["a", "b"] } },
};

describe("the chain of the audit log", () => {
  it("gives equal values one text, in whatever order their keys stand", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("has another hash for every field that is another", () => {
    const others: SealedContent[] = [
      { ...event, seq: 8 },
      { ...event, workspaceId: "x" },
      { ...event, documentId: null },
      { ...event, claimId: "c" },
      { ...event, actorId: "b" },
      { ...event, type: "claim.moved" },
      { ...event, at: "2026-11-29T10:00:00.001Z" },
      { ...event, requestId: null },
      { ...event, ip: null },
      { ...event, data: { before: {}, after: { tags: ["a", "b"] } } },
    ];
    expect(new Set([event, ...others].map(contentHash)).size).toBe(others.length + 1);
  });

  it("goes on from a seal as if it had never stopped", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (first, second) => {
        const begun = chainOn(null, first);
        expect([...begun, ...chainOn(begun.at(-1) ?? null, second)]).toEqual(chainOn(null, [...first, ...second]));
      }),
    );
  });
});

describe("a file of the audit log", () => {
  const contents = [1, 2, 3, 4].map((seq) => ({ ...event, seq }));
  const seals = chainOn(null, contents.map(contentHash));
  const entries = seals.map((seal, index) => ({ ...seal, previousHash: seals[index - 1]?.hash ?? FIRST_HASH, content: contents[index] ?? null }));
  const check = (changed: unknown) => checkAuditFile({ format: "assay-audit-1", entries: changed }).faults;

  it("is whole, also in part and without what is withheld", () => {
    expect(check(entries)).toEqual([]);
    expect(check([entries[3], entries[1]])).toEqual([]);
    expect(checkAuditFile({ format: "assay-audit-1", entries: entries.map((entry) => ({ ...entry, content: null })) })).toMatchObject({
      entries: 4,
      without: 4,
      faults: [],
    });
  });

  it("shows what was changed, put elsewhere, or written anew", () => {
    const [first, second, third, fourth] = entries;
    expect(check([first, { ...second, content: { ...contents[1], type: "claim.moved" } }, third, fourth])).toEqual([{ position: 2, fault: "changed" }]);
    const forged = { ...event, seq: 2, actorId: "somebody else" };
    expect(check([first, { ...second, content: forged, contentHash: contentHash(forged) }, third, fourth])).toEqual([{ position: 2, fault: "broken" }]);
    const [, anew] = chainOn(null, [contentHash(event), contentHash(forged)]);
    expect(check([first, { ...anew, previousHash: first?.hash, content: forged }, third, fourth])).toEqual([
      { position: 2, fault: "broken" },
      { position: 3, fault: "broken" },
    ]);
  });

  it("refuses what is no such file", () => {
    expect(() => checkAuditFile({ format: "something else", entries: [] })).toThrow();
  });
});

/** The same value with the keys of its objects in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, turned(field)]),
  );
}
