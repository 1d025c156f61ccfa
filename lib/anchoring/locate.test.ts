import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeSpan } from "./describe";
import { createLocator } from "./locate";

const REPORT = [
  "The visitor reached the port city by armoured train, a trip of roughly seven hundred kilometres from his capital, and met his host for the first time the next morning on an island campus.",
  "A negotiating table for six had existed once. Those talks, which brought both Koreas and four neighbours around it and were meant to end the weapons programme, fell apart a decade ago when the northern delegation walked out.",
  "The private conversation lasted almost two hours, more than twice what the schedule allowed. A foreign ministry note had promised that every sanction would be lifted within the year; nobody repeated it at the table.",
  "Reporters were told that guarantees from one country would not be enough. The host said that he would carry the question to Beijing.",
].join("\n\n");

const quoteOf = (text: string, exact: string) => {
  const start = text.indexOf(exact);
  return describeSpan(text, { start, end: start + exact.length });
};
const found = (text: string, quote: Parameters<ReturnType<typeof createLocator>["locate"]>[0]) => {
  const location = createLocator(text).locate(quote);
  return location && { words: text.slice(location.start, location.end), status: location.status };
};

describe("locate", () => {
  const quote = quoteOf(REPORT, "lasted almost two hours");

  it("finds a quote where it was, and where an insertion drove it", () => {
    expect(found(REPORT, quote)).toEqual({ words: quote.exact, status: "exact" });
    expect(found(`An insertion.\n\n${REPORT}`, quote)).toEqual({ words: quote.exact, status: "moved" });
    expect(found(`${"A long insertion about nothing. ".repeat(40)}\n\n${REPORT}`, quote)).toEqual({ words: quote.exact, status: "moved" });
  });

  it("finds an edited quote with its right ends, the first or the last word included", () => {
    const sentence = quoteOf(REPORT, "every sanction would be lifted within the year");
    const edit = (from: string, to: string) => found(REPORT.replace(from, to), sentence);
    expect(edit("sanction would", "sanction should")).toEqual({ words: "every sanction should be lifted within the year", status: "edited" });
    expect(edit("every sanction", "each sanction")).toEqual({ words: "each sanction would be lifted within the year", status: "edited" });
    expect(edit("the year;", "twelve months;")).toEqual({ words: "every sanction would be lifted within twelve months", status: "edited" });
    expect(edit("be lifted within", "be within")).toEqual({ words: "every sanction would be within the year", status: "edited" });
  });

  it("leaves out what was inserted right before or after the quote", () => {
    expect(found(REPORT.replace("lasted almost two hours", "reportedly lasted almost two hours in all"), quote)?.words).toBe(quote.exact);
  });

  it("says that a deleted quote is gone, and where it was cut out", () => {
    const text = REPORT.replace(
      " A foreign ministry note had promised that every sanction would be lifted within the year; nobody repeated it at the table.",
      "",
    );
    const gone = quoteOf(REPORT, "A foreign ministry note had promised that every sanction would be lifted within the year; nobody repeated it at the table.");
    const locator = createLocator(text);
    expect(locator.locate(gone)).toBeNull();
    expect(
      text
        .slice(0, locator.cutAt(gone) ?? 0)
        .trimEnd()
        .endsWith("schedule allowed."),
    ).toBe(true);
    expect(createLocator(REPORT).cutAt(gone)).toBeNull();
  });

  it("does not take a short quote for the same words elsewhere", () => {
    const text = REPORT.replace("the host said", "the host of").replace(" for the first time", "");
    expect(found(text, quoteOf(REPORT, "for the first time"))).toBeNull();
  });

  it("takes a repeated sentence to the right occurrence, or doubts", () => {
    const text = "He paused. We never agreed to that. The hall fell silent for a while. Then he said it again. We never agreed to that. Nobody clapped.";
    const second = text.lastIndexOf("We never agreed to that.");
    const quoted = describeSpan(text, { start: second, end: second + 24 });
    expect(createLocator(text).locate(quoted)?.start).toBe(second);
    expect(createLocator(`Earlier that evening.\n\n${text}`).locate(quoted)?.start).toBe(second + 23);
    expect(createLocator(text).locate({ exact: "We never agreed to that." })?.status).toBe("uncertain");
  });

  it("offers places to choose from for what it would not place itself", () => {
    const text = REPORT.replace("fell apart a decade ago", "broke down in 2009");
    const [first] = createLocator(text).suggest(quoteOf(REPORT, "fell apart a decade ago when the northern delegation walked out"), 3);
    expect(text.slice(first?.start, first?.end)).toContain("the northern delegation walked out");
  });

  it.each([
    [
      "Chinese",
      "双方在符拉迪沃斯托克举行了首次会晤。会谈持续了将近两个小时,远远超过原定时间。记者被告知,一个国家的保证是不够的。",
      "会谈持续了将近两个小时",
      "将近",
      "大约",
    ],
    ["Thai", "ผู้นำทั้งสองพบกันครั้งแรกที่เมืองท่าในเช้าวันรุ่งขึ้น การสนทนาส่วนตัวใช้เวลาเกือบสองชั่วโมง นานกว่าที่กำหนดไว้มาก", "การสนทนาส่วนตัวใช้เวลาเกือบสองชั่วโมง", "เกือบ", "ราว"],
    [
      "Arabic",
      "وصل الزائر إلى المدينة الساحلية بالقطار المصفح. واستمرت المحادثة الخاصة قرابة ساعتين، أي أكثر من ضعف الوقت المقرر لها. ولم يكرر أحد ذلك.",
      "استمرت المحادثة الخاصة قرابة ساعتين",
      "قرابة",
      "نحو",
    ],
    [
      "Japanese",
      "両首脳はウラジオストクで初めて会談した。会談は二時間近くに及び、予定の時間を大きく上回った。記者団には、一国の保証だけでは足りないと伝えられた。",
      "会談は二時間近くに及び",
      "近く",
      "あまり",
    ],
    [
      "Hebrew",
      "האורח הגיע לעיר הנמל ברכבת משוריינת. השיחה הפרטית נמשכה כמעט שעתיים, יותר מכפול מהזמן שנקבע לה. איש לא חזר על כך ליד השולחן.",
      "השיחה הפרטית נמשכה כמעט שעתיים",
      "כמעט",
      "בערך",
    ],
    [
      "letters with combining accents",
      "Le président a été reçu à l’hôtel de ville. La réunion privée a duré près de deux heures, bien plus que prévu. Personne ne l’a répété à table.".normalize(
        "NFD",
      ),
      "La réunion privée a duré près de deux heures".normalize("NFD"),
      "près de".normalize("NFD"),
      "à peine".normalize("NFD"),
    ],
    [
      "emoji",
      "First 👩‍🚀 went up, then 👨‍👩‍👧‍👦 followed her to the station 🛰️ and stayed there for seven long months in all.",
      "👨‍👩‍👧‍👦 followed her to the station 🛰️",
      "followed",
      "went after",
    ],
  ])("works in %s", (_, text, exact, from, to) => {
    const quoted = quoteOf(text, exact);
    expect(found(`${"…… ".repeat(200)}${text}`, quoted)?.words).toBe(exact);
    const edited = found(text.replace(from, to), quoted);
    expect(edited?.words).toBe(exact.replace(from, to));
  });
});

