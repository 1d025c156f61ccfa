import { beforeAll, describe, expect, inject, it } from "vitest";
import { actorsOfSessions } from "@/lib/auth/actor";
import { endSession } from "@/lib/commands/account";
import { assessClaim } from "@/lib/commands/assess-claim";
import { changeRole } from "@/lib/commands/change-role";
import { addEvidence } from "@/lib/commands/evidence";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { updateSource } from "@/lib/commands/source";
import { trashClaim } from "@/lib/commands/trash-claim";
import { trashDocument } from "@/lib/commands/trash-document";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { ChangesMessage } from "@/lib/domain/live";
import type { Actor, Role } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { Hub } from "@/lib/events/hub";
import { lastSeq } from "@/lib/events/log";
import { record } from "@/lib/events/record";
import { readerOf, type Reader } from "@/lib/db/test/stream-reader";
import { createClaim, createDocument, createMember, evidenceInput, rulingInput, run, type MadeDocument } from "@/prisma/factories";
import { documentSource } from "./changes";
import { follow, followDocument } from "./follow";
import { BePresent, bePresent } from "./presence";
import { waitingFor } from "./waiting";

let prisma: PrismaClient;
let admin: Actor;
const errors: unknown[] = [];
const context = { lastEventId: null, actorsOf: actorsOfSessions, failed: (error: unknown) => void errors.push(error) };

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
});

const member = (role: Role) => createMember(prisma, { role, workspaceId: admin.workspaceId });

async function given(): Promise<{ document: MadeDocument; claim: ClaimView; seq: number }> {
  const document = await createDocument(prisma, { actor: admin });
  const claim = await createClaim(prisma, { actor: admin, document });
  return { document, claim, seq: await lastSeq(prisma, document.id) };
}

const followed = async (viewer: Actor, documentId: string, after?: number) =>
  readerOf(await followDocument.run(viewer, { documentId, ...(after === undefined ? {} : { after }) }, context));

const rename = async (claimId: string, statement: string) => {
  const { version } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  return run(prisma, admin, updateClaim, { claimId, version, statement });
};

const changes = ({ messages }: Reader): ChangesMessage[] => messages.flatMap((message) => (message.kind === "changes" ? [message] : []));
const types = (reader: Reader) => changes(reader).flatMap(({ events }) => events.map(({ type }) => type));
const last = (reader: Reader) => changes(reader).at(-1);

/** Resolves once a transaction waits for a lock, or the condition holds. */
async function waitingOrDone(done: () => boolean): Promise<void> {
  for (;;) {
    const [row] = await prisma.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
    if (done() || Number(row?.count) > 0) return;
  }
}

