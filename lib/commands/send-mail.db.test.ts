import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { changeRole } from "@/lib/commands/change-role";
import { deleteComment, reply } from "@/lib/commands/comments";
import { decide } from "@/lib/commands/decide";
import { addEvidence } from "@/lib/commands/evidence";
import { gatherMail } from "@/lib/commands/gather-mail";
import { readNotifications, setSwitch } from "@/lib/commands/notifications";
import { sendMail } from "@/lib/commands/send-mail";
import { startThread } from "@/lib/commands/threads";
import { trashDocument } from "@/lib/commands/trash-document";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { smtpServer, type SmtpServer } from "@/lib/db/test/smtp-server";
import { freshDatabase } from "@/lib/db/testing";
import { USUAL_RULES } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { openMailbox } from "@/lib/mail/mailbox";
import { createClaim, createDocument, createMember, evidenceInput, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let server: SmtpServer;
let admin: Actor;
let anna: Actor;
let ben: Actor;
let document: MadeDocument;

/** When the tests happen: at noon, so that 07:00 of this day is over, and that of the next to come. */
const NOON = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  server = await smtpServer();
});

afterAll(() => server.close());

beforeEach(async () => {
  await prisma.mail.deleteMany();
  await prisma.notification.deleteMany();
  server.letters.length = 0;
  admin = await createMember(prisma, { role: "admin", name: "Noor" });
  anna = await createMember(prisma, { workspaceId: admin.workspaceId, name: "Anna" });
  ben = await createMember(prisma, { workspaceId: admin.workspaceId, name: "Ben" });
  document = await createDocument(prisma, { actor: admin, title: "The bridge" });
});

/** What is done now happens at noon. */
async function atNoon(): Promise<void> {
  await prisma.notification.updateMany({ where: { mailId: null }, data: { createdAt: new Date(NOON) } });
}

const start = (actor: Actor, body: string, input: object = {}) => run(prisma, actor, startThread, { documentId: document.id, body, ...input });

/** Gathers and sends, as the server does every few seconds. */
async function work(at: number, mailbox = openMailbox(server.url, "Assay <assay@example.org>")): Promise<void> {
  await gatherMail(new Date(at));
  await sendMail(new Date(at), mailbox);
}

/** What the server took, readable: soft line ends joined, and what is encoded, decoded. */
const letters = () =>
  server.letters.map(({ to, data }) => ({
    to,
    head: data.slice(0, data.indexOf("\r\n\r\n")),
    body: Buffer.from(
      data.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      "latin1",
    ).toString("utf8"),
  }));

