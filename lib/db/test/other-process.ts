import { createInterface } from "node:readline";
import { updateClaim } from "@/lib/commands/update-claim";
import { adoptDatabase, closeDatabase } from "@/lib/db/client";
import { openDatabase } from "@/lib/db/open";
import type { Actor } from "@/lib/domain/role";
import { closeHub } from "@/lib/events/hub";
import { followDocument } from "@/lib/queries/follow";
import { run } from "@/prisma/factories";
import { readerOf } from "./stream-reader";

/* A second process on the same PostgreSQL, for tests: follows the claim's document, says each claim that it hears, and writes what it is told. */

const [url = "", given = "", claimId = ""] = process.argv.slice(2);
const actor = JSON.parse(given) as Actor; // the test's own
const database = await openDatabase({ url });
adoptDatabase(database);
const { prisma } = database;
const { documentId } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
const actors = new Map([[actor.sessionId, actor]]);
const body = await followDocument.run(
  actor,
  { documentId },
  { lastEventId: null, actorsOf: () => Promise.resolve(actors), failed: (error) => void process.stderr.write(String(error)) },
);
const reader = readerOf(body);
const say = (line: string) => process.stdout.write(`${line}\n`);
say("ready");

let told = 0;
const listening = reader.until(() => {
  for (const message of reader.messages.slice(told)) if (message.kind === "changes") for (const { statement } of message.claims) say(`heard ${statement}`);
  told = reader.messages.length;
  return false;
});
void listening.catch(() => undefined);

for await (const statement of createInterface({ input: process.stdin })) {
  const { version } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  await run(prisma, actor, updateClaim, { claimId, version, statement });
}
await closeHub();
await closeDatabase();
