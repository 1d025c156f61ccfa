import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeSpan } from "./describe";
import { migrateAnchors, type Placed } from "./migrate";

const REPORT = [
  "The visitor reached the port city by armoured train, and met his host for the first time the next morning on an island campus.",
  "A negotiating table for six had existed once. Those talks, which brought both Koreas and four neighbours around it, fell apart a decade ago.",
  "The host said it was a good day. The private conversation lasted almost two hours, more than twice what the schedule allowed.",
  "Reporters were told that guarantees from one country would not be enough. The host said it was a good day. He would carry the question to Beijing.",
].join("\n\n");

function anchorOf(text: string, exact: string, given: Partial<Placed> & { nth?: number } = {}): Placed {
  const { nth = 0, ...fields } = given;
  let start = text.indexOf(exact);
  for (let left = nth; left > 0; left -= 1) start = text.indexOf(exact, start + 1);
  return { claimId: "claim", ...describeSpan(text, { start, end: start + exact.length }), status: "exact", similarity: 1, ...fields };
}

/** What one anchor becomes: its status and the words at its place. */
function outcome(after: string, anchor: Placed, before = REPORT) {
  const [placed] = migrateAnchors(before, after, [anchor]);
  if (!placed) throw new Error("The anchor was lost.");
  return { status: placed.status, words: after.slice(placed.start, placed.end) };
}

describe("migrateAnchors", () => {
  const quote = "lasted almost two hours";
  const claim = anchorOf(REPORT, quote);

  it("leaves alone what the edit did not reach, wherever that drives it", () => {
    expect(outcome(REPORT.replace("by armoured train", "by an armoured train of nine coaches"), claim)).toEqual({ status: "exact", words: quote });
    expect(outcome(`A correction was made.\n\n${REPORT}`, claim)).toEqual({ status: "exact", words: quote });
    expect(outcome(REPORT.replace("conversation lasted", "conversation reportedly lasted"), claim)).toEqual({ status: "exact", words: quote });
  });

  it("says that words were edited, and takes the new ones", () => {
    expect(outcome(REPORT.replace("almost two", "about two"), claim)).toEqual({ status: "edited", words: "lasted about two hours" });
    expect(outcome(REPORT.replace("two hours", "two hours and a half"), anchorOf(REPORT, "almost two hours, more"))).toEqual({
      status: "edited",
      words: "almost two hours and a half, more",
    });
    expect(outcome(REPORT.replace("would not be", "would never be"), anchorOf(REPORT, "would not be enough"))).toEqual({
      status: "edited",
      words: "would never be enough",
    });
  });

  it("does not take a word for untouched that became a part of another", () => {
    expect(outcome(REPORT.replace("told that", "untold that"), anchorOf(REPORT, "told that guarantees")).status).toBe("edited");
    expect(outcome(REPORT.replace("two hours", "two hours-long sessions"), claim).status).toBe("edited");
  });

  it("calls words that were carried elsewhere, or laid out in another way, moved", () => {
    const [first = "", ...others] = REPORT.split("\n\n");
    const sentence = "met his host for the first time the next morning on an island campus";
    expect(outcome([...others, first].join("\n\n"), anchorOf(REPORT, sentence))).toEqual({ status: "moved", words: sentence });
    const broken = outcome(REPORT.replace("existed once. Those", "existed once.\n\nThose"), anchorOf(REPORT, "had existed once. Those talks"));
    expect(broken).toEqual({ status: "moved", words: "had existed once.\n\nThose talks" });
  });

  it("knows carried words again among others that are much like them", () => {
    const lines = Array.from(
      { length: 20 },
      (_, year) => `In the ${String(year)}th year the council spent ${String(300 + 7 * year)} million on it and told nobody.`,
    );
    const [fifth = ""] = lines.slice(5);
    const after = [...lines.filter((line) => line !== fifth), fifth].join("\n\n");
    expect(outcome(after, anchorOf(lines.join("\n\n"), fifth), lines.join("\n\n"))).toEqual({ status: "moved", words: fifth });
  });

  it("orphans what was deleted, at the place where it was cut out, with its words", () => {
    const after = REPORT.replace(" The private conversation lasted almost two hours, more than twice what the schedule allowed.", "");
    const [gone] = migrateAnchors(REPORT, after, [claim]);
    expect(gone).toMatchObject({ status: "orphaned", exact: quote, prefix: claim.prefix, suffix: claim.suffix, similarity: 0 });
    expect(gone?.start).toBe(gone?.end);
    expect(after.slice(0, gone?.start).trimEnd().endsWith("a good day.")).toBe(true);
  });

  it("never takes the same words elsewhere for a sentence that was deleted, nor its double for one that stayed", () => {
    const sentence = "The host said it was a good day.";
    const [first, second] = [anchorOf(REPORT, sentence), anchorOf(REPORT, sentence, { nth: 1, claimId: "other" })];
    const after = REPORT.replace(`${sentence} The private`, "The private");
    const [gone, kept] = migrateAnchors(REPORT, after, [first, second]);
    expect(gone?.status).toBe("orphaned");
    expect(kept).toMatchObject({ status: "exact", start: after.indexOf(sentence) });
    const doubled = `${REPORT} ${sentence}`;
    expect(migrateAnchors(REPORT, doubled, [first, second]).map(({ status, start }) => [status, start])).toEqual([
      ["exact", first.start],
      ["exact", second.start],
    ]);
  });

  it("keeps a doubt until a person settles it", () => {
    const doubtful = { ...claim, status: "uncertain" as const, similarity: 0.7, exact: "took nearly two hours" };
    const moved = migrateAnchors(REPORT, `More.\n\n${REPORT}`, [doubtful])[0];
    expect(moved).toMatchObject({ status: "uncertain", similarity: 0.7, exact: "took nearly two hours", start: claim.start + 7 });
    const orphan = { ...claim, status: "orphaned" as const, similarity: 0, end: claim.start, exact: "he wept openly at the end of it" };
    expect(migrateAnchors(REPORT, `More.\n\n${REPORT}`, [orphan])[0]).toMatchObject({ status: "orphaned", start: claim.start + 7, end: claim.start + 7 });
  });

  it("finds an orphan again only in words that came into the text, and never as sure", () => {
    const sentence = " The private conversation lasted almost two hours, more than twice what the schedule allowed.";
    const without = REPORT.replace(sentence, "");
    const [gone] = migrateAnchors(REPORT, without, [claim]);
    if (!gone) throw new Error("The anchor was lost.");
    expect(outcome(REPORT, gone, without)).toEqual({ status: "uncertain", words: quote });
    const twin = anchorOf(REPORT, "The host said it was a good day.");
    const [lost] = migrateAnchors(REPORT, REPORT.replace(twin.exact, ""), [twin]);
    if (!lost) throw new Error("The anchor was lost.");
    const once = REPORT.replace(twin.exact, "");
    expect(outcome(once.replace("Beijing", "Seoul"), lost, once).status).toBe("orphaned");
  });

  it("doubts one of two fragments of a claim that come to the same words", () => {
    const [early, late] = [anchorOf(REPORT, "had existed once"), anchorOf(REPORT, "A negotiating table for six")];
    const overlapping = { ...late, end: early.end, exact: REPORT.slice(late.start, early.end) };
    const after = migrateAnchors(REPORT, REPORT.replace("existed once", "been there once"), [overlapping, early]);
    expect(after.map(({ status }) => status).sort()).toEqual(["edited", "uncertain"]);
  });
});

