import { describe, expect, it } from "vitest";
import { assertCanonical } from "@/lib/importers/assert-canonical";
import { assemble } from "@/lib/importers/canonical";
import { draftOf } from "@/lib/importers/draft";
import { speakerLine } from "@/lib/importers/speaker-line";
import { recogniseSpeakers, suggestsSpeakers } from "@/lib/importers/speakers";

describe("speakerLine", () => {
  it.each([
    ["MARGA OLSEN: We built it.", "MARGA OLSEN", undefined, "We built it."],
    ["Marga Olsen : We built it.", "Marga Olsen", undefined, "We built it."],
    ["Olsen (Energy minister): We built it.", "Olsen (Energy minister)", undefined, "We built it."],
    ["[00:12:31] OLSEN: We built it.", "OLSEN", "00:12:31", "We built it."],
    ["(12:31) OLSEN: We built it.", "OLSEN", "12:31", "We built it."],
    ["00:12:31 OLSEN: We built it.", "OLSEN", "00:12:31", "We built it."],
    ["OLSEN [00:12:31]: We built it.", "OLSEN", "00:12:31", "We built it."],
    ["[00:12:31] We built it.", undefined, "00:12:31", "We built it."],
    ["Pieter van der Berg: Ja.", "Pieter van der Berg", undefined, "Ja."],
    ["المذيعة: مساء الخير", "المذيعة", undefined, "مساء الخير"],
    ["記者：你好", "記者", undefined, "你好"],
    ["SPEAKER 2:", "SPEAKER 2", undefined, ""],
  ])("reads %s", (line, speaker, time, said) => {
    const found = speakerLine(line);
    expect(found?.speaker).toBe(speaker);
    expect(found?.time).toBe(time);
    expect(line.slice(found?.length)).toBe(said);
  });

  it.each([
    "He said this: we built it.",
    "Note: the figures are older.",
    "https://example.org/a",
    "12:30 was the deadline.",
    "At 12:30 they left.",
    "Ratio 3:1",
    "One Two Three Four Five Six Seven: no",
    "وقال الرئيس في كلمته أمام المجلس: سنعمل",
    ": nobody",
    "",
  ])("leaves %j alone", (line) => {
    expect(speakerLine(line)).toBeNull();
  });
});

function turnsOf(source: string): unknown[] {
  const canonical = recogniseSpeakers(assemble([draftOf("paragraph", source)]));
  assertCanonical(canonical);
  return canonical.blocks.map(({ type, start, end, speaker, time }) => [type, speaker, time, canonical.text.slice(start, end)]);
}

describe("recogniseSpeakers", () => {
  it("makes a turn of each line that names a speaker, with and without blank lines", () => {
    expect(turnsOf("Held on Monday.\n\nANN: Good evening.\nAnd welcome.\nBO: Thank you.\n\nIt is late.\n\n(Applause)\n\n[00:02:00] It is.")).toEqual([
      ["paragraph", undefined, undefined, "Held on Monday."],
      ["turn", "ANN", undefined, "Good evening.\nAnd welcome."],
      ["turn", "BO", undefined, "Thank you."],
      ["turn", "BO", undefined, "It is late."],
      ["paragraph", undefined, undefined, "(Applause)"],
      ["turn", "BO", "00:02:00", "It is."],
    ]);
  });

  it("joins a name or a time that stands on a line of its own with what follows", () => {
    expect(turnsOf("[00:01:00]\n\nANN:\n\nGood evening.\n\n[00:02:00]\nBO: Thank you.")).toEqual([
      ["turn", "ANN", "00:01:00", "Good evening."],
      ["turn", "BO", "00:02:00", "Thank you."],
    ]);
  });

  it("loses no name under which nothing is said", () => {
    expect(turnsOf("ANN: Yes.\n\nBO:\n\nCY: No.\n\nDEE:")).toEqual([
      ["turn", "ANN", undefined, "Yes."],
      ["paragraph", undefined, undefined, "BO:"],
      ["turn", "CY", undefined, "No."],
      ["paragraph", undefined, undefined, "DEE:"],
    ]);
  });

  it("ends a speech at a heading, and keeps marks on their words", () => {
    const draft = { type: "paragraph" as const, text: "ANN: We did.", marks: [{ type: "strong" as const, start: 0, end: 7 }] };
    const { text, blocks } = recogniseSpeakers(assemble([draft, { ...draftOf("heading", "Part two"), level: 2 }, draftOf("paragraph", "Later.")]));
    expect(blocks.map(({ type, marks }) => [type, marks.map(({ start, end }) => text.slice(start, end))])).toEqual([
      ["turn", ["We"]],
      ["heading", []],
      ["paragraph", []],
    ]);
  });
});

describe("suggestsSpeakers", () => {
  it("sees a transcript, and not an article with a colon in it", () => {
    expect(suggestsSpeakers("ANN: Hello.\nBO: Hello.\nANN: Bye.")).toBe(true);
    expect(suggestsSpeakers("A story.\n\nOlsen: the woman behind the plan.\n\nMore of it.\n\nAnd more.")).toBe(false);
  });
});
