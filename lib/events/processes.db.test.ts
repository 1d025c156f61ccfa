import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { actorsOfSessions } from "@/lib/auth/actor";
import { updateClaim } from "@/lib/commands/update-claim";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { databaseUrl, freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { followDocument } from "@/lib/queries/follow";
import { createClaim, createDocument, createMember, run } from "@/prisma/factories";
import { readerOf, type Reader } from "@/lib/db/test/stream-reader";

let prisma: PrismaClient;
let editor: Actor;
let claim: ClaimView;
let reader: Reader;
let other: ChildProcess;
const failures: unknown[] = [];
const failed = (error: unknown) => void failures.push(error);
const said: string[] = [];
const listeners = new Set<() => void>();

/** Resolves once the other process has said the line. */
const hearing = (line: string) =>
  new Promise<void>((resolve, reject) => {
    other.once("exit", () => reject(new Error("The other process has ended.")));
    const look = () => {
      if (!said.includes(line)) return;
      listeners.delete(look);
      resolve();
    };
    listeners.add(look);
    look();
  });

const heard = (statement: string) =>
  reader.until(() => reader.messages.some((message) => message.kind === "changes" && message.claims[0]?.statement === statement));

async function rename(statement: string): Promise<void> {
  const { version } = await prisma.claim.findUniqueOrThrow({ where: { id: claim.id } });
  await run(prisma, editor, updateClaim, { claimId: claim.id, version, statement });
}

// The embedded database belongs to one process.
describe.runIf(inject("database").engine === "postgresql")("two processes on one PostgreSQL", () => {
  beforeAll(async () => {
    const given = inject("database");
    const database = await freshDatabase();
    adoptDatabase(database);
    ({ prisma } = database);
    editor = await createMember(prisma, { role: "editor" });
    const document = await createDocument(prisma, { actor: editor });
    claim = await createClaim(prisma, { actor: editor, document });
    reader = readerOf(await followDocument.run(editor, { documentId: document.id }, { lastEventId: null, actorsOf: actorsOfSessions, failed }));
    const [{ name } = { name: "" }] = await prisma.$queryRaw<{ name: string }[]>`SELECT current_database() AS "name"`;
    const url = databaseUrl(given.engine === "postgresql" ? given.serverUrl : "", name);
    other = spawn(process.execPath, ["--import", "tsx", "lib/db/test/other-process.ts", url, JSON.stringify(editor), claim.id], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    if (!other.stdout) throw new Error("The other process cannot be heard.");
    createInterface({ input: other.stdout }).on("line", (line) => {
      said.push(line);
      for (const look of [...listeners]) look();
    });
    await hearing("ready");
  });

  afterAll(async () => {
    await reader.leave();
    const gone = new Promise((resolve) => other.once("exit", resolve));
    other.stdin?.end();
    expect(await gone).toBe(0);
    expect(failures).toEqual([]);
  });

  it("hear each other", async () => {
    await rename("From here");
    await hearing("heard From here");
    other.stdin?.write("From there\n");
    await heard("From there");
  });

  it("also when the connection that listens was cut, and at once again when it is back", async () => {
    const cut = await prisma.$queryRaw<{ pid: number }[]>`
      SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity WHERE "datname" = current_database() AND "application_name" = 'assay live'`;
    expect(cut).toHaveLength(2);
    await rename("While nobody listens");
    await hearing("heard While nobody listens");
    await heard("While nobody listens");
    other.stdin?.write("And again\n");
    await heard("And again");
  });
});
