import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import type { ReadJob } from "@/lib/importers/read-source";
import { readInWorker } from "@/lib/importers/worker-pool";

const options = { speakers: false, boilerplate: "leave_out" } as const;
const SMALL: ReadJob = { format: "html", source: "<p>Small</p>", options };

function html(source: string): ReadJob {
  return { format: "html", source, options };
}

async function outcome(job: ReadJob, limitMs?: number): Promise<string> {
  try {
    return (await readInWorker(job, limitMs)).text;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe("readInWorker", { timeout: 90_000 }, () => {
  it("goes on after a source that took too long or too much memory", async () => {
    expect(await outcome(html(`<nav></nav>${"<div><p>word, word, word</p></div>".repeat(24_000)}`), 100)).toBe("too_large");
    expect(await outcome(SMALL)).toBe("Small");
    expect(await outcome(html("<b>x</b> ".repeat(2_000_000)))).toBe("too_large");
    expect(await outcome(SMALL)).toBe("Small");
  });

  it.each<[string, ReadJob, string]>([
    ["deep nesting", html("<div>".repeat(6_800) + "text"), "text"],
    ["deep nesting of emphasis", html("<b><i>".repeat(10_000) + "text"), "text"],
    ["deeper nesting", html("<div>".repeat(200_000) + "text"), "too_large"],
    ["a flood of attributes", html(`<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(" ")}>text</p>`), "text"],
    ["one endless attribute", html(`<p class="${"a ".repeat(1_000_000)}">text</p>`), "text"],
    ["tags that never end", html(`text${"<a ".repeat(500_000)}`), "text"],
    ["Markdown quotes in quotes", { format: "markdown", source: ">".repeat(19_000), options }, "too_large"],
  ])("answers in bounded time: %s", async (_, job, expected) => {
    expect(await outcome(job)).toBe(expected);
  });

  it("refuses when too many are waiting, and answers all the others", async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => outcome(SMALL)));
    expect(new Set(outcomes)).toEqual(new Set(["Small", "busy"]));
    expect(outcomes.filter((each) => each === "Small").length).toBeGreaterThanOrEqual(20);
  }, 90_000);
});
