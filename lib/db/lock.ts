import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "@/lib/domain/errors";

interface Holder {
  pid: number;
  host: string;
  /** Where its number holds: containers count processes for themselves, and may share the name of a host. Null where /proc is missing. */
  space: string | null;
  /** Clock ticks since boot at which the process began; tells a reused pid from the same process. Null where /proc is missing. */
  began: string | null;
}

/** A lock of another machine or container counts as abandoned after this many milliseconds without a sign of life. */
const ABANDONED_AFTER = 30_000;
const SIGN_OF_LIFE_EVERY = 5_000;
const LOOK_EVERY = 200;

/**
 * Take the lock file for this process, or throw `busy` naming the process that holds it.
 * A lock left by a process that is gone is taken over; one of another machine or container after waiting in vain for its next sign of life.
 * Returns the function that gives it back.
 */
export async function takeLock(file: string): Promise<() => void> {
  const mine: Holder = { pid: process.pid, host: hostname(), space: ownSpace(), began: processStart(process.pid) };
  const text = JSON.stringify(mine);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (createWhole(file, text)) return keepAlive(file, text);
    const found = read(file);
    if (found === null) continue;
    if (!isAbandoned(found.text, file) && (isHere(parse(found.text)) || (await showsLife(file)))) throw held(file, found.text);
    discard(file, found.text);
  }
  throw new AppError("busy", `The lock ${file} keeps changing hands: another process is starting on the same data directory.`);
}

/** Who holds the lock, in words; null when nobody does. */
export function lockHolder(file: string): string | null {
  const found = read(file);
  return found === null || isAbandoned(found.text, file) ? null : who(found.text);
}

/** Link a finished file into place, so that nobody ever reads half a lock. */
function createWhole(file: string, text: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(/*turbopackIgnore: true*/ draft, text, { mode: 0o600 });
  try {
    linkSync(/*turbopackIgnore: true*/ draft, file);
    return true;
  } catch (error) {
    if (isErrno(error, "EEXIST")) return false;
    throw error;
  } finally {
    rmSync(/*turbopackIgnore: true*/ draft, { force: true });
  }
}

/** Move an abandoned lock away. If another process has just replaced it with its own, put that one back. */
function discard(file: string, text: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(/*turbopackIgnore: true*/ file, aside);
    if (readFileSync(/*turbopackIgnore: true*/ aside, "utf8") !== text) linkSync(/*turbopackIgnore: true*/ aside, file);
  } catch (error) {
    if (!isErrno(error, "ENOENT") && !isErrno(error, "EEXIST")) throw error;
  } finally {
    rmSync(/*turbopackIgnore: true*/ aside, { force: true });
  }
}

function keepAlive(file: string, text: string): () => void {
  const timer = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(/*turbopackIgnore: true*/ file, now, now);
    } catch {
      // The directory was removed under us: there is nothing left to guard.
      clearInterval(timer);
    }
  }, SIGN_OF_LIFE_EVERY);
  timer.unref();
  const release = () => {
    clearInterval(timer);
    process.off("exit", release);
    if (read(file)?.text === text) rmSync(/*turbopackIgnore: true*/ file, { force: true });
  };
  process.on("exit", release);
  return release;
}

function isAbandoned(text: string, file: string): boolean {
  const holder = parse(text);
  if (holder === null) return true;
  if (!isHere(holder)) return Date.now() - (lastSign(file) ?? 0) > ABANDONED_AFTER;
  if (!isAlive(holder.pid)) return true;
  return holder.began !== null && holder.began !== processStart(holder.pid);
}

/** Whether the holder is known by its number here. */
function isHere(holder: Holder | null): boolean {
  return holder !== null && holder.host === hostname() && holder.space === ownSpace();
}

/** Wait for the next sign of life of a holder that cannot be seen; false when none comes in time, or the lock is given back. */
async function showsLife(file: string): Promise<boolean> {
  const last = lastSign(file);
  const until = Math.min(last ?? 0, Date.now()) + ABANDONED_AFTER;
  while (Date.now() <= until) {
    await delay(LOOK_EVERY);
    const now = lastSign(file);
    if (now !== last) return now !== null;
  }
  return false;
}

function lastSign(file: string): number | null {
  return statSync(/*turbopackIgnore: true*/ file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function ownSpace(): string | null {
  try {
    return readlinkSync(/*turbopackIgnore: true*/ "/proc/self/ns/pid");
  } catch {
    return null;
  }
}

function held(file: string, text: string): AppError {
  return new AppError("busy", `The database is in use by ${who(text)}: stop it first, or choose another DATA_DIR (lock file: ${file}).`);
}

function who(text: string): string {
  const holder = parse(text);
  if (holder === null) return "another process";
  const where = isHere(holder) ? "" : holder.host === hostname() ? ` in another container on ${holder.host}` : ` on ${holder.host}`;
  return `process ${String(holder.pid)}${where}`;
}

function read(file: string): { text: string } | null {
  try {
    return { text: readFileSync(/*turbopackIgnore: true*/ file, "utf8") };
  } catch (error) {
    if (isErrno(error, "ENOENT")) return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("pid" in value) || !("host" in value)) return null;
    if (typeof value.pid !== "number" || typeof value.host !== "string") return null;
    const began = "began" in value && typeof value.began === "string" ? value.began : null;
    const space = "space" in value && typeof value.space === "string" ? value.space : null;
    return { pid: value.pid, host: value.host, space, began };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, "EPERM");
  }
}

/** Field 22 of /proc/PID/stat (see proc(5)); the command name before it may hold spaces, so counting starts after its parenthesis. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(/*turbopackIgnore: true*/ `/proc/${String(pid)}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
