import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorsOfSessions } from "@/lib/auth/actor";
import { endSession } from "@/lib/commands/account";
import { assessClaim } from "@/lib/commands/assess-claim";
import { changeRole } from "@/lib/commands/change-role";
import { readNotifications } from "@/lib/commands/notifications";
import { startThread } from "@/lib/commands/threads";
import { trashDocument } from "@/lib/commands/trash-document";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { readerOf, type Reader } from "@/lib/db/test/stream-reader";
import { freshDatabase } from "@/lib/db/testing";
import type { WaitingMessage } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import { createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";
import { Follow, follow } from "./follow";

let prisma: PrismaClient;
let admin: Actor;
let anna: Actor;
let ben: Actor;
let document: MadeDocument;
const errors: unknown[] = [];
const context = { lastEventId: null, actorsOf: actorsOfSessions, failed: (error: unknown) => void errors.push(error) };
const open: Reader[] = [];

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
});

beforeEach(async () => {
  admin = await createMember(prisma, { role: "admin", name: "Noor" });
  const { workspaceId } = admin;
  anna = await createMember(prisma, { workspaceId, name: "Anna" });
  ben = await createMember(prisma, { workspaceId, name: "Ben" });
  document = await createDocument(prisma, { actor: admin });
});

afterEach(async () => {
  for (const reader of open.splice(0)) await reader.leave();
  expect(errors).toEqual([]);
});

async function attend(viewer: Actor, documents?: string): Promise<Reader> {
  const reader = readerOf(await follow.run(viewer, Follow.parse({ waiting: "1", ...(documents ? { documents } : {}) }), context));
  open.push(reader);
  await reader.until(() => waiting(reader).length > 0);
  return reader;
}

const waiting = ({ messages }: Reader): WaitingMessage[] => messages.flatMap((message) => (message.kind === "waiting" ? [message] : []));
const unread = (reader: Reader) => waiting(reader).map((message) => message.unread);
const said = (actor: Actor, body: string, input: object = {}) => run(prisma, actor, startThread, { documentId: document.id, body, ...input });

describe("what waits for oneself", () => {
  it("is said at once, and again whenever it changes, also when one reads it somewhere else", async () => {
    const reader = await attend(ben);
    expect(waiting(reader)).toEqual([{ kind: "waiting", unread: 0, newest: null, work: 0, queue: null }]);
    await said(anna, "@Ben?");
    await reader.until(() => unread(reader).includes(1));
    expect(waiting(reader).at(-1)).toMatchObject({ unread: 1, work: 1, newest: expect.any(String) as string });
    const elsewhere = await attend(ben);
    expect(unread(elsewhere)).toEqual([1]);
    await run(prisma, ben, readNotifications, {});
    await reader.until(() => unread(reader).at(-1) === 0);
    await elsewhere.until(() => unread(elsewhere).at(-1) === 0);
  });

  it("comes on the stream of documents, is how it is now to whoever comes back, and is nothing of others", async () => {
    const reader = await attend(ben, `${document.id}:0`);
    const other = await attend(anna);
    await reader.until(() => reader.messages.some(({ kind }) => kind === "following"));
    await reader.leave();
    await said(anna, "@Ben?");
    await said(ben, "@Noor?");
    const back = await attend(ben, `${document.id}:0`);
    expect(unread(back)).toEqual([1]);
    await said(ben, "@Anna?");
    await other.until(() => unread(other).length > 1);
    expect(unread(other)).toEqual([0, 1]);
    expect(Follow.safeParse({}).success).toBe(false);
  });

  it("is less when the document goes to the trash", async () => {
    await said(anna, "@Ben?");
    const reader = await attend(ben);
    await run(prisma, admin, trashDocument, { documentId: document.id });
    await reader.until(() => unread(reader).at(-1) === 0);
    expect(waiting(reader).at(-1)?.newest).toBeNull();
  });
});

describe("nobody is told", () => {
  it("that anything was said, or assessed, while a claim is assessed blind; and all of it when the assessments are in", async () => {
    await run(prisma, admin, updateDocument, { documentId: document.id, version: 1, reviewMode: "blind", reviewers: 2 });
    const claim = await createClaim(prisma, { actor: admin, document });
    const label = async (position: number) =>
      (await prisma.scaleLabel.findFirstOrThrow({ where: { position, scale: { documents: { some: { id: document.id } } } } })).id;
    const assess = async (actor: Actor, position: number) =>
      run(prisma, actor, assessClaim, { claimId: claim.id, version: null, rationale: "Because.", labelId: await label(position) });
    const [mine, editors] = [await attend(ben), await attend(admin)];
    const before = [unread(mine), unread(editors)];
    await said(anna, "@Ben, @Noor: SECRET", { claimId: claim.id });
    await assess(anna, 0);
    // What may be known goes by the same way: when it has come, all before it was looked at.
    await said(anna, "@Ben, @Noor: all may know");
    await mine.until(() => unread(mine).at(-1) === 1);
    await editors.until(() => unread(editors).at(-1) === 1);
    expect([unread(mine), unread(editors)]).toEqual(before.map((counts) => [...counts, 1]));
    await assess(ben, 4);
    await mine.until(() => unread(mine).at(-1) === 2);
    await editors.until(() => unread(editors).at(-1) === 3);
    expect(JSON.stringify([mine.messages, editors.messages])).not.toMatch(/SECRET|Anna/);
  });

  it("who lost the session, or the membership: the stream ends at once", async () => {
    const readers = [await attend(anna), await attend(ben)];
    await run(prisma, anna, endSession, { sessionId: anna.sessionId });
    await prisma.membership.deleteMany({ where: { userId: ben.userId } });
    expect(await Promise.all(readers.map(({ ended }) => ended))).toEqual([null, null]);
  });

  it("who came to read only", async () => {
    await said(anna, "@Ben?");
    const reader = await attend(ben);
    await run(prisma, admin, changeRole, { userId: ben.userId, role: "reader" });
    await reader.until(() => unread(reader).at(-1) === 0);
    expect(waiting(reader).at(-1)).toMatchObject({ newest: null });
  });
});