describe("any span of any text", () => {
  const anyText = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", ".", "é", "👍", "e\u0301", "字", "\ud800", "\0"), minLength: 1, maxLength: 300 });

  it("locates itself", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const span = describeSpan(text, { start, end: start + 1 + (b % (text.length - start)) });
        expect(createLocator(text).locate(span)).toEqual({ start: span.start, end: span.end, score: 1, status: "exact" });
      }),
    );
  });

  it("is never placed wrongly because of an edit elsewhere, where words are not repeated", () => {
    fc.assert(
      fc.property(fc.nat(280), fc.integer({ min: 1, max: 20 }), fc.nat(299), fc.nat(40), fc.nat(40), (first, length, at, drop, add) => {
        fc.pre(at + drop <= first || at >= first + length);
        const words = Array.from({ length: 300 }, (_, index) => `${(index * 7919 + 13).toString(36)}x `);
        const fresh = Array.from({ length: add }, (_, index) => `${index.toString(36)}new `);
        const lengthOf = (some: string[]) => some.join("").length;
        const before = words.join("");
        const start = lengthOf(words.slice(0, first));
        const end =
          start +
          words
            .slice(first, first + length)
            .join("")
            .trimEnd().length;
        const after = [...words.slice(0, at), ...fresh, ...words.slice(at + drop)].join("");
        const shift = at <= first ? lengthOf(fresh) - lengthOf(words.slice(at, at + drop)) : 0;
        const location = createLocator(after).locate(describeSpan(before, { start, end }));
        if (location) expect([location.start, location.end]).toEqual([start + shift, end + shift]);
        else expect(length).toBeLessThan(4);
      }),
      { numRuns: 400 },
    );
  });

  describe("whose words come back", () => {
    const word = fc.constantFrom("war", "tax", "the", "of", "year", "We never agreed to that.", "money", "No.", "people", "vote");
    const words = fc.array(word, { minLength: 40, maxLength: 120 });
    const pick = fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 12 }) });
    const change = fc.record({ at: fc.nat(), drop: fc.nat(6), add: fc.array(word, { maxLength: 6 }) });

    it("gets the same answer whatever else is asked, and in whatever order", () => {
      const picks = fc
        .array(pick, { minLength: 2, maxLength: 8 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })));
      fc.assert(
        fc.property(words, change, picks, (before, { at, drop, add }, [quotes, order]) => {
          const after = before.toSpliced(at % before.length, drop, ...add).join(" ");
          const described = quotes.map((each) => describeSpan(before.join(" "), spanOfWords(before, each)));
          const together = createLocator(after);
          const answers = new Map(order.map((index) => [index, together.locate(described[index] ?? { exact: "" })]));
          described.forEach((quote, index) => expect(answers.get(index)).toEqual(createLocator(after).locate(quote)));
        }),
        { numRuns: 60 },
      );
    });

    it("is never placed for sure on other words, whatever was edited elsewhere", () => {
      fc.assert(
        fc.property(words, change, pick, (before, { at, drop, add }, quote) => {
          const first = quote.at % before.length;
          const from = at % before.length;
          fc.pre(from + drop < first || from > first + quote.length);
          const text = before.join(" ");
          const after = before.toSpliced(from, drop, ...add).join(" ");
          const span = spanOfWords(before, quote);
          const location = createLocator(after).locate(describeSpan(text, span));
          if (!location || location.status === "uncertain") return;
          const shift = from <= first ? after.length - text.length : 0;
          expect([location.start, location.end]).toEqual([span.start + shift, span.end + shift]);
        }),
        { numRuns: 300 },
      );
    });
  });
});