describe("a letter", () => {
  it("gathers what comes within a minute and a half, says who, what and where, and is sent once", async () => {
    await start(anna, "@Ben, is **this** so?");
    await start(admin, "@Ben, and that?");
    await atNoon();
    await work(NOON + MINUTE);
    expect(letters()).toEqual([]);
    await work(NOON + 2 * MINUTE);
    await work(NOON + 3 * MINUTE);
    expect(letters()).toHaveLength(1);
    const [{ to, head, body } = { to: [], head: "", body: "" }] = letters();
    expect(to).toEqual([ben.email]);
    expect(head).toMatch(/^From: Assay <assay@example\.org>$/m);
    expect(head).toMatch(/^Subject: 2 notifications of Assay\r?$/m);
    expect(head).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/profile#notifications>\r?$/m);
    for (const words of ["Anna names you.", "Noor names you.", "@Ben, is **this** so?", `http://localhost:3000/documents/${document.id}?comment=`])
      expect(body).toContain(words);
    expect(await prisma.mail.findMany({ select: { attempts: true, sentAt: true } })).toEqual([{ attempts: 1, sentAt: new Date(NOON + 2 * MINUTE) }]);
  });

  it("is sent once by however many processes", async () => {
    await start(anna, "@Ben?");
    await atNoon();
    await Promise.all(Array.from({ length: 6 }, () => work(NOON + 2 * MINUTE)));
    expect(letters()).toHaveLength(1);
    expect(await prisma.mail.count()).toBe(1);
  });

  it("waits for a server that is down or refuses, longer each time, and then comes once, under the same name", async () => {
    await start(anna, "@Ben?");
    await atNoon();
    await server.close();
    await expect(work(NOON + 2 * MINUTE)).rejects.toThrow(/ECONNREFUSED/);
    await server.open();
    await work(NOON + 2 * MINUTE + 1000);
    expect(letters()).toEqual([]);
    server.refuse("451 not now");
    await expect(work(NOON + 4 * MINUTE)).rejects.toThrow(/not now/);
    await work(NOON + 6 * MINUTE);
    expect(letters()).toEqual([]);
    await work(NOON + 10 * MINUTE);
    await work(NOON + 20 * MINUTE);
    const [{ head } = { head: "" }] = letters();
    expect(letters()).toHaveLength(1);
    expect(head).toContain((await prisma.mail.findFirstOrThrow()).id);
  });

  it("that no server ever takes is given up", async () => {
    await start(anna, "@Ben?");
    await atNoon();
    let at = NOON + 2 * MINUTE;
    for (let attempt = 0; attempt < 8; attempt += 1, at += 13 * HOUR) {
      server.refuse("550 never");
      await expect(work(at)).rejects.toThrow(/never/);
    }
    await work(at);
    expect(await prisma.mail.findFirstOrThrow()).toMatchObject({ sentAt: null, givenUpAt: expect.any(Date) as Date, attempts: 8 });
    expect(letters()).toEqual([]);
  });

  it("is taken over when the process that held it died", async () => {
    await start(anna, "@Ben?");
    await atNoon();
    await gatherMail(new Date(NOON + 2 * MINUTE));
    await prisma.mail.updateMany({ data: { heldUntil: new Date(NOON + 12 * MINUTE) } });
    await work(NOON + 11 * MINUTE);
    expect(letters()).toEqual([]);
    await work(NOON + 12 * MINUTE);
    expect(letters()).toHaveLength(1);
  });

  it("has no header and no markup from names and titles", async () => {
    const evil = "Eve\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>";
    await prisma.user.update({ where: { id: anna.userId }, data: { name: evil } });
    await prisma.user.update({ where: { id: ben.userId }, data: { name: `Ben\r\nCc: eve@example.org` } });
    await prisma.document.update({ where: { id: document.id }, data: { title: evil } });
    await prisma.comment.deleteMany();
    const thread = await start(ben, "Hm.");
    await run(prisma, anna, reply, { threadId: thread.id, body: "</blockquote><script>alert(2)</script>" });
    await prisma.notification.updateMany({ data: { mail: "immediate" } });
    await atNoon();
    await work(NOON + 2 * MINUTE);
    const [{ to, head, body } = { to: [], head: "", body: "" }] = letters();
    expect(to).toEqual([ben.email]);
    expect(head).not.toMatch(/^(B?cc):/im);
    expect(body.slice(body.indexOf("<!doctype html>"))).not.toMatch(/<script/);
  });
});

describe("the daily letter", () => {
  it("comes once a day at seven, also when the clock is set back and forth, and not without anything new", async () => {
    await start(anna, "@Ben?");
    await prisma.notification.updateMany({ data: { mail: "daily" } });
    await atNoon();
    const seven = NOON + 19 * HOUR;
    for (const at of [NOON + HOUR, seven - 1000]) await work(at);
    expect(letters()).toEqual([]);
    await work(seven);
    expect(letters()).toHaveLength(1);
    await start(admin, "@Ben, too?");
    await prisma.notification.updateMany({ where: { mailId: null }, data: { mail: "daily", createdAt: new Date(seven - HOUR) } });
    for (const at of [seven + 1000, seven - 2 * HOUR, seven + 2 * HOUR, seven + 16 * HOUR]) await work(at);
    expect(letters()).toHaveLength(1);
    for (const at of [seven + 24 * HOUR, seven + 24 * HOUR, seven + 48 * HOUR, seven + 30 * HOUR]) await work(at);
    expect(letters()).toHaveLength(2);
  });
});

