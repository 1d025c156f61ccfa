import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { isSlug, slugOf } from "./publication";

it("names no page like an address that stands beside the pages", () => {
  const beside = readdirSync("app/p")
    .map((name) => name.replace(/\..*$/, ""))
    .filter((name) => name !== "route" && !name.startsWith("["));
  expect(beside).toContain("corrections");
  expect(beside.filter(isSlug)).toEqual([]);
  expect(beside.map(slugOf)).toEqual(beside.map(() => "text"));
});
