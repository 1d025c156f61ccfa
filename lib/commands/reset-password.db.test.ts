import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { LINK_MINUTES } from "@/lib/domain/token";
import { env } from "@/lib/env";
import type { Mailbox } from "@/lib/mail/mailbox";
import { keptLetters } from "@/lib/mail/test/kept-letters";
import { linkOwner } from "@/lib/queries/account";
import { peopleView } from "@/lib/queries/people";
import { createMember, createWorkspace, PASSWORD, run, runPublic } from "@/prisma/factories";
import { changePassword } from "./account";
import { askForReset } from "./ask-for-link";
import { changeRole } from "./change-role";
import { acceptInvitation, createInvitation } from "./invitations";
import { makeResetLink } from "./make-reset-link";
import { verifyPassword } from "./password";
import { resetPassword } from "./reset-password";
import { sendLinks } from "./send-links";

let prisma: PrismaClient;
const { mailbox, letters } = keptLetters();
const NEW = "another long sentence";
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? "";

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  env.SMTP_URL = "smtp://mail.example.org";
});

beforeEach(() => {
  letters.length = 0;
});

/** The token of the letter that somebody gets who asks for one. */
async function asked(email: string): Promise<string> {
  await runPublic(prisma, askForReset, { email });
  await sendLinks(new Date(), mailbox);
  return tokenIn(letters.at(-1)?.text ?? "");
}

