import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { askForBackup, openHandle } from "./handle";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "assay-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const made = { file: "/backups/one.jsonl.gz", size: 3, rows: 2, files: 1 };

it("tells who asks what was made, and only the owner of the data directory can ask", async () => {
  // As a killed process leaves it.
  writeFileSync(path.join(dataDir, "control.sock"), "");
  const server = await openHandle(dataDir, () => Promise.resolve(made));
  expect(statSync(path.join(dataDir, "control.sock")).mode & 0o777).toBe(0o600);
  expect(await askForBackup(dataDir)).toEqual(made);
  const answer = await new Promise((resolve) =>
    request({ socketPath: path.join(dataDir, "control.sock"), path: "/" }, (response) => resolve(response.statusCode)).end(),
  );
  expect(answer).toBe(404);
  server?.close();
});

it("tells why none was made", async () => {
  const server = await openHandle(dataDir, () => Promise.reject(new Error("The disk is full.")));
  await expect(askForBackup(dataDir)).rejects.toThrow("The disk is full.");
  server?.close();
});

it("says that nobody is there", async () => {
  expect(await askForBackup(dataDir)).toBeNull();
});

it("gives up where the address would be too long for a socket", async () => {
  const long = path.join(dataDir, "x".repeat(120));
  mkdirSync(long);
  expect(await openHandle(long, () => Promise.resolve(made))).toBeNull();
  expect(await askForBackup(long)).toBeNull();
});
