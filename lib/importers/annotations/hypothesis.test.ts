import { describe, expect, it } from "vitest";
import { quote, read } from "./test-reading";

describe("Hypothesis", () => {
  const row = {
    ...{
      id: "abc",
      created: "2021-01-01T00:00:00Z",
      user: "acct:jo@hypothes.is",
      uri: "https://news.example/",
      text: "Is this *so*?",
      tags: ["check", "tolls"],
    },
    target: [
      {
        source: "https://news.example/",
        selector: [
          { type: "RangeSelector", startContainer: "/p[1]", endContainer: "/p[1]", startOffset: 3, endOffset: 20 },
          { type: "TextPositionSelector", start: 900, end: 917 },
          { type: "TextQuoteSelector", exact: "the tolls doubled", prefix: "x", suffix: "y" },
        ],
      },
    ],
  };
  const reply = { ...row, id: "def", user: "acct:kim@hypothes.is", text: "No.", references: ["abc"], target: [{ source: "https://news.example/" }] };
  const pageNote = { ...row, id: "ghi", target: [{ source: "https://news.example/" }] };

  it.each<[string, unknown]>([
    ["the answer of its API", { total: 3, rows: [reply, row, pageNote] }],
    ["what its client exports", { export_date: "2024-01-01T00:00:00Z", export_userid: "jo", client_version: "1.2", annotations: [reply, row, pageNote] }],
    ["rows alone", [reply, row, pageNote]],
  ])("is read from %s, replies as notes", (_, value) => {
    const { format, claims, faults } = read(value);
    expect(format).toBe("hypothesis");
    expect(faults).toMatchObject([{ field: "target", message: expect.stringContaining("whole page") as string }]);
    expect(claims).toMatchObject([
      {
        quotes: [quote("the tolls doubled", { prefix: "x", suffix: "y", start: 900 })],
        statement: "",
        tags: ["check", "tolls"],
        notes: ["jo: Is this *so*?", "kim: No."],
      },
    ]);
  });

  it("says which reply answers nothing that is there", () => {
    expect(read({ rows: [row, { ...reply, references: ["elsewhere"] }] })).toMatchObject({
      claims: [{ notes: ["jo: Is this *so*?"] }],
      faults: [{ row: "Annotation 2", message: expect.stringContaining("not in this file") as string }],
    });
  });

  it.each([
    [
      "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page",
      ([at, page, kind, quoted, user, text, tags]: string[]) => [at, page, "Public", kind, quoted, user, text, tags, ""],
    ],
    [
      "Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags",
      ([at, page, kind, quoted, user, text, tags]: string[]) => [at, user, "iv", page, "Public", kind, quoted, text, tags],
    ],
    [
      "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags",
      ([at, page, kind, quoted, user, text, tags]: string[]) => [at, user, "", page, "Public", kind, quoted, text, tags],
    ],
  ])("is read from the table that its client exports: %s", (head, cells) => {
    const [one, two] = ["https://news.example/", "https://other.example/"];
    const lines = [
      ["2024-01-05 10:00", one, "Reply", "", "ann", "Too early.", ""],
      ["2024-01-05 10:00", one, "Annotation", "the tolls doubled", "jo", "Is this *so*?", '"check,tolls"'],
      ["2024-01-05 10:01", two, "Annotation", "another page", "jo", "", ""],
      ["2024-01-05 10:02", one, "Reply", "", "kim", "No.", ""],
      ["2024-01-05 10:03", one, "Annotation", "", "kim", "About it all.", "page"],
    ];
    const { format, claims, faults } = read([head, ...lines.map((line) => cells(line).join(","))].join("\n"));
    expect(format).toBe("hypothesis");
    const nothing = { statement: "", speaker: "", saidOn: null, sources: [], type: null };
    expect(claims).toMatchObject([
      { row: "Row 3", quotes: [quote("the tolls doubled")], tags: ["check", "tolls"], notes: ["jo: Is this *so*?", "kim: No."], ...nothing },
      { row: "Row 4", quotes: [quote("another page")], tags: [], notes: [], ...nothing },
    ]);
    const said = faults.map(({ row, message }) => `${row}: ${message}`);
    expect(said[0]).toMatch(/^Row 1: Not read: creat/);
    expect(said.slice(1)).toEqual([
      expect.stringMatching(/^Row 2: A reply to .* not in this file/),
      expect.stringMatching(/^Row 6: A note about the whole page/),
    ]);
  });
});
