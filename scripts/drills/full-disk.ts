import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Skipped, type Drill } from "./drill";
import { newStage } from "./stage";
import { missing, writeOn, write } from "./writing";

/* Broken: the disk of the data directory, a small one in memory, is filled to the last byte while people write. Must hold: writes fail with a sentence that names the disk;
   reading goes on; nothing acknowledged is lost or half-done; with room made, writing works again without a restart, and the database opens anew. Judged by the answers and
   by the database. Only root can make such a disk. */

const DISK = "400m";

export const fullDisk: Drill = {
  name: "full-disk",
  done: "the disk is filled while eight people write, then room is made",
  run: async (report) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), "assay-drill-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK}`, "tmpfs", dataDir], { stdio: "ignore" });
    } catch {
      rmSync(dataDir, { recursive: true });
      throw new Skipped("a disk of its own cannot be mounted here: that needs root.");
    }
    const unmount = () => execFileSync("umount", ["-l", dataDir], { stdio: "ignore" });
    // Also when the drill is broken off.
    process.once("exit", unmount);
    const stage = await newStage({ dataDir });
    const ballast = path.join(dataDir, "ballast");
    try {
      await stage.start();
      fill(ballast, dataDir);
      const writing = writeOn(stage);
      const [person] = stage.people;
      const end = performance.now() + 40_000;
      while (writing.refused.size === 0 && stage.running() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
      const read = person ? await fetch(`${stage.address}/api/v1/claims/${person.claimId}`, { headers: { cookie: person.cookie } }) : null;
      await writing.stop();
      const said = [...writing.refused.keys()];
      report.hold(said.length > 0 && said.every((says) => says.includes("disk")), `refused: ${said.slice(0, 2).join(" / ") || "nothing"}`);
      report.hold(
        writing.broken === 0 && stage.running(),
        `${String(writing.broken)} requests without an answer; the server ${stage.running() ? "goes on" : "has ended"}`,
      );
      report.hold(read?.ok === true, "reading goes on");
      rmSync(ballast);
      const after = person ? await write(stage, person, "After room was made") : null;
      const { id } = after?.status === 201 ? ((await after.json()) as { id?: string }) : {}; // a source
      report.hold(id !== undefined, "writing works again once there is room");
      await stage.stop();
      const acknowledged = [...writing.acknowledged, ...(id === undefined ? [] : [id])];
      const lost = await missing(stage, acknowledged);
      report.hold(lost === 0, `${String(lost)} of ${String(acknowledged.length)} acknowledged writes lost; the database opens`);
    } finally {
      await stage.kill();
      process.off("exit", unmount);
      unmount();
      await stage.end();
    }
  },
};

/** Takes all room that is left. */
function fill(file: string, disk: string): void {
  const handle = openSync(file, "w");
  for (const size of [1_000_000, 4_096]) {
    const part = Buffer.alloc(size);
    try {
      while (statfsSync(disk).bavail > 0) writeSync(handle, part);
    } catch {
      // It is full for parts of this size.
    }
  }
  closeSync(handle);
}
