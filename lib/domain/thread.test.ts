import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentionsIn, placeOfWords } from "./thread";

const people = [
  { id: "1", name: "Efua Darko" },
  { id: "2", name: "Efua" },
  { id: "3", name: "Łucja Kos" },
  { id: "4", name: "Łucja Kos" },
];
const named = (text: string) => mentionsIn(text, people).map(({ start, end, personIds }) => [text.slice(start, end), personIds]);

describe("mentions", () => {
  it.each([
    ["@Efua Darko, is this so?", [["@Efua Darko", ["1"]]]],
    ["Ask @efua.", [["@efua", ["2"]]]],
    ["(@Łucja Kos)", [["@Łucja Kos", ["3", "4"]]]],
    [
      "@Efua and @Efua Darko",
      [
        ["@Efua", ["2"]],
        ["@Efua Darko", ["1"]],
      ],
    ],
    ["mail@Efua", []],
    ["@Efuas", []],
    ["@ Efua", []],
    ["@Nobody", []],
    ["", []],
  ])("%s", (text, expected) => expect(named(text)).toEqual(expected));

  it("never overlap, whatever is written", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("@", "Efua", " ", "Darko", "Łucja Kos", "x", "😀"), { maxLength: 40 }), (parts) => {
        const found = mentionsIn(parts.join(""), people);
        for (const [index, { start }] of found.entries()) expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
      }),
    );
  });
});

describe("the place of words that are spoken of", () => {
  const said = { start: 3, end: 9, revision: 2 };
  const words = { quote: "bridge", said, revision: 4, place: { start: 12, end: 18, status: "moved" as const } };

  it.each([
    ["the revision they were chosen in", words, 2, { start: 3, end: 9, status: "exact" }],
    ["the newest", words, 4, words.place],
    ["one in between", words, 3, undefined],
    ["the newest, without them", { ...words, place: null }, 4, null],
    ["the only one", { ...words, revision: 2, place: { start: 3, end: 9, status: "exact" as const } }, 2, { start: 3, end: 9, status: "exact" }],
  ])("in %s", (_, spoken, shown, place) => {
    expect(placeOfWords(spoken, shown)).toEqual(place);
  });
});
