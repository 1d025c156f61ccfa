import { chmodSync, rmSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import path from "node:path";
import { z } from "zod";
import type { Backup } from "@/lib/backup/write-backup";
import { AppError } from "@/lib/domain/errors";

/*
 * The embedded database belongs to the process that serves it, so only that process can read it. A socket in the data directory lets a script on the same
 * machine ask for a backup: it is out of reach of the network, needs no secret, and is open to whoever may write the data directory anyway. It takes no
 * arguments: the server says where the backup is.
 */

/** What an address of a socket may be long, in bytes, on every system. */
const LONGEST = 100;

const Answer = z.union([z.object({ file: z.string(), size: z.number(), rows: z.number(), files: z.number() }), z.object({ problem: z.string() })]);

/** The shorter way to the socket; null where there can be none. */
function socketOf(dataDir: string): string | null {
  const absolute = path.join(/*turbopackIgnore: true*/ dataDir, "control.sock");
  const relative = path.relative(process.cwd(), absolute);
  const shorter = relative !== "" && relative.length < absolute.length ? relative : absolute;
  return process.platform === "win32" || Buffer.byteLength(shorter) > LONGEST ? null : shorter;
}

/** Makes backups for whoever asks at the data directory's socket. Call it only while this process holds the database. Null where sockets cannot be. */
export async function openHandle(dataDir: string, makeBackup: () => Promise<Backup>): Promise<Server | null> {
  const socket = socketOf(dataDir);
  if (socket === null) return null;
  // Left by a process that was killed: whoever holds the database is alone here.
  rmSync(/*turbopackIgnore: true*/ socket, { force: true });
  const server = createServer((asked, response) => {
    if (asked.method !== "POST" || asked.url !== "/backup") {
      response.writeHead(404).end();
      return;
    }
    makeBackup().then(
      (backup) => response.end(JSON.stringify(backup)),
      (error: unknown) => response.end(JSON.stringify({ problem: error instanceof Error ? error.message : String(error) })),
    );
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(socket, resolve));
  chmodSync(/*turbopackIgnore: true*/ socket, 0o600);
  // It must keep no process alive that has nothing else to do.
  return server.unref();
}

/** Asks the server of this data directory for a backup. Null when none answers; throws `unavailable` with what the server said when it could make none. */
export async function askForBackup(dataDir: string): Promise<Backup | null> {
  const socketPath = socketOf(dataDir);
  if (socketPath === null) return null;
  const said = await new Promise<string | null>((resolve, reject) => {
    const asking = request({ socketPath, method: "POST", path: "/backup" }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response
        .on("data", (piece: string) => (text += piece))
        .on("end", () => resolve(text))
        .on("error", reject);
    });
    asking.once("error", (error) => ("code" in error && (error.code === "ENOENT" || error.code === "ECONNREFUSED") ? resolve(null) : reject(error)));
    asking.end();
  });
  if (said === null) return null;
  const answer = Answer.parse(JSON.parse(said));
  if ("problem" in answer) throw new AppError("unavailable", answer.problem);
  return answer;
}
