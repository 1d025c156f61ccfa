import { expect, it } from "vitest";
import { isInstalled } from "./install.mjs";

const WANTED = {
  "": { version: "0.1.0" },
  "node_modules/next": { version: "2.0.0" },
  "node_modules/linter": { version: "1.0.0", dev: true },
  "node_modules/for-another-machine": { version: "1.0.0", optional: true },
};

it("asks for what only building and checking need, unless nothing is to be built", () => {
  const pruned = { "node_modules/next": { version: "2.0.0" } };
  expect(isInstalled(WANTED, { ...pruned, "node_modules/linter": { version: "1.0.0" } })).toBe(true);
  expect(isInstalled(WANTED, pruned)).toBe(false);
  expect(isInstalled(WANTED, pruned, { development: false })).toBe(true);
  expect(isInstalled(WANTED, { "node_modules/next": { version: "1.0.0" } }, { development: false })).toBe(false);
  expect(isInstalled(WANTED, undefined, { development: false })).toBe(false);
});
