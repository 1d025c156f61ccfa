import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fillDisk } from "./full-disk";
import { keepWhole } from "./whole-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "whole-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("keepWhole", () => {
  it("leaves what was there before, and nothing unfinished, when the disk is full", async () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "before");
    const free = fillDisk(3);
    try {
      await expect(keepWhole(file, "after this")).rejects.toMatchObject({
        code: "unavailable",
        message: "The disk of the server is full, and nothing was kept. Tell whoever runs it, and try again later.",
      });
    } finally {
      free();
    }
    expect(readdirSync(folder)).toEqual(["file"]);
    expect(readFileSync(file, "utf8")).toBe("before");
    await keepWhole(file, "after this");
    expect(readFileSync(file, "utf8")).toBe("after this");
  });

  it("takes many writers of one file at once", async () => {
    const file = path.join(folder, "file");
    const bodies = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000));
    await Promise.all(bodies.map((body) => keepWhole(file, body)));
    expect(bodies).toContain(readFileSync(file, "utf8"));
    expect(readdirSync(folder)).toEqual(["file"]);
  });
});
