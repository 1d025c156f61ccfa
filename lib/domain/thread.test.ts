import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentionsIn } from "./thread";

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
