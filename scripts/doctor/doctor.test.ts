import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { schema, unopened } from "./database";
import { address, clock, diskSpace, lastBackup, nodeVersion, secret } from "./machine";
import { AppError } from "@/lib/domain/errors";

const NOW = new Date("2026-03-10T12:00:00Z");

describe("the doctor", () => {
  it.each([
    ["an old Node.js", nodeVersion("18.20.1"), "bad"],
    ["a Node.js just too old", nodeVersion("20.18.9"), "bad"],
    ["the oldest Node.js that will do", nodeVersion("20.19.0"), "good"],
    ["a later Node.js", nodeVersion("24.1.0"), "good"],
    ["a full disk", diskSpace({ bavail: 10, bsize: 4096 }), "bad"],
    ["a disk that fills up", diskSpace({ bavail: 100_000, bsize: 4096 }), "could"],
    ["a disk with room", diskSpace({ bavail: 10_000_000, bsize: 4096 }), "good"],
    ["a foreign address without https", address("http://facts.example.org"), "bad"],
    ["an address with https", address("https://facts.example.org"), "good"],
    ["one's own machine", address("http://localhost:3000"), "good"],
    ["a clock that stands in the past", clock(NOW, new Date("2026-06-01")), "bad"],
    ["a clock that goes right", clock(NOW, new Date("2026-03-01")), "good"],
    ["no backup", lastBackup(null, NOW), "could"],
    ["an old backup", lastBackup(new Date("2026-02-01"), NOW), "could"],
    ["last night's backup", lastBackup(new Date("2026-03-10T02:00:00Z"), NOW), "good"],
    [
      "all migrations",
      schema(
        ["a", "b"],
        [
          { name: "a", done: true },
          { name: "b", done: true },
        ],
      ),
      "good",
    ],
    ["a missing migration", schema(["a", "b"], [{ name: "a", done: true }]), "could"],
    [
      "a migration that failed",
      schema(
        ["a", "b"],
        [
          { name: "a", done: true },
          { name: "b", done: false },
        ],
      ),
      "bad",
    ],
    [
      "a newer schema",
      schema(
        ["a"],
        [
          { name: "a", done: true },
          { name: "b", done: true },
        ],
      ),
      "bad",
    ],
    ["a database that another process holds", unopened(new AppError("busy", "The database is in use by process 7.")), "bad"],
    ["a database that does not answer", unopened(new Error("Invalid query\nConnection refused")), "bad"],
  ])("judges %s, and says what to do unless it is good", (_, finding, state) => {
    expect(finding.state).toBe(state);
    expect(finding.fix === undefined).toBe(state === "good");
  });

  it("does not let others read the secret", () => {
    const directory = mkdtempSync(path.join(tmpdir(), "doctor-"));
    expect(secret(directory, false).state).toBe("could");
    expect(secret(directory, true).state).toBe("good");
    writeFileSync(path.join(directory, "secret"), "x", { mode: 0o600 });
    expect(secret(directory, false).state).toBe("good");
    chmodSync(path.join(directory, "secret"), 0o644);
    expect(secret(directory, false).state).toBe("bad");
    rmSync(directory, { recursive: true });
  });
});
