import { describe, expect, it } from "vitest";
import { importText } from "@/lib/importers/import-text";

const DEBATE = `1\tMODERATOR\tWelcome to the debate.\tN/A
2\tANN\tFord is leaving.\t1\tFord moves its small cars out of the country.\tTRUE
3\tANN\tTheir "small" cars are leaving.\t1\tFord moves its small cars out of the country.\tTRUE
3\tANN\tTheir "small" cars are leaving.\t2\tSmall cars are leaving.\tFALSE
4\tSYSTEM\t(APPLAUSE)\tN/A
5\tBEN\tThousands lost their jobs.\t3\tThousands of jobs were lost.\tHALF-TRUE`;
const OPTIONS = { speakers: false, boilerplate: "leave_out" } as const;
const file = (name: string, text: string) => importText({ kind: "file", name, bytes: Buffer.from(text) }, OPTIONS);

describe("a debate", () => {
  it("becomes turns, each line once, and says how many claims it marks", async () => {
    const { text, blocks, claims, meta } = await file("debate.tsv", DEBATE);
    expect(blocks.map(({ type, speaker, start, end }) => [type, speaker, text.slice(start, end)])).toEqual([
      ["turn", "MODERATOR", "Welcome to the debate."],
      ["turn", "ANN", 'Ford is leaving. Their "small" cars are leaving.'],
      ["paragraph", undefined, "(APPLAUSE)"],
      ["turn", "BEN", "Thousands lost their jobs."],
    ]);
    expect({ claims, kind: meta.kind }).toEqual({ claims: 3, kind: "transcript" });
  });

  it("is known by its lines, whatever it is called, and when it is pasted", async () => {
    expect(await file("Task2-English.txt", DEBATE)).toMatchObject({ claims: 3, warnings: [expect.stringContaining("CLEF") as string] });
    expect(await importText({ kind: "paste", text: DEBATE }, OPTIONS)).toMatchObject({ claims: 3 });
    expect(await importText({ kind: "paste", text: "1\tA list\n\nof words" }, OPTIONS)).not.toHaveProperty("claims");
  });

  it("is refused when it is another table", async () => {
    await expect(file("table.tsv", "name\tage\nAnn\t30")).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("no debate") as string });
  });
});
