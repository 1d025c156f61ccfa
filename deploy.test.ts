import { existsSync, readFileSync } from "node:fs";
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
    const folders = left.filter((line) => /^[\w.]+$/.test(line));
    for (const line of read(".gitignore").split("\n")) {
      const name = line.replace(/\/$/, "");
      if (folders.some((folder) => name.startsWith(`${folder}/`))) continue;
      // A name without a folder holds at every depth for git, and at the top only for an image.
      expect(left).toContain(/[/!]/.test(name) || name === "" ? name : `**/${name}`);
    }
  });

  it("copies and starts what is there", () => {
    const containerfile = read("Containerfile");
    const copied = namesIn(containerfile, /^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm).flatMap((sources) => sources.split(" "));
    expect(copied).toContain("package-lock.json");
    const named = namesIn(
      [containerfile, read("compose.yaml"), read("deploy/assay.service"), read("deploy/assay-backup.service")].join("\n"),
      /\b(scripts\/[\w-]+\.(?:mjs|ts))/g,
    );
    expect(named).toContain("scripts/start.mjs");
    for (const file of [...copied, ...named]) expect(existsSync(file), file).toBe(true);
  });

  it("confines both units of systemd alike", () => {
    const confinement = (unit: string) => /^ProtectSystem=strict\n[^[]*/m.exec(read(unit))?.[0].trim();
    expect(confinement("deploy/assay-backup.service")).toBe(confinement("deploy/assay.service"));
    expect(confinement("deploy/assay.service")).toContain("CapabilityBoundingSet=\n");
    // lib/workers/begin.mjs
    expect(confinement("deploy/assay.service")).toMatch(/~@privileged @resources\n(#.*\n)?SystemCallFilter=setpriority$/m);
  });
});
