import { describe, expect, it } from "vitest";
import type { BlockInput } from "@/lib/domain/revision";
import { assembleText, correctText } from "@/lib/importers/correct-text";
import { compareTexts } from "@/lib/importers/correction";
import { readBlocks } from "@/lib/importers/read-blocks";

const sentence = (number: number) => `The council spent ${String(number)} million on ferries in its ${String(number % 97)}th year.`;
const BEFORE = Array.from({ length: 1500 }, (_, number) => sentence(number)).join("\n\n");
const AFTER = BEFORE.replace(sentence(700), "").replace("1100 million", "1300 million");

const anchors = Array.from({ length: 300 }, (_, index) => {
  const exact = sentence(index * 4);
  const start = BEFORE.indexOf(exact);
  return { claimId: String(index), start, end: start + exact.length, exact, prefix: "", suffix: "", status: "exact" as const, similarity: 1 };
});

describe("a large text", { timeout: 60_000 }, () => {
  it("is compared in a worker with the same outcome as in this thread", async () => {
    const job = { before: BEFORE, after: AFTER, anchors, language: "en" };
    const outcome = await correctText(job);
    expect(outcome).toEqual(compareTexts(job));
    expect(outcome).toMatchObject({ wordsAdded: 1, wordsRemoved: 12 });
    const touched = outcome.anchors.filter(({ status }) => status !== "exact");
    expect(touched.map(({ exact, status }) => [exact, status])).toEqual([
      [sentence(700), "orphaned"],
      [sentence(1100).replace("1100", "1300"), "edited"],
    ]);
  });

  it("is put together in a worker with the same outcome, and refused there with the same words", async () => {
    const blocks = BEFORE.repeat(2)
      .split("\n\n")
      .map((text): BlockInput => ({ type: "paragraph", text }));
    expect(await assembleText(blocks)).toEqual(readBlocks(blocks));
    await expect(assembleText([{ type: "paragraph", text: " ".repeat(200_000) }])).rejects.toMatchObject({
      code: "invalid",
      details: { fields: [{ field: "blocks" }] },
    });
  });
});
