import { beforeAll, describe, expect, it } from "vitest";
import { deleteComment, editComment, reply } from "@/lib/commands/comments";
import { changeThread, seeThread, startThread } from "@/lib/commands/threads";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { placeOfWords } from "@/lib/domain/thread";
import { listClaimEvents } from "@/lib/queries/history";
import { lastSeen } from "@/lib/queries/last-seen";
import { listThreads } from "@/lib/queries/threads";
import { correctDocument, createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;
let one: Actor;
let two: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor", name: "Efua Darko" });
  const { workspaceId } = editor;
  one = await createMember(prisma, { role: "reviewer", workspaceId, name: "Rana Haddad" });
  two = await createMember(prisma, { role: "reviewer", workspaceId, name: "Tomás" });
  reader = await createMember(prisma, { role: "reader", workspaceId, name: "Only Reading" });
  stranger = await createMember(prisma, { role: "admin" });
  document = await createDocument(prisma, { actor: editor });
});

const code = (expected: AppError["code"]) => expect.objectContaining({ code: expected });
const list = (actor: Actor, claimId?: string) => listThreads.run(actor, { documentId: document.id, ...(claimId ? { claimId } : {}) });
const start = (actor: Actor, input: object = {}) => run(prisma, actor, startThread, { documentId: document.id, body: "Is this so?", ...input });

describe("a discussion", () => {
  it("is begun, answered, read, resolved, and opened again by an answer", async () => {
    const thread = await start(one);
    expect(thread).toMatchObject({ claim: null, evidence: null, words: null, resolved: null, comments: [{ body: "Is this so?", unread: false }] });
    const seen = (await list(two)).find(({ id }) => id === thread.id);
    expect(seen?.comments[0]?.unread).toBe(true);
    expect((await run(prisma, two, seeThread, { threadId: thread.id })).comments[0]?.unread).toBe(false);
    await run(prisma, two, reply, { threadId: thread.id, body: "It is." });
    expect((await list(one)).find(({ id }) => id === thread.id)?.comments.map(({ unread }) => unread)).toEqual([false, true]);
    const resolved = await run(prisma, two, changeThread, { threadId: thread.id, version: 1, resolved: true });
    expect(resolved.resolved?.by.name).toBe("Tomás");
    await expect(run(prisma, one, changeThread, { threadId: thread.id, version: 1, resolved: false })).rejects.toEqual(code("conflict"));
    expect((await run(prisma, one, reply, { threadId: thread.id, body: "Wait." })).resolved).toBeNull();
  });

  it("is for those who work on claims, in their own workspace", async () => {
    const thread = await start(one);
    await expect(list(reader)).rejects.toEqual(code("forbidden"));
    await expect(start(reader)).rejects.toEqual(code("forbidden"));
    await expect(run(prisma, reader, seeThread, { threadId: thread.id })).rejects.toEqual(code("forbidden"));
    await expect(list(stranger)).rejects.toEqual(code("not_found"));
    await expect(run(prisma, stranger, reply, { threadId: thread.id, body: "Hm." })).rejects.toEqual(code("not_found"));
    await expect(run(prisma, stranger, changeThread, { threadId: thread.id, version: 1, resolved: true })).rejects.toEqual(code("not_found"));
  });

  it("is about one thing, which lies in the document", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const other = await createDocument(prisma, { actor: editor });
    const elsewhere = await createClaim(prisma, { actor: editor, document: other });
    await expect(start(one, { claimId: elsewhere.id })).rejects.toEqual(code("invalid"));
    await expect(start(one, { claimId: claim.id, words: { revisionId: document.revisionId, start: 0, end: 3 } })).rejects.toEqual(code("invalid"));
    await expect(start(one, { words: { revisionId: document.revisionId, start: 0, end: 99_999 } })).rejects.toEqual(code("invalid"));
    await expect(start(one, { blocking: true })).rejects.toEqual(code("invalid"));
    const thread = await start(one, { claimId: claim.id, blocking: true });
    expect(thread).toMatchObject({ claim: { id: claim.id }, blocking: true });
    await expect(run(prisma, two, changeThread, { threadId: thread.id, version: 1, resolved: true })).rejects.toEqual(code("forbidden"));
    expect((await run(prisma, editor, changeThread, { threadId: thread.id, version: 1, blocking: false })).blocking).toBe(false);
    expect((await list(two, claim.id)).map(({ id }) => id)).toEqual([thread.id]);
  });

  it("finds its words again in a corrected text, or says that they are gone", async () => {
    const made = await createDocument(prisma, { actor: editor });
    const about = (words: string) => {
      const at = made.text.indexOf(words);
      return run(prisma, one, startThread, { documentId: made.id, body: "?", words: { revisionId: made.revisionId, start: at, end: at + words.length } });
    };
    await about("Nobody had counted");
    await about("paid for the whole work");
    const corrected = await correctDocument(prisma, {
      actor: editor,
      document: made,
      edit: (text) => `A word more. ${text.replace(" Nobody had counted.", "")}`,
    });
    const threads = await listThreads.run(one, { documentId: made.id });
    expect(threads.map(({ words }) => words?.quote)).toEqual(["Nobody had counted", "paid for the whole work"]);
    expect(threads[0]?.words?.place).toBeNull();
    const place = threads[1]?.words?.place;
    expect(corrected.text.slice(place?.start, place?.end)).toBe("paid for the whole work");
    // Whoever still reads the earlier text is led to where they stand there.
    const before = threads[1]?.words && placeOfWords(threads[1].words, 1);
    expect(made.text.slice(before?.start, before?.end)).toBe("paid for the whole work");
    expect(threads[0]?.words && placeOfWords(threads[0].words, 2)).toBeNull();
  });
});

