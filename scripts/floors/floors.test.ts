import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAMILIES, FLOORS, floorRules, generalRules } from "./floors.mjs";

/** One library of each family. */
const SAMPLES: Record<keyof typeof FAMILIES, string> = { react: "react", next: "next/server", prisma: "@prisma/client", zod: "zod" };

const floors = Object.entries(FLOORS);

const lower = (floor: string) => fileOn(floor, "lower");
const upper = (floor: string) => fileOn(floor, "upper");

function fileOn(floor: string, name: string): string {
  const place = FLOORS[floor]?.path ?? "";
  return place.endsWith(".ts") ? place : `${place.replace("(?!ui/)", "claim/")}${name}.ts`;
}

function importOf(from: string, to: string): string {
  const relative = path.relative(path.dirname(from), to).replace(/\.ts$/, "");
  return `import "${relative.startsWith(".") ? relative : `./${relative}`}";`;
}

/** The house of fixtures: on each floor one file that nothing uses, importing one file of every other floor and one library of every family. */
const fixtures: Record<string, string[]> = {
  "lib/domain/one.ts": ['import "./two";'],
  "lib/domain/two.ts": ['import "./one";'],
  "lib/db/testing.ts": [],
  "lib/db/three.ts": ['import "./testing";'],
  "lib/domain/types.ts": ['import type { here } from "../commands/upper";', "export type Here = typeof here;"],
};
for (const [name] of floors) fixtures[upper(name)] = ["export const here = 1;"];
for (const [name] of floors) {
  const others = floors.filter(([other]) => other !== name).map(([other]) => importOf(lower(name), upper(other)));
  fixtures[lower(name)] = [...others, ...Object.values(SAMPLES).map((sample) => `import "${sample}";`), 'import "node:fs";', "export const here = 1;"];
}

interface Violation {
  rule: string;
  from: string;
  to: string;
}
let violations: Violation[] = [];

// Inside the project, so that packages are found.
mkdirSync(".cache", { recursive: true });
const house = mkdtempSync(path.resolve(".cache/floors-"));

beforeAll(async () => {
  for (const [file, lines] of Object.entries(fixtures)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), lines.join("\n"));
  }
  const { output } = await cruise(
    ["lib", "components", "app"],
    { baseDir: house, ruleSet: { forbidden: [...floorRules, ...generalRules] }, validate: true, doNotFollow: { path: "node_modules" } },
    { conditionNames: ["import"] },
  );
  if (typeof output === "string") throw new Error("Expected a result, not a report.");
  violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}, 60_000);

afterAll(() => {
  rmSync(house, { recursive: true });
});

describe.each(floors)("the floor %s", (name, floor) => {
  const broken = (rule: string) => violations.filter((violation) => violation.from === lower(name) && violation.rule === `${name}: ${rule}`);

  it("may import of ours what the table allows, and nothing else", () => {
    const forbidden = floors.filter(([other]) => other !== name && !floor.may.includes(other)).map(([other]) => upper(other));
    expect(
      broken("floors")
        .map(({ to }) => to)
        .sort(),
    ).toEqual(forbidden.sort());
  });

  it("may use its own families of packages, and no other", () => {
    expect(broken("packages")).toHaveLength(Object.keys(FAMILIES).filter((family) => !floor.packages.includes(family)).length);
  });

  it("reaches the outside world only where it may", () => {
    expect(broken("no input or output").map(({ to }) => to)).toEqual(floor.packages.includes("node") ? [] : ["fs"]);
  });
});

describe("everywhere", () => {
  const from = (file: string) => violations.filter((violation) => violation.from === file).map(({ rule }) => rule);

  it("imports in circles are refused", () => {
    expect(from("lib/domain/one.ts")).toEqual(["no circles"]);
  });

  it("the test database stays in tests", () => {
    expect(from("lib/db/three.ts")).toEqual(["tests only"]);
  });

  it("an import of a type costs nothing", () => {
    expect(from("lib/domain/types.ts")).toEqual([]);
  });
});
