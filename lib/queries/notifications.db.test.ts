import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { reply } from "@/lib/commands/comments";
import { readNotification, readNotifications } from "@/lib/commands/notifications";
import { notify } from "@/lib/commands/notify";
import { seeThread, startThread } from "@/lib/commands/threads";
import { restoreClaim, trashClaim } from "@/lib/commands/trash-claim";
import { restoreDocument, trashDocument } from "@/lib/commands/trash-document";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { CLAIM_STATES } from "@/lib/domain/claim";
import type { AppError } from "@/lib/domain/errors";
import { NOTIFICATION_KINDS, type NotificationKind } from "@/lib/domain/notification";
import { REVIEW_MODES } from "@/lib/domain/review";
import { ROLES, type Actor } from "@/lib/domain/role";
import { seesNotification } from "@/lib/policies/notification";
import { createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";
import { assessedSelect, toAssessed } from "./assessed-claim";
import { countNotifications, ListNotifications, listNotifications } from "./notifications";
import { inSight } from "./notifications-in-sight";

let prisma: PrismaClient;
let editor: Actor;
let anna: Actor;
let ben: Actor;
let cleo: Actor;
let stranger: Actor;
let document: MadeDocument;
let labels: string[];

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor", name: "Efua" });
  const { workspaceId } = editor;
  anna = await createMember(prisma, { workspaceId, name: "Anna" });
  ben = await createMember(prisma, { workspaceId, name: "Ben" });
  cleo = await createMember(prisma, { workspaceId, name: "Cleo" });
  stranger = await createMember(prisma, { role: "admin" });
});

beforeEach(async () => {
  await prisma.notification.deleteMany();
  document = await createDocument(prisma, { actor: editor });
  const rows = await prisma.scaleLabel.findMany({ where: { scale: { documents: { some: { id: document.id } } } }, orderBy: { position: "asc" } });
  labels = rows.map((row) => row.id);
});

const list = (actor: Actor, input: object = {}) => listNotifications.run(actor, ListNotifications.parse(input));
const count = async (actor: Actor) => (await countNotifications.run(actor, {})).unread;
const code = (expected: AppError["code"]) => expect.objectContaining({ code: expected });
const tell = (to: Actor, kind: NotificationKind, given: { claimId?: string; at?: string } = {}) =>
  prisma.$transaction((tx) =>
    notify(tx, editor, { kind, to: [to.userId], documentId: document.id, claimId: given.claimId ?? null }, new Date(given.at ?? "2026-11-20T10:00:00Z")),
  );

describe("one's notifications", () => {
  it("come the unread first, then the latest, page by page", async () => {
    const claims = [];
    for (const quote of ["The bridge opened in 1932", "Nobody had counted", "Engineers disagreed"])
      claims.push(await createClaim(prisma, { actor: editor, document, quote }));
    for (const [index, claim] of claims.entries()) await tell(anna, "assigned", { claimId: claim.id, at: `2026-11-2${String(index)}T10:00:00Z` });
    await tell(anna, "quotes_in_doubt", { at: "2026-11-19T10:00:00Z" });
    const all = await list(anna);
    const number = ({ claim }: { claim: { number: number } | null }) => claim?.number ?? 0;
    expect(all.items.map(number)).toEqual([3, 2, 1, 0]);
    expect(all).toMatchObject({ next: null, unread: 4 });
    expect(all.items[0]).toMatchObject({ kind: "assigned", by: { name: "Efua" }, document: { id: document.id }, comment: null, read: false });
    await run(prisma, anna, readNotification, { notificationId: all.items[0]?.id ?? "" });
    await run(prisma, anna, readNotification, { notificationId: all.items[2]?.id ?? "" });
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(anna, { limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(number));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([2, 0, 3, 1]);
    expect(await count(anna)).toBe(2);
    expect(ListNotifications.safeParse({ cursor: "unread~x~y" }).success).toBe(false);
    expect((await list(anna, { cursor: "read~999999999999999~y" })).items.map(number)).toEqual([3, 1]);
  });

  it("are read one by one, all up to a moment, with the claim, with the text, and with the discussion", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    await tell(anna, "assigned", { claimId: claim.id });
    await tell(anna, "quotes_in_doubt", { at: "2026-11-19T10:00:00Z" });
    const thread = await run(prisma, ben, startThread, { documentId: document.id, claimId: claim.id, body: "@Anna?" });
    const unread = async () => (await list(anna)).items.filter(({ read }) => !read).map(({ kind }) => kind);
    expect(await unread()).toEqual(["mentioned", "assigned", "quotes_in_doubt"]);
    expect(await run(prisma, anna, readNotifications, { claimId: claim.id })).toEqual({ unread: 2 });
    expect(await unread()).toEqual(["mentioned", "quotes_in_doubt"]);
    await run(prisma, anna, readNotifications, { documentId: document.id });
    expect(await unread()).toEqual(["mentioned"]);
    await run(prisma, anna, readNotifications, { until: "2026-11-21T00:00:00Z" });
    expect(await unread()).toEqual(["mentioned"]);
    await run(prisma, anna, seeThread, { threadId: thread.id });
    expect(await unread()).toEqual([]);
    await run(prisma, ben, reply, { threadId: thread.id, body: "@Anna!" });
    expect(await run(prisma, anna, readNotifications, {})).toEqual({ unread: 0 });
  });

  it("are nobody else's", async () => {
    await tell(anna, "quotes_in_doubt");
    const [{ id = "" } = {}] = (await list(anna)).items;
    for (const other of [ben, editor, stranger]) {
      await expect(run(prisma, other, readNotification, { notificationId: id })).rejects.toEqual(code("not_found"));
      await run(prisma, other, readNotifications, {});
      expect(await count(other)).toBe(0);
    }
    expect(await count({ ...anna, workspaceId: stranger.workspaceId })).toBe(0);
    expect(await count(anna)).toBe(1);
  });

  it("go out of sight with what they are about, and come back with it", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    await tell(anna, "assigned", { claimId: claim.id });
    await run(prisma, editor, trashClaim, { claimId: claim.id });
    expect(await count(anna)).toBe(0);
    await run(prisma, editor, restoreClaim, { claimId: claim.id });
    expect(await count(anna)).toBe(1);
    await run(prisma, editor, trashDocument, { documentId: document.id });
    expect((await list(anna)).items).toEqual([]);
    await run(prisma, anna, readNotifications, {});
    await run(prisma, editor, restoreDocument, { documentId: document.id });
    expect(await count(anna)).toBe(1);
  });
});

