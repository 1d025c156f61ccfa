import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { keptBackups } from "@/lib/backup/kept";
import { env } from "@/lib/env";
import { openMailbox } from "@/lib/mail/mailbox";
import { bad, could, good, type Finding } from "./finding";

const OLDEST_NODE = [20, 19];
const MEGABYTE = 1e6;
const DAY_MS = 86_400_000;

/** The machine, and the settings of this installation; the database is not asked. */
export const MACHINE_CHECKS: Record<string, () => Finding | Promise<Finding>> = {
  "Node.js": () => nodeVersion(process.versions.node),
  "Data directory": () => dataDirectory(env.DATA_DIR),
  "Disk space": () => diskSpace(statfsSync(existsSync(env.DATA_DIR) ? env.DATA_DIR : ".")),
  Secret: () => secret(env.DATA_DIR, process.env["NEXTAUTH_SECRET"] !== undefined),
  Address: () => address(env.APP_URL),
  "E-mail": mail,
  Clock: () => clock(new Date(), statSync("package.json").mtime),
  Backup: async () => lastBackup((await keptBackups(env.DATA_DIR))[0]?.at ?? null, new Date()),
};

export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return good(version);
  return bad(`${version} is too old.`, `Install Node.js ${OLDEST_NODE.join(".")} or later.`);
}

export function dataDirectory(directory: string): Finding {
  if (!existsSync(directory)) return could(`${directory} is not there yet.`, '"npm start" makes it. If it should be there, look at DATA_DIR.');
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return bad(`${directory} cannot be written to by this account.`, "Give it to the account that runs Assay (chown), or set DATA_DIR to another place.");
  }
  return good(directory);
}

export function diskSpace({ bavail, bsize }: { bavail: number; bsize: number }): Finding {
  const free = (bavail * bsize) / MEGABYTE;
  const says = `${free >= 1000 ? `${(free / 1000).toFixed(1)} GB` : `${String(Math.floor(free))} MB`} free`;
  if (free < 200) return bad(`${says}: writes will fail soon.`, "Make room on the disk of the data directory: old backups are the first to look at.");
  return free < 2000 ? could(`${says}.`, "A backup and an upgrade need room: plan for more.") : good(says);
}

export function secret(directory: string, given: boolean): Finding {
  if (given) return good("set in the environment");
  const file = path.join(directory, "secret");
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info) return could("There is none yet.", '"npm start" makes one. Several processes must be given the same NEXTAUTH_SECRET.');
  if ((info.mode & 0o077) !== 0) return bad(`${file} can be read by other accounts.`, `chmod 600 ${file}`);
  return good(file);
}

export function address(url: string): Finding {
  const { protocol, hostname } = new URL(url);
  const local = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  if (protocol === "https:" || local) return good(url);
  return bad(`${url} is not encrypted.`, "Passwords would travel in the open: put a proxy with https in front, and set APP_URL to its address.");
}

async function mail(): Promise<Finding> {
  if (!env.SMTP_URL || !env.MAIL_FROM) return could("None is sent.", "Set SMTP_URL and MAIL_FROM if people should get notifications by e-mail.");
  try {
    await openMailbox(env.SMTP_URL, env.MAIL_FROM).verify();
    return good(`${new URL(env.SMTP_URL).host} answers`);
  } catch (error) {
    return bad(
      `${new URL(env.SMTP_URL).host} does not take e-mail (${error instanceof Error ? error.message : String(error)}).`,
      "Look at SMTP_URL: the host, the port, the user and the password.",
    );
  }
}

/** Nothing here was written in the future. */
export function clock(now: Date, written: Date): Finding {
  if (written.getTime() - now.getTime() < DAY_MS) return good(now.toISOString());
  return bad(
    `${now.toISOString()} is before this program was installed.`,
    "Set the clock of this machine: sessions, deadlines and the order of events depend on it.",
  );
}

export function lastBackup(at: Date | null, now: Date): Finding {
  const fix = 'Run "npm run backup" every night, and keep copies on another machine. What is kept elsewhere is not seen here.';
  if (at === null) return could("There is none in the data directory.", fix);
  const days = Math.floor((now.getTime() - at.getTime()) / DAY_MS);
  const says = `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return days > 7 ? could(`The last is ${String(days)} days old (${says}).`, fix) : good(says);
}
