import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { applyMigrations } from "@/lib/db/migrate";
import { createEmbedded, openDatabase, type Database } from "@/lib/db/open";
import { createClaim, createDocument, createMember } from "@/prisma/factories";
import { freePort } from "../bootstrap/port.mjs";
import { within } from "./drill";

const SECRET = "a secret for the drills, which nobody else uses";

/** Somebody who is signed in. */
export interface Person {
  email: string;
  cookie: string;
  claimId: string;
}

/** A production server of its own, as `npm start` runs it, with people who are signed in. */
export interface Stage {
  address: string;
  dataDir: string;
  people: Person[];
  documentId: string;
  start: () => Promise<void>;
  /** Asks the server to stop; its exit code, and how long that took in milliseconds. */
  stop: () => Promise<{ code: number | null; ms: number }>;
  /** SIGKILL for the server and whatever it has started. */
  kill: () => Promise<void>;
  running: () => boolean;
  /** All that it has said. */
  said: () => string;
  /** Works on the database itself; with the embedded one the server must be stopped. */
  look: <Result>(work: (database: Database) => Promise<Result>) => Promise<Result>;
  /** Ends everything and leaves nothing. */
  end: () => Promise<void>;
}

interface StageOptions {
  people?: number;
  dataDir?: string;
  /** A PostgreSQL instead of the embedded database: by which way the server reaches it, and the drill. */
  database?: { served: string; direct: string };
  env?: Record<string, string>;
}

/** Sets a stage up; the server is not started yet. */
export async function newStage({ people = 8, dataDir: given, database, env = {} }: StageOptions = {}): Promise<Stage> {
  const dataDir = given ?? mkdtempSync(path.join(tmpdir(), "assay-drill-"));
  const made: { people: Person[]; documentId: string } = { people: [], documentId: "" };
  const fill = async (open: Database) => {
    await applyMigrations(open);
    Object.assign(made, await populate(open, people));
  };
  if (database) {
    const open = await openDatabase({ url: database.direct });
    await fill(open);
    await open.close();
  } else await createEmbedded(dataDir, fill);
  const port = await freePort();
  const address = `http://localhost:${String(port)}`;
  let server: ChildProcess | undefined;
  let ended: Promise<number | null> = Promise.resolve(null);
  let said = "";

  const start = async () => {
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that all of it can be killed.
      detached: true,
      env: {
        ...process.env,
        ...{ PORT: String(port), APP_URL: address, DATA_DIR: dataDir, DATABASE_URL: database?.served ?? "", ASSAY_DEMO: "0", HOST: "127.0.0.1" },
        ...{ NEXTAUTH_SECRET: SECRET, LOG_LEVEL: "warn", SMTP_URL: "" },
        ...env,
      },
    });
    server = child;
    if (child.pid !== undefined) groups.add(-child.pid);
    ended = new Promise((resolve) => child.once("exit", resolve));
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const before = said.length;
    const ready = new Promise<void>((resolve) => child.stdout.on("data", () => said.slice(before).includes("Assay is ready") && resolve()));
    await Promise.race([
      ready,
      ended.then(() => {
        if (!said.slice(before).includes("Assay is ready")) throw new Error(`The server did not start: ${said.slice(before)}`);
      }),
    ]);
  };
  const running = () => server !== undefined && server.exitCode === null && server.signalCode === null;
  const kill = async () => {
    const group = -(server?.pid ?? 0);
    if (group !== 0) sendTo(group, "SIGKILL");
    await ended;
    // Its parent is gone first; it holds its lock until the system has taken it down.
    await within(30_000, () => group === 0 || !sendTo(group, 0));
  };
  return {
    ...{ address, dataDir, people: made.people, documentId: made.documentId, start, running, kill, said: () => said },
    stop: async () => {
      const began = performance.now();
      server?.kill("SIGTERM");
      return { code: await ended, ms: performance.now() - began };
    },
    look: async (work) => {
      const open = await openDatabase(database ? { url: database.direct } : { dataDir });
      return work(open).finally(open.close);
    },
    end: async () => {
      await kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Groups of processes that are to be gone when this one is. */
const groups = new Set<number>();
process.once("exit", () => {
  for (const group of groups) sendTo(group, "SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

/** False when nobody is there. */
function sendTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function populate({ prisma }: Database, count: number): Promise<{ people: Person[]; documentId: string }> {
  const editor = await createMember(prisma, { role: "editor" });
  const text = Array.from({ length: 60 }, (_, index) => `Sentence ${String(index + 1)} of the text that is under check here.`).join("\n\n");
  const document = await createDocument(prisma, { actor: editor, text });
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const actor = await createMember(prisma, { role: "admin", workspaceId: editor.workspaceId });
    const claim = await createClaim(prisma, { actor, document, quote: `Sentence ${String(index + 1)} of the text` });
    const cookie = `next-auth.session-token=${await encode({ token: { sid: actor.sessionId }, secret: SECRET })}`;
    people.push({ email: actor.email, cookie, claimId: claim.id });
  }
  return { people, documentId: document.id };
}