describe("any edit", () => {
  const VOCABULARY = ["war", "tax", "the", "of", "year", "We never agreed to that.", "money", "No.", "people", "vote"];
  const word = fc.constantFrom(...VOCABULARY);
  const text = fc.array(word, { minLength: 30, maxLength: 120 });
  const edit = fc.record({ at: fc.nat(), drop: fc.nat(12), add: fc.array(word, { maxLength: 8 }) });
  const claim = fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 14 }) });

  const anchorsOf = (words: readonly string[], claims: readonly { at: number; length: number }[]) => {
    const before = words.join(" ");
    return claims.map(({ at, length }, index) => {
      const first = at % words.length;
      const start = words.slice(0, first).join(" ").length + (first > 0 ? 1 : 0);
      const end = start + words.slice(first, first + length).join(" ").length;
      return { claimId: String(index), ...describeSpan(before, { start, end }), status: "exact" as const, similarity: 1 };
    });
  };

  it("never leaves an anchor exact on other words, and remembers the right surroundings", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), fc.array(claim, { minLength: 1, maxLength: 8 }), (words, edits, claims) => {
        const revised = [...words];
        for (const { at, drop, add } of edits) revised.splice(at % revised.length, drop, ...add, "end");
        const [before, after] = [words.join(" "), revised.join(" ")];
        const anchors = anchorsOf(words, claims);
        const migrated = migrateAnchors(before, after, anchors);
        expect(migrateAnchors(before, after, anchors)).toEqual(migrated);
        migrated.forEach((placed, index) => {
          const old = anchors[index];
          const { start, end, status } = placed;
          expect(0 <= start && start <= end && end <= after.length).toBe(true);
          if (status === "exact") expect(after.slice(start, end)).toBe(old?.exact);
          if (status === "moved") expect(after.slice(start, end).replace(/\s+/g, " ")).toBe(old?.exact.replace(/\s+/g, " "));
          if (status === "orphaned") expect(start).toBe(end);
          else expect(start).toBeLessThan(end);
          if (status === "orphaned" || status === "uncertain") expect(placed).toMatchObject({ exact: old?.exact, prefix: old?.prefix, suffix: old?.suffix });
          else {
            expect(after.slice(start, end)).toBe(placed.exact);
            expect(after.slice(0, start).endsWith(placed.prefix)).toBe(true);
            expect(after.slice(end).startsWith(placed.suffix)).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("elsewhere never moves an anchor wrongly, where words are not repeated", () => {
    const numbered = Array.from({ length: 150 }, (_, index) => `${(index * 7919 + 13).toString(36)}x`);
    const fresh = fc.array(
      fc.nat(9999).map((number) => `${number.toString(36)}new`),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.nat(130), fc.integer({ min: 1, max: 20 }), fc.nat(149), fc.nat(30), fresh, (first, length, at, drop, add) => {
        fc.pre(at + drop <= first || at >= first + length);
        const revised = [...numbered];
        revised.splice(at, drop, ...add);
        const [anchor] = anchorsOf(numbered, [{ at: first, length }]);
        if (!anchor) throw new Error("There is no anchor.");
        const after = revised.join(" ");
        const [placed] = migrateAnchors(numbered.join(" "), after, [anchor]);
        expect(placed).toMatchObject({ status: "exact", start: after.indexOf(anchor.exact), exact: anchor.exact });
      }),
      { numRuns: 300 },
    );
  });

  it("elsewhere never moves an anchor wrongly, where words come back, nor makes another of it: at worst it is in doubt", () => {
    fc.assert(
      fc.property(text, edit, claim, (words, { at, drop, add }, { at: place, length }) => {
        const [before, after] = [words.join(" "), words.toSpliced(at % words.length, drop, ...add).join(" ")];
        const [anchor] = anchorsOf(words, [{ at: place, length }]);
        if (!anchor) throw new Error("There is no anchor.");
        // Of "no no" and "no", nobody can tell which one went: the edit is somewhere between what both texts begin and end with.
        const [head, tail] = [sameUnits(before, after), sameUnits([...before].reverse(), [...after].reverse())];
        const driven = after.length - before.length;
        const from = Math.min(head, before.length - tail) - Math.abs(driven);
        const to = Math.max(head, before.length - tail) + Math.abs(driven);
        fc.pre(anchor.end < from || to < anchor.start);
        const start = anchor.end < from ? anchor.start : anchor.start + driven;
        const [placed] = migrateAnchors(before, after, [anchor]);
        if (placed?.status === "uncertain" || placed?.status === "orphaned") return;
        expect(placed).toMatchObject({ status: "exact", start, exact: anchor.exact });
      }),
      { numRuns: 300 },
    );
  });

  it("takes each anchor along by itself: the others, and their order, change nothing", () => {
    const order = fc
      .array(claim, { minLength: 2, maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })));
    fc.assert(
      fc.property(text, edit, order, (words, { at, drop, add }, [claims, shuffled]) => {
        const [before, after] = [words.join(" "), words.toSpliced(at % words.length, drop, ...add).join(" ")];
        const anchors = anchorsOf(words, claims);
        const together = migrateAnchors(
          before,
          after,
          shuffled.flatMap((index) => anchors[index] ?? []),
        );
        const alone = shuffled.flatMap((index) => migrateAnchors(before, after, anchors.slice(index, index + 1)));
        expect(together).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it("and its undoing bring every anchor that stayed sure back to its words", () => {
    fc.assert(
      fc.property(text, edit, fc.array(claim, { minLength: 1, maxLength: 6 }), (words, { at, drop, add }, claims) => {
        const revised = [...words];
        revised.splice(at % revised.length, drop, ...add, "end");
        const [before, after] = [words.join(" "), revised.join(" ")];
        const anchors = anchorsOf(words, claims);
        const there = migrateAnchors(before, after, anchors);
        const back = migrateAnchors(after, before, there);
        back.forEach((placed, index) => {
          const away = there[index];
          if (away?.status === "uncertain" || away?.status === "orphaned") expect(["uncertain", "orphaned"]).toContain(placed.status);
          else if (placed.status === "exact") expect(before.slice(placed.start, placed.end)).toBe(away?.exact);
        });
      }),
    );
  });
});

/** How many units two texts have in common from the beginning. */
function sameUnits(one: ArrayLike<string>, other: ArrayLike<string>): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

describe("hostile texts", () => {
  it("are answered in bounded time and never with an exception", () => {
    const any = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", ".", "é", "👍", "e\u0301", "字", "\ud800", "\0"), minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(any, any, fc.nat(), fc.nat(), (before, after, a, b) => {
        const start = a % before.length;
        const span = describeSpan(before, { start, end: start + 1 + (b % (before.length - start)) });
        const [placed] = migrateAnchors(before, after, [{ claimId: "", ...span, status: "exact", similarity: 1 }]);
        if (placed?.status === "exact") expect(after.slice(placed.start, placed.end)).toBe(span.exact);
      }),
    );
    const same = "word ".repeat(200_000);
    const anchors = Array.from({ length: 200 }, (_, index) => anchorOf(same, "word word word", { claimId: String(index) }));
    expect(migrateAnchors(same, same.replace("word", "wurd"), anchors)).toHaveLength(200);
  });
});
