import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fillDisk } from "./full-disk";
import { writeOut } from "./write-out";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "write-out-"));
});
afterEach(() => rm(folder, { recursive: true }));

const failure = (message: RegExp) => expect.objectContaining({ code: "unavailable", message: expect.stringMatching(message) as string });

it("writes the whole file, in place of what was there", async () => {
  const out = path.join(folder, "file.html");
  await writeFile(out, "old");
  await writeOut(out, "new");
  expect(await readFile(out, "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["file.html"]);
});

it("says that the disk is full, and leaves nothing half-written and the file of before", async () => {
  const out = path.join(folder, "file.html");
  await writeFile(out, "old");
  const free = fillDisk(3);
  try {
    await expect(writeOut(out, "much more than that")).rejects.toEqual(
      failure(/^Nothing was written: the disk of .* is full\. Make room, or choose another place\.$/),
    );
  } finally {
    free();
  }
  expect(await readFile(out, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["file.html"]);
});

it.each<[string, (at: string) => string, RegExp]>([
  ["a missing folder", (at) => path.join(at, "missing", "file.html"), /there is no folder .*missing\. Make it first/],
  ["a folder in place of the file", (at) => path.join(at, "taken"), /taken is a folder\. Name the file in it, too\.$/],
  ["a file in place of the folder", (at) => path.join(at, "plain", "file.html"), /plain is no folder\./],
  ["a name that is too long", (at) => path.join(at, "n".repeat(300)), /the name of the file is too long/],
])("says in one sentence that there is %s", async (_, out, message) => {
  await writeFile(path.join(folder, "plain"), "");
  await mkdir(path.join(folder, "taken"));
  await expect(writeOut(out(folder), "words")).rejects.toEqual(failure(message));
  expect((await readdir(folder)).sort()).toEqual(["plain", "taken"]);
});
