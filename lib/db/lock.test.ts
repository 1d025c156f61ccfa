import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeLock } from "@/lib/db/lock";

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "assay-lock-"));
  file = path.join(directory, "lock");
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;
const write = (holder: unknown) => {
  writeFileSync(file, typeof holder === "string" ? holder : JSON.stringify(holder));
};
const holderNow = () => JSON.parse(readFileSync(file, "utf8")) as unknown;

describe("takeLock", () => {
  it("holds until it is given back", () => {
    const release = takeLock(file);
    expect(() => takeLock(file)).toThrow(`process ${String(process.pid)}`);
    release();
    expect(existsSync(file)).toBe(false);
  });

  it("refuses by name while another process lives", () => {
    write({ pid: process.ppid, host: hostname(), began: null });
    expect(() => takeLock(file)).toThrow(`The database is in use by process ${String(process.ppid)}`);
  });

  it.each([
    ["a process that is gone", () => ({ pid: deadPid(), host: hostname(), began: null })],
    ["another process under the same number", () => ({ pid: process.ppid, host: hostname(), began: "1" })],
    ["a file that is no lock", () => "{"],
  ])("takes over from %s", (_, holder) => {
    write(holder());
    const release = takeLock(file);
    expect(holderNow()).toMatchObject({ pid: process.pid });
    release();
  });

  it("waits for a sign of life from another machine before it takes over", () => {
    write({ pid: deadPid(), host: "elsewhere", began: null });
    expect(() => takeLock(file)).toThrow("on elsewhere");
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    takeLock(file)();
  });

  it("leaves a lock alone that is no longer its own", () => {
    const release = takeLock(file);
    write({ pid: process.ppid, host: hostname(), began: null });
    release();
    expect(holderNow()).toMatchObject({ pid: process.ppid });
  });
});