describe("whoever follows a document", () => {
  it("hears what others do, with the claim as it is now, and can tell where it was", async () => {
    const { document, claim, seq } = await given();
    const reader = await followed(await member("reader"), document.id, seq);
    await rename(claim.id, "The bridge opened in March 1932.");
    await reader.until(() => types(reader).includes("claim.updated"));
    expect(reader.messages[0]).toEqual({ kind: "following", documentId: document.id, seq });
    expect(last(reader)).toMatchObject({ from: seq, seq: await lastSeq(prisma, document.id), revision: 1, gone: [] });
    expect(last(reader)?.events).toMatchObject([{ type: "claim.updated", claimId: claim.id, actor: { id: admin.userId, name: admin.name } }]);
    expect(last(reader)?.claims).toMatchObject([{ id: claim.id, statement: "The bridge opened in March 1932.", version: 2, anchors: [{ start: 0, end: 25 }] }]);
    await run(prisma, admin, trashClaim, { claimId: claim.id });
    await reader.until(() => last(reader)?.gone[0]?.id === claim.id);
    const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
    await run(prisma, admin, updateDocument, { documentId: document.id, version, title: "The old bridge" });
    await reader.until(() => last(reader)?.document?.title === "The old bridge");
    await reader.leave();
  });

  it("hears that a source changed which the document uses, and a reader not what happened", async () => {
    const { document, claim } = await given();
    const other = await createDocument(prisma, { actor: admin });
    const proven = await run(prisma, admin, addEvidence, evidenceInput(claim.id));
    const source = proven.evidence[0]?.source;
    const [reader, reviewer, elsewhere] = [
      await followed(await member("reader"), document.id),
      await followed(admin, document.id),
      await followed(admin, other.id),
    ];
    await run(prisma, admin, updateSource, { sourceId: source?.id ?? "", version: source?.version ?? 0, title: "City archive, file 12" });
    await rename(claim.id, "After the source");
    await reviewer.until(() => types(reviewer).includes("claim.updated"));
    await reader.until(() => types(reader).includes("claim.updated"));
    expect(types(reviewer)).toEqual(["source.updated", "claim.updated"]);
    expect(types(reader)).toEqual(["claim.updated"]);
    expect(JSON.stringify([reviewer.messages, reader.messages])).not.toContain("file 12");
    expect(changes(elsewhere)).toEqual([]);
    for (const each of [reader, reviewer, elsewhere]) await each.leave();
  });

  it("gets what was missed, after the number that was seen last, the header before the address", async () => {
    const { document, claim, seq } = await given();
    await rename(claim.id, "Second");
    const second = await lastSeq(prisma, document.id);
    await rename(claim.id, "Third");
    const whole = await followed(admin, document.id, seq);
    await whole.until(() => types(whole).length === 2);
    const rest = readerOf(await followDocument.run(admin, { documentId: document.id, after: seq }, { ...context, lastEventId: String(second) }));
    await rest.until(() => types(rest).length === 1);
    expect(last(rest)?.claims).toMatchObject([{ statement: "Third" }]);
    const nothing = await followed(admin, document.id);
    await rename(claim.id, "Fourth");
    await nothing.until(() => types(nothing).length === 1);
    for (const reader of [whole, rest, nothing]) await reader.leave();
  });

  it("is told to read again when too much was missed, or the number was never given", async () => {
    const { document, seq } = await given();
    const events = Array.from({ length: 600 }, () => ({
      workspaceId: admin.workspaceId,
      documentId: document.id,
      actorId: admin.userId,
      type: "document.updated",
      data: {},
    }));
    await prisma.event.createMany({ data: events });
    const now = await lastSeq(prisma, document.id);
    const far = await followed(admin, document.id, seq);
    await far.until(() => far.messages.some(({ kind }) => kind === "reset"));
    expect(far.messages.find(({ kind }) => kind === "reset")).toEqual({ kind: "reset", documentId: document.id, seq: now });
    const future = await followed(admin, document.id, now + 1_000_000);
    await future.until(() => future.messages.length > 0);
    expect(future.messages[0]).toEqual({ kind: "reset", documentId: document.id, seq: now });
    for (const reader of [far, future]) await reader.leave();
  });

  it("hears events in the order of their numbers, however the transactions overlap", async () => {
    const { document, claim, seq } = await given();
    const reader = await followed(admin, document.id, seq);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const written: string[] = [];
    let began: () => void = () => undefined;
    const beginning = new Promise<void>((resolve) => (began = resolve));
    const slow = prisma.$transaction(async (tx) => {
      await record(tx, admin, { type: "claim.moved", documentId: document.id, claimId: claim.id });
      began();
      await held;
      written.push("slow");
    });
    await beginning;
    const quick = prisma.$transaction(async (tx) => {
      await record(tx, admin, { type: "claim.returned", documentId: document.id, claimId: claim.id });
      written.push("quick");
    });
    // The quick one would be first, had it not to wait for its turn. On PGlite it has not even begun.
    if (inject("database").engine === "postgresql") await waitingOrDone(() => written.length > 0);
    release();
    await Promise.all([slow, quick]);
    await reader.until(() => types(reader).length === 2);
    expect(written).toEqual(["slow", "quick"]);
    expect(types(reader)).toEqual(["claim.moved", "claim.returned"]);
    const numbers = changes(reader).flatMap(({ events }) => events.map((event) => event.seq));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await reader.leave();
  });

  it("misses nothing while many write at once", async () => {
    const { document, claim, seq } = await given();
    const reader = await followed(admin, document.id, seq);
    const write = (index: number) =>
      prisma.$transaction((tx) => record(tx, admin, { type: "claim.updated", documentId: document.id, claimId: claim.id, after: { index } }), {
        maxWait: 30_000,
        timeout: 30_000,
      });
    await Promise.all(Array.from({ length: 60 }, (_, index) => write(index)));
    await reader.until(() => types(reader).length >= 60);
    const told = changes(reader).flatMap(({ events }) => events.map((event) => event.seq));
    const stored = await prisma.event.findMany({ where: { documentId: document.id, seq: { gt: seq } }, orderBy: { seq: "asc" }, select: { seq: true } });
    expect(told).toEqual(stored.map((event) => Number(event.seq)));
    expect(changes(reader).map(({ from }) => from)).toEqual([seq, ...changes(reader).map((message) => message.seq)].slice(0, -1));
    await reader.leave();
  });
});