describe("while a claim is assessed blind", () => {
  it("nothing is told of what is said about it, and nothing is lost of it when the assessments are in", async () => {
    await run(prisma, editor, updateDocument, { documentId: document.id, version: 1, reviewMode: "blind", reviewers: 2 });
    const claim = await createClaim(prisma, { actor: editor, document });
    const thread = await run(prisma, anna, startThread, { documentId: document.id, claimId: claim.id, body: "@Ben, @Efua: SECRET." });
    const assess = (actor: Actor, label: number) =>
      run(prisma, actor, assessClaim, { claimId: claim.id, version: null, rationale: "Because.", labelId: labels[label] ?? "" });
    await assess(anna, 0);
    for (const other of [ben, editor, cleo]) {
      expect(await list(other)).toEqual({ items: [], next: null, unread: 0 });
      expect(await run(prisma, other, readNotifications, {})).toEqual({ unread: 0 });
      await run(prisma, other, seeThread, { threadId: thread.id }).catch(() => undefined);
    }
    const hidden = await prisma.notification.findFirstOrThrow({ where: { userId: ben.userId } });
    await expect(run(prisma, ben, readNotification, { notificationId: hidden.id })).rejects.toEqual(code("not_found"));
    await assess(ben, 4);
    expect((await list(ben)).items).toMatchObject([{ kind: "mentioned", by: { name: "Anna" }, comment: { beginning: "@Ben, @Efua: SECRET." }, read: false }]);
    expect((await list(editor)).items.map(({ kind }) => kind).sort()).toEqual(["contested", "mentioned"]);
    expect(await count(cleo)).toBe(0);
  });

  it("the database asks exactly what the policy says, for every role, kind, mode and state", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const thread = await run(prisma, anna, startThread, { documentId: document.id, claimId: claim.id, body: "Hm." });
    const commentId = thread.comments[0]?.id ?? "";
    const base = { workspaceId: editor.workspaceId, userId: ben.userId, documentId: document.id, claimId: claim.id, inPage: true, mail: "daily" as const };
    for (const kind of NOTIFICATION_KINDS) await prisma.notification.create({ data: { ...base, kind, threadId: thread.id, commentId } });
    for (const reviewMode of REVIEW_MODES)
      for (const state of CLAIM_STATES)
        for (const assessedAt of [null, new Date()]) {
          await prisma.document.update({ where: { id: document.id }, data: { reviewMode } });
          const row = await prisma.claim.update({ where: { id: claim.id }, data: { state, assessedAt }, select: assessedSelect });
          for (const role of ROLES) {
            const viewer = { ...ben, role };
            const rows = await prisma.notification.findMany({ where: inSight(viewer), select: { kind: true } });
            const allowed = NOTIFICATION_KINDS.filter((kind) => seesNotification(viewer, kind, { authorId: anna.userId, claim: toAssessed(row) }));
            expect(new Set(rows.map(({ kind }) => kind)), `${reviewMode} ${state} ${role}`).toEqual(new Set(allowed));
          }
        }
  });
});