describe("a forgotten password", () => {
  it("is set anew by a letter, once; all sessions and other links of the person end", async () => {
    const person = await createMember(prisma);
    const [first, second] = [await asked(person.email), await asked(person.email.toUpperCase())];
    expect(letters.map(({ to }) => to.address)).toEqual([person.email, person.email]);
    expect(first).toHaveLength(43);
    expect(JSON.stringify([await prisma.accountToken.findMany(), await prisma.linkRequest.findMany()])).not.toContain(first);
    expect(await linkOwner("set_password", first)).toMatchObject({ email: person.email });

    await expect(runPublic(prisma, resetPassword, { token: first, password: "password123" })).rejects.toMatchObject({ code: "invalid" });
    await runPublic(prisma, resetPassword, { token: first, password: NEW });
    const { passwordHash } = await prisma.user.findUniqueOrThrow({ where: { id: person.userId } });
    expect([await verifyPassword(passwordHash, NEW), await verifyPassword(passwordHash, PASSWORD)]).toEqual([true, false]);
    expect(await actorOfSession(person.sessionId, new Date())).toBeNull();
    for (const token of [first, second]) {
      expect(await linkOwner("set_password", token)).toBeNull();
      await expect(runPublic(prisma, resetPassword, { token, password: NEW })).rejects.toMatchObject({ code: "gone" });
    }
    expect(await prisma.event.count({ where: { actorId: person.userId, type: "password.reset" } })).toBe(1);
  });

  it("is not set by a link from before the password was changed", async () => {
    const person = await createMember(prisma);
    const token = await asked(person.email);
    await run(prisma, person, changePassword, { current: PASSWORD, password: "a third long sentence" });
    await expect(runPublic(prisma, resetPassword, { token, password: NEW })).rejects.toMatchObject({ code: "gone" });
  });

  it("is set by one of two who use the link at once", async () => {
    const token = await asked((await createMember(prisma)).email);
    const both = await Promise.allSettled([1, 2].map(() => runPublic(prisma, resetPassword, { token, password: NEW })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not set after an hour, nor by a link of another kind, nor for somebody suspended", async () => {
    const person = await createMember(prisma);
    const token = await asked(person.email);
    await prisma.accountToken.updateMany({ where: { userId: person.userId }, data: { kind: "sign_in" } });
    await expect(runPublic(prisma, resetPassword, { token, password: NEW })).rejects.toMatchObject({ code: "gone" });
    await prisma.accountToken.updateMany({ where: { userId: person.userId }, data: { kind: "set_password" } });
    await expect(runPublic(prisma, resetPassword, { token, password: NEW }, after(LINK_MINUTES.set_password + 1))).rejects.toMatchObject({ code: "gone" });
    await prisma.user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } });
    await expect(runPublic(prisma, resetPassword, { token, password: NEW })).rejects.toMatchObject({ code: "gone" });
  });

  it("is answered alike for unknown addresses, and nothing is sent to them, to demo accounts, or to who belongs nowhere", async () => {
    const known = await createMember(prisma);
    const demo = await createMember(prisma, { demo: true });
    const gone = await createMember(prisma);
    await prisma.membership.deleteMany({ where: { userId: gone.userId } });
    const all = ["nobody@example.org", demo.email, gone.email, known.email];
    const answers = [];
    for (const email of all) answers.push(await runPublic(prisma, askForReset, { email }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // Until the letter is sent, both look the same to the database, too: that is where the time would go.
    expect((await prisma.linkRequest.findMany({ select: { email: true } })).map(({ email }) => email).sort()).toEqual([...all].sort());
    expect(await prisma.accountToken.count({ where: { userId: known.userId } })).toBe(0);
    await sendLinks(new Date(), mailbox);
    expect(letters.map(({ to }) => to.address)).toEqual([known.email]);
    expect(await prisma.linkRequest.count()).toBe(0);
  });

  it("waits for a mail server that does not answer, and is given up after some tries", async () => {
    const person = await createMember(prisma);
    await runPublic(prisma, askForReset, { email: person.email });
    const silent: Mailbox = { ...mailbox, send: () => Promise.reject(new Error("no answer")) };
    await expect(sendLinks(new Date(), silent)).rejects.toThrow("no answer");
    await sendLinks(new Date(), mailbox);
    expect(letters).toHaveLength(0);
    await expect(sendLinks(after(2), silent)).rejects.toThrow("no answer");
    await expect(sendLinks(after(10), silent)).rejects.toThrow("no answer");
    await sendLinks(after(60), silent);
    expect(await prisma.linkRequest.count()).toBe(0);
  });

  it("is refused where no e-mail is sent", async () => {
    env.SMTP_URL = undefined;
    await expect(runPublic(prisma, askForReset, { email: "a@example.org" })).rejects.toMatchObject({ code: "conflict" });
    env.SMTP_URL = "smtp://mail.example.org";
  });
});

describe("the link that an admin hands over", () => {
  it("sets a password, and the one before it does not any more", async () => {
    const admin = await createMember(prisma, { role: "admin" });
    const member = await createMember(prisma, { workspaceId: admin.workspaceId });
    const [first, second] = [
      await run(prisma, admin, makeResetLink, { userId: member.userId }),
      await run(prisma, admin, makeResetLink, { userId: member.userId }),
    ];
    await expect(runPublic(prisma, resetPassword, { token: tokenIn(first.path), password: NEW })).rejects.toMatchObject({ code: "gone" });
    await runPublic(prisma, resetPassword, { token: tokenIn(second.path), password: NEW });
    const events = await prisma.event.findMany({ where: { workspaceId: admin.workspaceId, type: { startsWith: "password." } }, orderBy: { seq: "asc" } });
    expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([
      ["password.link_made", admin.userId],
      ["password.link_made", admin.userId],
      ["password.reset", member.userId],
    ]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(tokenIn(second.path));
  });

  it("is made by admins only, for members, not for themselves, not for demo accounts", async () => {
    const admin = await createMember(prisma, { role: "admin" });
    const { workspaceId } = admin;
    const [editor, demo, stranger] = [
      await createMember(prisma, { role: "editor", workspaceId }),
      await createMember(prisma, { workspaceId, demo: true }),
      await createMember(prisma),
    ];
    await expect(run(prisma, editor, makeResetLink, { userId: admin.userId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(run(prisma, admin, makeResetLink, { userId: admin.userId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(run(prisma, admin, makeResetLink, { userId: demo.userId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(run(prisma, admin, makeResetLink, { userId: stranger.userId })).rejects.toMatchObject({ code: "not_found" });
    const can = async (actor: typeof admin) => Object.fromEntries((await peopleView(actor)).members.map((each) => [each.id, each.can.reset]));
    expect(await can(admin)).toEqual({ [admin.userId]: false, [editor.userId]: true, [demo.userId]: false });
    expect(Object.values(await can(editor))).toEqual([false, false, false]);
  });

  it("is refused where it would open the workspace of somebody else", async () => {
    const admin = await createMember(prisma, { role: "admin" });
    const member = await createMember(prisma, { workspaceId: admin.workspaceId });
    const other = await createWorkspace(prisma);
    await prisma.membership.create({ data: { userId: member.userId, workspaceId: other.id, role: "reader" } });
    await expect(run(prisma, admin, makeResetLink, { userId: member.userId })).rejects.toMatchObject({ code: "forbidden" });
    // Not even for somebody who belongs there, but does not run it.
    const own = await prisma.membership.create({ data: { userId: admin.userId, workspaceId: other.id, role: "editor" } });
    await expect(run(prisma, admin, makeResetLink, { userId: member.userId })).rejects.toMatchObject({ code: "forbidden" });
    await prisma.membership.update({ where: { id: own.id }, data: { role: "admin" } });
    await run(prisma, admin, makeResetLink, { userId: member.userId });
  });

  it("is worthless once the person joins another workspace, or the admin is one no longer", async () => {
    const admin = await createMember(prisma, { role: "admin" });
    const { workspaceId } = admin;
    const [one, two, second] = [
      await createMember(prisma, { workspaceId }),
      await createMember(prisma, { workspaceId }),
      await createMember(prisma, { workspaceId, role: "admin" }),
    ];
    const links = [await run(prisma, admin, makeResetLink, { userId: one.userId }), await run(prisma, admin, makeResetLink, { userId: two.userId })];
    const elsewhere = await createMember(prisma, { role: "admin" });
    const invitation = await run(prisma, elsewhere, createInvitation, { role: "reader" });
    await runPublic(prisma, acceptInvitation, { token: tokenIn(invitation.path), email: one.email, password: PASSWORD });
    await run(prisma, second, changeRole, { userId: admin.userId, role: "reader" });
    for (const { path } of links) expect(await linkOwner("set_password", tokenIn(path))).toBeNull();
  });
});
