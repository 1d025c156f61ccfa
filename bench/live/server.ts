import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { applyMigrations } from "../../lib/db/migrate";
import { createEmbedded, openDatabase, type Database } from "../../lib/db/open";
import { startPostgres } from "../../lib/db/test/postgres-server";
import { updateClaim } from "../../lib/commands/update-claim";
import type { Actor } from "../../lib/domain/role";
import { freePort } from "../../scripts/bootstrap/port.mjs";
import { createClaim, createDocument, createMember, run } from "../../prisma/factories";

/** What the readers and writers need to know of a server. */
export interface Stage {
  name: string;
  address: string;
  /** The process whose memory counts. */
  pid: number;
  /** Cookies: a reader's each is a session of its own. */
  readers: string[];
  writers: { cookie: string; claimId: string }[];
  streamPath: string;
  close: () => Promise<void>;
}

const SECRET = "a secret for the benchmark, which nobody else uses";
const LONGEST_TEXT = Array.from({ length: 40 }, (_, index) => `Sentence ${String(index + 1)} of the text that is under check here.`).join("\n\n");

/** The server as it is built, on either engine, with one document that all of them follow. */
export async function stage(engine: Database["engine"], counts: { readers: number; writers: number }): Promise<Stage> {
  if (!existsSync(".next/BUILD_ID")) throw new Error('Build the server first: "npm run build".');
  const directory = mkdtempSync(path.join(tmpdir(), "assay-bench-"));
  const postgres = engine === "postgresql" ? await startPostgres() : null;
  const made = { current: null as Made | null };
  const fill = async (database: Database) => {
    await applyMigrations(database);
    made.current = await people(database, counts);
  };
  if (postgres) {
    const database = await openDatabase({ url: postgres.url });
    await fill(database);
    await database.close();
  } else await createEmbedded(directory, fill);
  if (!made.current) throw new Error("The database was not filled.");
  const { documentId, readers, writers } = made.current;
  const port = await freePort();
  const env = {
    NODE_ENV: "production" as const,
    DATA_DIR: directory,
    DATABASE_URL: postgres?.url ?? "",
    NEXTAUTH_SECRET: SECRET,
    LOG_LEVEL: "warn",
    PORT: String(port),
  };
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "127.0.0.1"], {
    env: { ...process.env, ...env, NEXTAUTH_URL: `http://127.0.0.1:${String(port)}` },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const address = `http://127.0.0.1:${String(port)}`;
  await ready(`${address}/api/health/ready`);
  return {
    name: `Assay on ${engine === "pglite" ? "PGlite" : "PostgreSQL"}`,
    address,
    pid: server.pid ?? 0,
    readers,
    writers,
    streamPath: `/api/v1/events?documents=${documentId}:0`,
    close: async () => {
      await ended(server);
      await postgres?.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface Made {
  documentId: string;
  readers: string[];
  writers: { cookie: string; claimId: string }[];
}

async function people({ prisma }: Database, counts: { readers: number; writers: number }): Promise<Made> {
  const editor = await createMember(prisma, { role: "editor" });
  const document = await createDocument(prisma, { actor: editor, text: LONGEST_TEXT });
  const member = (role: Actor["role"]) => createMember(prisma, { role, workspaceId: editor.workspaceId });
  const writers: Made["writers"] = [];
  for (let index = 0; index < counts.writers; index += 1) {
    const actor = await member("reviewer");
    const claim = await createClaim(prisma, { actor, document, quote: `Sentence ${String(index + 1)} of the text` });
    await run(prisma, actor, updateClaim, { claimId: claim.id, version: 1, tags: ["bench"] });
    writers.push({ cookie: await cookieOf(actor.sessionId), claimId: claim.id });
  }
  // As many as there must be: of one person no more than forty streams are open.
  const roles = ["reader", "reviewer", "editor"] as const;
  const readingPeople = await Promise.all(
    Array.from({ length: Math.max(3, Math.ceil(counts.readers / 36)) }, (_, index) => member(roles[index % 3] ?? "reader")),
  );
  const readers: string[] = [];
  for (let index = 0; index < counts.readers; index += 1) {
    const { userId } = readingPeople[index % readingPeople.length] ?? editor;
    const session = await prisma.session.create({ data: { userId, expiresAt: new Date(Date.now() + 86_400_000) }, select: { id: true } });
    readers.push(await cookieOf(session.id));
  }
  return { documentId: document.id, readers, writers };
}

async function cookieOf(sessionId: string): Promise<string> {
  return `next-auth.session-token=${await encode({ token: { sid: sessionId }, secret: SECRET })}`;
}

/** The floor: the least that any server does. It keeps nothing, asks nobody, and sends what was written to every stream. */
export async function floor(counts: { readers: number; writers: number }): Promise<Stage> {
  const streams = new Set<ServerResponse>();
  const versions = new Map<string, number>();
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("event: beat\ndata: {}\n\n");
      streams.add(response);
      request.once("close", () => streams.delete(response));
      return;
    }
    const id = request.url ?? "";
    request.resume().once("end", () => {
      const version = (versions.get(id) ?? 2) + 1;
      versions.set(id, version);
      const claims = [{ id: id.replace(/.*\//, ""), version, statement: "A statement as long as they are.", anchors: [{ start: 1, end: 20 }] }];
      const text = `event: changes\ndata: ${JSON.stringify({ kind: "changes", claims, filling: "x".repeat(600) })}\n\n`;
      for (const stream of streams) stream.write(text);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ version }));
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    name: "empty floor",
    address: `http://127.0.0.1:${String(port)}`,
    pid: 0,
    readers: Array.from({ length: counts.readers }, () => ""),
    writers: Array.from({ length: counts.writers }, (_, index) => ({ cookie: "", claimId: `claim-${String(index)}` })),
    streamPath: "/",
    close: () => {
      for (const stream of streams) stream.end();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Resident memory of a process in MB, where the system tells it. */
export function memoryOf(pid: number): number | null {
  const file = `/proc/${String(pid)}/status`;
  if (pid === 0 || !existsSync(file)) return null;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1]) / 1024;
}

async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server did not become ready.");
}

/** Asks the server to stop and says after how many milliseconds it had. */
async function ended(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
}
