import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { keepResult } from "./bench-results";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("keeps the results of the jobs that were not asked for, and says what to do with a file that is broken", () => {
  const file = join(folder, "results.json");
  const result = (figures: number) => ({ node: "v20", at: "2026-11-30T06:00:00.000Z", figures });
  keepResult(file, "anchoring", result(1));
  keepResult(file, "live", result(2));
  keepResult(file, "anchoring", result(3));
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ anchoring: result(3), live: result(2) });
  writeFileSync(file, "{");
  expect(() => keepResult(file, "live", result(4))).toThrow(/Delete it/);
});
