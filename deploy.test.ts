import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "@/lib/env";

const read = (file: string): string => readFileSync(file, "utf8");
const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = ""]) => name);

describe("what others start Assay with", () => {
  it("sets only what there is to be set", () => {
    const compose = read("compose.yaml").split("\n  database:")[0] ?? "";
    const names = [
      ...namesIn(compose, /^ {6}([A-Z_]+): /gm),
      ...namesIn(read("Containerfile"), /(?:^ENV|(?<=^ENV .*))\s+([A-Z_]+)=/gm),
      ...namesIn(read("deploy/assay.service"), /(?<=^Environment=.*)\b([A-Z_]+)=/gm),
    ];
    expect(names).toEqual(expect.arrayContaining(["APP_URL", "DATABASE_URL", "DATA_DIR", "HOST", "ASSAY_DEMO"]));
    expect(names.filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  it("has a Node.js that is new enough", () => {
    const oldest = /\d+/.exec((JSON.parse(read("package.json")) as { engines: { node: string } }).engines.node)?.[0];
    expect(Number(/node:(\d+)/.exec(read("Containerfile"))?.[1])).toBeGreaterThanOrEqual(Number(oldest));
  });

  it("leaves out of the image what git leaves out", () => {
    const left = read(".dockerignore").split("\n");
    for (const name of read(".gitignore").split("\n")) expect(left).toContain(name.replace(/\/$/, ""));
  });

  it("starts what is there", () => {
    const named = namesIn(
      [read("Containerfile"), read("deploy/assay.service"), read("deploy/assay-backup.service")].join("\n"),
      /\b(scripts\/[\w-]+\.(?:mjs|ts))/g,
    );
    expect(named).toContain("scripts/start.mjs");
    for (const file of named) expect(() => read(file)).not.toThrow();
  });
});