describe("a comment", () => {
  it("names those who may read it, once each, and not its author", async () => {
    const thread = await start(one, { body: "@Tomás, @tomás and @Efua Darko: see @Rana Haddad and @Only Reading." });
    const mentions = await prisma.mention.findMany({ where: { comment: { threadId: thread.id } }, select: { userId: true } });
    expect(new Set(mentions.map(({ userId }) => userId))).toEqual(new Set([two.userId, editor.userId]));
  });

  it("is changed and deleted by its author alone; that it was stays", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const thread = await start(one, { claimId: claim.id, body: "@Tomás?" });
    const commentId = thread.comments[0]?.id ?? "";
    await expect(run(prisma, editor, editComment, { commentId, version: 1, body: "No." })).rejects.toEqual(code("forbidden"));
    await expect(run(prisma, stranger, deleteComment, { commentId })).rejects.toEqual(code("not_found"));
    const edited = await run(prisma, one, editComment, { commentId, version: 1, body: "Somebody?" });
    expect(edited.comments[0]).toMatchObject({ body: "Somebody?", version: 2 });
    expect(edited.comments[0]?.editedAt).not.toBeNull();
    expect(await prisma.mention.count({ where: { commentId } })).toBe(0);
    await expect(run(prisma, one, editComment, { commentId, version: 1, body: "Late." })).rejects.toEqual(code("conflict"));
    const deleted = await run(prisma, one, deleteComment, { commentId });
    expect(deleted.comments[0]).toMatchObject({ body: "", deleted: true });
    await expect(run(prisma, one, deleteComment, { commentId })).rejects.toEqual(code("not_found"));
    const { items } = await listClaimEvents.run(two, { claimId: claim.id });
    expect(items.map(({ type }) => type).slice(0, 3)).toEqual(["comment.deleted", "comment.edited", "thread.started"]);
  });

  it("is its author's alone while the claim is assessed blind", async () => {
    const made = await createDocument(prisma, { actor: editor });
    const { version } = await prisma.document.findUniqueOrThrow({ where: { id: made.id }, select: { version: true } });
    await run(prisma, editor, updateDocument, { documentId: made.id, version, reviewMode: "blind" });
    const claim = await createClaim(prisma, { actor: editor, document: made });
    const told = await lastSeen(prisma, two, made.id);
    const time = async () => (await prisma.document.findUniqueOrThrow({ where: { id: made.id }, select: { updatedAt: true } })).updatedAt;
    const touched = await time();
    const thread = await run(prisma, one, startThread, { documentId: made.id, claimId: claim.id, body: "Plainly false." });
    expect(await time()).toEqual(touched);
    for (const viewer of [two, editor]) {
      expect(await listThreads.run(viewer, { documentId: made.id })).toEqual([]);
      expect(await lastSeen(prisma, viewer, made.id)).toBe(told);
      const { items } = await listClaimEvents.run(viewer, { claimId: claim.id });
      expect(items.filter(({ type }) => type.startsWith("thread."))).toEqual([]);
      await expect(run(prisma, viewer, reply, { threadId: thread.id, body: "Really?" })).rejects.toEqual(code("not_found"));
      await expect(run(prisma, viewer, changeThread, { threadId: thread.id, version: 1, resolved: true })).rejects.toEqual(code("not_found"));
    }
    expect(await listThreads.run(one, { documentId: made.id })).toHaveLength(1);
  });
});