/** The span of some words of a text whose words are parted by spaces. */
function spanOfWords(words: readonly string[], { at, length }: { at: number; length: number }): { start: number; end: number } {
  const first = at % words.length;
  const start = words.slice(0, first).join(" ").length + (first > 0 ? 1 : 0);
  return { start, end: start + words.slice(first, first + length).join(" ").length };
}

describe("hostile input", () => {
  const long = "All work and no play makes this a very long and very dull line indeed. ".repeat(2000);
  it.each([
    ["an empty text", "", { exact: "words", start: 3 }],
    ["an empty quote", REPORT, { exact: "", prefix: "a", suffix: "b", start: 0 }],
    ["a quote longer than the text", "short", { exact: long, start: 2 }],
    ["a long quote in a text of many like it", long, { exact: long.slice(5, 90_000), prefix: "none", suffix: "none", start: 7 }],
    ["lone surrogates and NUL", "\ud800\udc00\udc00\ud800\0\0a\ud800", { exact: "\udc00\0", prefix: "\ud800", suffix: "\ud800", start: 1 }],
    ["bidirectional overrides", `\u202e${REPORT}\u202c`, { exact: "lasted \u202ealmost\u202c two hours", start: 400 }],
    ["a position outside the text", REPORT, { exact: "Beijing.", start: 1e12 }],
    ["a position that is no number", REPORT, { exact: "Beijing.", start: Number.NaN }],
    ["a negative position", REPORT, { exact: "Beijing.", start: -5 }],
    ["punctuation only", "?!".repeat(500), { exact: "!!!", prefix: "?", suffix: "?", start: 10 }],
  ])("%s gives a defined answer", (_, text, quote) => {
    const locator = createLocator(text);
    const location = locator.locate(quote);
    if (location) {
      expect(location.start).toBeGreaterThanOrEqual(0);
      expect(location.end).toBeLessThanOrEqual(text.length);
      expect(location.start).toBeLessThan(location.end);
    }
    locator.cutAt(quote);
    locator.suggest(quote, 3);
  });

  it("bounds the work on a million times the same word, and on ten million units without a break", () => {
    const same = createLocator("word ".repeat(1_000_000));
    expect(same.locate({ exact: "word word word", prefix: "word ", suffix: " word", start: 2_500_000 })?.start).toBe(2_500_000);
    const edited = same.locate({ exact: "word wurd word worm", prefix: "word ", suffix: " word", start: 2_500_001 });
    expect(Math.abs((edited?.start ?? 2_500_001) - 2_500_001)).toBeLessThan(100);
    const inside = createLocator("x".repeat(10_000_000)).locate({ exact: "xxxxyxxxx", prefix: "xxxx", suffix: "xxxx", start: 5_000_000 });
    expect(Math.abs((inside?.start ?? 5_000_000) - 5_000_000)).toBeLessThan(100);
  }, 20_000);
});
