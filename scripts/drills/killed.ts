import { execFile } from "node:child_process";
import { pause, within, type Drill } from "./drill";
import { newStage, type Stage } from "./stage";
import { missing, writeOn } from "./writing";

/* Broken: the process is killed (SIGKILL) while people write. Must hold: what was acknowledged is in the database, whole; the database opens; `npm run doctor` finds
   nothing that it did not find before. Judged by the ids that came back with 201, looked up in the database itself. */

const ROUNDS = 3;
/** So many writes are acknowledged before the process is killed in the middle of others. */
const BEFORE = 40;

export const killed: Drill = {
  name: "killed",
  done: `kill -9 while eight people write, ${String(ROUNDS)} times`,
  run: async (report) => {
    const stage = await newStage();
    try {
      const before = await complaints(stage);
      let acknowledged = 0;
      let lost = 0;
      let refused = "";
      for (let round = 0; round < ROUNDS; round += 1) {
        await stage.start();
        const writing = writeOn(stage);
        await within(30_000, () => writing.acknowledged.length >= BEFORE);
        await pause(137 * (round + 1));
        await stage.kill();
        await writing.stop();
        lost += await missing(stage, writing.acknowledged);
        acknowledged += writing.acknowledged.length;
        if (writing.refused.size > 0) refused = `, refused: ${[...writing.refused.keys()].slice(0, 2).join(" / ")}`;
      }
      report.hold(acknowledged >= ROUNDS * BEFORE && lost === 0, `${String(lost)} of ${String(acknowledged)} acknowledged writes lost${refused}`);
      const after = await complaints(stage);
      report.hold(after === before, after === before ? "doctor finds nothing new" : `doctor: ${after}`);
      await stage.start();
      report.hold((await fetch(`${stage.address}/api/health/ready`)).ok, "ready again at the next start");
    } finally {
      await stage.end();
    }
  },
};

/** What the doctor calls wrong, without figures that change by themselves. */
function complaints({ dataDir }: Stage): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "scripts/doctor.ts"], { env }, (_, stdout) =>
      resolve(
        stdout
          .split("\n")
          .filter((line) => line.startsWith("✗"))
          .join(" "),
      ),
    );
  });
}