describe("nobody learns from the stream what they may not see", () => {
  it("neither a verdict before an own one, nor that there is one; and never what was written", async () => {
    const { document, claim, seq } = await given();
    const [one, other, editor] = await Promise.all([member("reviewer"), member("reviewer"), member("editor")]);
    const readers = {
      own: await followed(one, document.id, seq),
      other: await followed(other, document.id, seq),
      editor: await followed(editor, document.id, seq),
    };
    const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { documents: { some: { id: document.id } } } } });
    await run(prisma, admin, addEvidence, evidenceInput(claim.id));
    await run(prisma, one, assessClaim, { claimId: claim.id, version: null, labelId: label.id, rationale: "SECRETreason" });
    await rename(claim.id, "Afterwards");
    for (const reader of Object.values(readers)) await reader.until(() => types(reader).includes("claim.updated"));
    // Nor does a number tell: the last one that the other was given is that of what everyone may know.
    const assessed = await prisma.event.findFirstOrThrow({ where: { documentId: document.id, type: "claim.assessed" } });
    expect(changes(readers.other).map((message) => message.seq)).not.toContain(Number(assessed.seq));
    expect(types(readers.own)).toContain("claim.assessed");
    expect(types(readers.editor)).toContain("claim.assessed");
    expect(types(readers.other)).not.toContain("claim.assessed");
    expect(JSON.stringify(Object.values(readers).map(({ messages }) => messages))).not.toMatch(/SECRETreason|City archive|before|after"/);
    for (const reader of Object.values(readers)) await reader.leave();
  });

  it("nor who works on evidence and drafts of rulings, when they only read", async () => {
    const { document, claim, seq } = await given();
    const reader = await followed(await member("reader"), document.id, seq);
    await run(prisma, admin, addEvidence, evidenceInput(claim.id));
    await run(prisma, admin, ruleClaim, await rulingInput(prisma, claim));
    await reader.until(() => last(reader)?.claims[0]?.state === "in_review");
    expect(types(reader).filter((type) => type !== "claim.moved")).toEqual([]);
    expect(last(reader)?.claims).toMatchObject([{ evidenceCount: 1, labelId: null }]);
    await reader.leave();
  });

  it("nor anything of another workspace", async () => {
    const { document } = await given();
    const stranger = await createMember(prisma, { role: "admin" });
    await expect(followDocument.run(stranger, { documentId: document.id }, context)).rejects.toMatchObject({ code: "not_found" });
    await expect(follow.run(stranger, { documents: [{ documentId: document.id, after: 0 }] }, context)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("who is there", () => {
  const tab = "7b516de2-48bc-4f13-a4e3-696aacb17f09";
  const news = (reader: Reader) => reader.messages.flatMap((message) => (message.kind === "presence" ? [message] : []));

  it("is told to those who follow, and answered, until they say goodbye", async () => {
    const { document, claim } = await given();
    const viewer = await member("reviewer");
    const reader = await followed(admin, document.id);
    const selection = { revisionId: document.revisionId, start: 4, end: 10 };
    await bePresent.run(viewer, BePresent.parse({ documentId: document.id, tab, claimId: claim.id, selection }));
    await reader.until(() => news(reader).length > 0);
    const person = { id: viewer.userId, name: viewer.name };
    expect(news(reader)[0]?.here).toMatchObject([{ person, claimId: claim.id, selection }]);
    const mine = await bePresent.run(admin, BePresent.parse({ documentId: document.id, tab: "06fb2bde-7a6f-4c0f-93c4-a39d0c3b6c39" }));
    expect(mine.people).toMatchObject([{ person }]);
    await bePresent.run(viewer, BePresent.parse({ documentId: document.id, tab, here: false }));
    await reader.until(() => news(reader).some(({ gone }) => gone.length > 0));
    expect(JSON.stringify(news(reader))).not.toContain(viewer.sessionId);
    await reader.leave();
  });

  it("but not at which claim, where nobody may know of the others' assessments; and nothing to strangers", async () => {
    const { document, claim } = await given();
    await prisma.document.update({ where: { id: document.id }, data: { reviewMode: "blind" } });
    const reader = await followed(admin, document.id);
    await bePresent.run(await member("reviewer"), BePresent.parse({ documentId: document.id, tab, claimId: claim.id }));
    await reader.until(() => news(reader).length > 0);
    expect(news(reader)[0]?.here).toMatchObject([{ claimId: null, selection: null }]);
    const stranger = await createMember(prisma, { role: "admin" });
    await expect(bePresent.run(stranger, BePresent.parse({ documentId: document.id, tab }))).rejects.toMatchObject({ code: "not_found" });
    await reader.leave();
  });
});

describe("a stream ends", () => {
  it("at once when the session, the membership or the person's access does", async () => {
    const { document } = await given();
    const [one, two, three] = await Promise.all([member("reviewer"), member("reviewer"), member("reviewer")]);
    const readers = await Promise.all([one, two, three].map((viewer) => followed(viewer, document.id)));
    await run(prisma, one, endSession, { sessionId: one.sessionId });
    await prisma.membership.deleteMany({ where: { userId: two.userId } });
    await prisma.user.update({ where: { id: three.userId }, data: { suspendedAt: new Date() } });
    expect(await Promise.all(readers.map(({ ended }) => ended))).toEqual([null, null, null]);
  });

  it("not when the role changes, but then all is to be read again, and no more is told than the new role sees", async () => {
    const { document, claim, seq } = await given();
    const viewer = await member("editor");
    const reader = await followed(viewer, document.id, seq);
    await run(prisma, admin, changeRole, { userId: viewer.userId, role: "reader" });
    await reader.until(() => reader.messages.some(({ kind }) => kind === "reset"));
    await run(prisma, admin, addEvidence, evidenceInput(claim.id));
    await reader.until(() => last(reader)?.claims[0]?.evidenceCount === 1);
    expect(types(reader)).not.toContain("evidence.added");
    await reader.leave();
  });

  it("for a document that is deleted, and goes on for others", async () => {
    const [first, second] = [await given(), await given()];
    const documents = [first, second].map(({ document, seq }) => ({ documentId: document.id, after: seq }));
    const reader = readerOf(await follow.run(admin, { documents }, context));
    await run(prisma, admin, trashDocument, { documentId: first.document.id });
    await reader.until(() => reader.messages.some(({ kind }) => kind === "end"));
    expect(reader.messages.find(({ kind }) => kind === "end")).toEqual({ kind: "end", documentId: first.document.id });
    await rename(second.claim.id, "Still heard");
    await reader.until(() => last(reader)?.claims[0]?.statement === "Still heard");
    const again = readerOf(await follow.run(admin, { documents }, context));
    await again.until(() => again.messages.some(({ kind }) => kind === "end"));
    for (const each of [reader, again]) await each.leave();
  });

  it("for whoever never reads, and for nobody else", async () => {
    const { document, claim, seq } = await given();
    const hub = new Hub({ source: documentSource, waiting: waitingFor, actorsOf: actorsOfSessions, failed: context.failed });
    const lazy = await hub.stream(admin, [{ documentId: document.id, after: seq }]);
    const reader = readerOf(await hub.stream(admin, [{ documentId: document.id, after: seq }]));
    const long = "The bridge opened. ".repeat(100);
    let written = 0;
    while (hub.size > 1) {
      written += 1;
      await rename(claim.id, `${long}${String(written)}`.slice(-1900));
      await reader.until(() => last(reader)?.claims[0]?.version === written + 1);
    }
    await expect(lazy.getReader().read()).rejects.toMatchObject({ name: "AbortError" });
    expect(types(reader)).toHaveLength(written);
    await hub.close();
    expect(await reader.ended).toBeNull();
    await expect(hub.stream(admin, [])).rejects.toMatchObject({ code: "unavailable" });
  });

  it("leaves nothing behind, and a session has a bounded number of them", async () => {
    const { document } = await given();
    const hub = new Hub({ source: documentSource, waiting: waitingFor, actorsOf: actorsOfSessions, failed: context.failed });
    const readers: Reader[] = [];
    for (let count = 0; count < 20; count += 1) readers.push(readerOf(await hub.stream(admin, [{ documentId: document.id, after: null }])));
    await expect(hub.stream(admin, [])).rejects.toMatchObject({ code: "rate_limited" });
    for (const reader of readers) await reader.leave();
    expect(hub.size).toBe(0);
    await hub.close();
    expect(errors).toEqual([]);
  });
});
