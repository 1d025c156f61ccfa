import { describe, expect, it } from "vitest";
import { readPlain } from "@/lib/importers/plain";

const options = { speakers: false, boilerplate: "leave_out" } as const;
const LONG = "The harbour board met for three hours on Tuesday and agreed that the second pier would not be built before the next election.";

function read(source: string): unknown[] {
  const { text, blocks } = readPlain(source, options);
  return blocks.map(({ type, start, end }) => [type, text.slice(start, end)]);
}

describe("readPlain", () => {
  it("parts paragraphs at blank lines and keeps single line ends", () => {
    expect(read("One line.\nAnd its second.\r\n \r\nTwo.")).toEqual([
      ["paragraph", "One line.\nAnd its second."],
      ["paragraph", "Two."],
    ]);
  });

  it("takes a short first line for the title", () => {
    const { meta, blocks } = readPlain(`A pier too many\n\n${LONG}`, options);
    expect(meta).toEqual({ title: "A pier too many" });
    expect(blocks[0]).toMatchObject({ type: "heading", level: 1 });
  });

  it.each(["It was late.", "ANN: Hello", "Dear all,", "First line\nsecond line", LONG])("does not take %j for a title", (first) => {
    expect(readPlain(`${first}\n\n${LONG}`, options).meta).toEqual({});
  });

  it("reads one paragraph a line where there are only long lines", () => {
    expect(read(`${LONG}\n${LONG}\nShort.`)).toEqual([
      ["paragraph", LONG],
      ["paragraph", LONG],
      ["paragraph", "Short."],
    ]);
  });
});