describe("nothing is written", () => {
  const noLetter = async () => {
    await atNoon();
    await work(NOON + 5 * MINUTE);
    expect(letters()).toEqual([]);
  };

  it("of what was read, deleted, trashed or switched off since", async () => {
    await start(anna, "@Ben?");
    await run(prisma, ben, readNotifications, {});
    const thread = await start(anna, "@Ben!");
    await run(prisma, anna, deleteComment, { commentId: thread.comments[0]?.id ?? "" });
    await noLetter();
    await start(anna, "@Ben, once more?");
    await atNoon();
    await gatherMail(new Date(NOON + 2 * MINUTE));
    await run(prisma, ben, setSwitch, { kind: "mentioned", mail: "off" });
    await noLetter();
    await run(prisma, ben, setSwitch, { kind: "mentioned", mail: "immediate" });
    await start(anna, "@Ben, at last?");
    await run(prisma, admin, trashDocument, { documentId: document.id });
    await noLetter();
  });

  it("to whoever left, is suspended, came to read only, or belongs to the demo, also after it was gathered", async () => {
    await start(anna, "@Ben?");
    await atNoon();
    await gatherMail(new Date(NOON + 2 * MINUTE));
    await run(prisma, admin, changeRole, { userId: ben.userId, role: "reader" });
    await noLetter();
    await run(prisma, admin, changeRole, { userId: ben.userId, role: "reviewer" });
    for (const data of [{ suspendedAt: new Date() }, { suspendedAt: null, demo: true }]) {
      await start(anna, "@Ben?");
      await prisma.user.update({ where: { id: ben.userId }, data });
      await noLetter();
    }
    await prisma.user.update({ where: { id: ben.userId }, data: { demo: false } });
    await prisma.membership.deleteMany({ where: { userId: ben.userId } });
    await noLetter();
  });

  it("to whoever may not come into the workspace but of moderation, also after it was gathered; nor to anybody of a closed one", async () => {
    const moderate = (kind: "suspend" | "lift") =>
      run(prisma, admin, decide, { things: [{ subject: "person", id: ben.userId }], kind, rule: USUAL_RULES[0] ?? "" });
    await start(anna, "@Ben, SECRET?");
    await atNoon();
    await gatherMail(new Date(NOON + 2 * MINUTE));
    await start(anna, "@Ben, SECRET once more?");
    await moderate("suspend");
    expect(await prisma.notification.count({ where: { kind: "mentioned" } })).toBe(2);
    await start(anna, "@Ben, SECRET at last?");
    expect(await prisma.notification.count({ where: { kind: "mentioned" } })).toBe(2);
    await atNoon();
    await work(NOON + 5 * MINUTE);
    expect(letters()).toHaveLength(1);
    expect(letters()[0]?.head).toMatch(/^Subject: .*Reports and decisions/m);
    expect(JSON.stringify(letters())).not.toContain("SECRET");
    await moderate("lift");
    server.letters.length = 0;
    await prisma.notification.deleteMany();
    for (const closedAt of [new Date(), null]) {
      await start(anna, "@Ben?");
      await prisma.workspace.update({ where: { id: admin.workspaceId }, data: { closedAt } });
      if (closedAt) await noLetter();
    }
    await work(NOON + 5 * MINUTE);
    expect(letters()).toHaveLength(1);
  });

  it("of a claim that is assessed blind, before the last assessment", async () => {
    await run(prisma, admin, updateDocument, { documentId: document.id, version: 1, reviewMode: "blind", reviewers: 2 });
    const claim = await createClaim(prisma, { actor: admin, document });
    await start(anna, "@Ben, @Noor: SECRET", { claimId: claim.id });
    const label = async (position: number) =>
      (await prisma.scaleLabel.findFirstOrThrow({ where: { position, scale: { documents: { some: { id: document.id } } } } })).id;
    const assess = async (actor: Actor, position: number) =>
      run(prisma, actor, assessClaim, { claimId: claim.id, version: null, rationale: "HIDDEN", labelId: await label(position) });
    await assess(anna, 0);
    await noLetter();
    await assess(ben, 4);
    await work(NOON + 6 * MINUTE);
    expect(
      letters()
        .map(({ to }) => to[0])
        .sort(),
    ).toEqual([admin.email, ben.email].sort());
    expect(JSON.stringify(letters())).toContain("SECRET");
    expect(JSON.stringify(letters())).not.toContain("HIDDEN");
  });

  it("of what is said about a claim with a confidential source, but that something was said", async () => {
    const claim = await createClaim(prisma, { actor: admin, document });
    await run(prisma, anna, addEvidence, { ...evidenceInput(claim.id), confidential: true });
    await start(anna, "@Ben, ask Deep Throat.", { claimId: claim.id });
    await atNoon();
    await work(NOON + 2 * MINUTE);
    expect(letters()).toHaveLength(1);
    expect(letters()[0]?.body).toContain("Anna names you");
    expect(JSON.stringify(letters())).not.toMatch(/Deep Throat|City archive/);
  });
});
