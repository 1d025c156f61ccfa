import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, utimesSync, writeFileSync } from "node:fs";
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

const here = { host: hostname(), space: existsSync("/proc/self/ns/pid") ? readlinkSync("/proc/self/ns/pid") : null };
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;
const write = (holder: unknown) => {
  writeFileSync(file, typeof holder === "string" ? holder : JSON.stringify(holder));
};
const holderNow = () => JSON.parse(readFileSync(file, "utf8")) as unknown;

describe("takeLock", () => {
  it("holds until it is given back", async () => {
    const release = await takeLock(file);
    await expect(takeLock(file)).rejects.toThrow(`process ${String(process.pid)}`);
    release();
    expect(existsSync(file)).toBe(false);
  });

  it("refuses by name while another process lives", async () => {
    write({ ...here, pid: process.ppid, began: null });
    await expect(takeLock(file)).rejects.toThrow(`The database is in use by process ${String(process.ppid)}`);
  });

  it.each([
    ["a process that is gone", () => ({ ...here, pid: deadPid(), began: null })],
    ["another process under the same number", () => ({ ...here, pid: process.ppid, began: "1" })],
    ["a file that is no lock", () => "{"],
  ])("takes over from %s", async (_, holder) => {
    write(holder());
    const release = await takeLock(file);
    expect(holderNow()).toMatchObject({ pid: process.pid });
    release();
  });

  it.each([
    ["another machine", { host: "elsewhere" }, "on elsewhere"],
    ["another container of the same name", { host: hostname(), space: "pid:[1]" }, `in another container on ${hostname()}`],
  ])("waits for a sign of life from %s before it takes over", async (_, elsewhere, named) => {
    write({ pid: deadPid(), began: null, ...elsewhere });
    const refused = expect(takeLock(file)).rejects.toThrow(named);
    const next = new Date(Date.now() + 5_000);
    utimesSync(file, next, next);
    await refused;
    const almostAbandoned = new Date(Date.now() - 29_900);
    utimesSync(file, almostAbandoned, almostAbandoned);
    (await takeLock(file))();
  });

  it("leaves a lock alone that is no longer its own", async () => {
    const release = await takeLock(file);
    write({ ...here, pid: process.ppid, began: null });
    release();
    expect(holderNow()).toMatchObject({ pid: process.ppid });
  });
});
