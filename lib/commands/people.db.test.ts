import { beforeAll, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { smtpServer } from "@/lib/db/test/smtp-server";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { tidy } from "@/lib/jobs/housekeeping";
import { invitationView } from "@/lib/queries/people";
import { createClaim, createDocument, createMember, PASSWORD, run, runPublic } from "@/prisma/factories";
import { changePassword, endSession } from "./account";
import { changeRole } from "./change-role";
import { acceptInvitation, createInvitation, revokeInvitation } from "./invitations";
import { removeMember } from "./remove-member";
import { setUpWorkspace } from "./set-up-workspace";
import { takeClaim } from "./take-claim";
import { hashToken } from "./token";
import { trashDocument } from "./trash-document";

let prisma: PrismaClient;
let admin: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
});

describe("the first run", () => {
  const form = { token: "the-token-of-the-log", workspace: "City desk", name: "Ada", email: "Ada@Example.org", password: "a long sentence" };

  it("needs the printed token, once", async () => {
    await prisma.instance.create({ data: { setupTokenHash: hashToken(form.token) } });
    await expect(runPublic(prisma, setUpWorkspace, { ...form, token: "guessed" })).rejects.toMatchObject({ code: "gone" });
    await expect(runPublic(prisma, setUpWorkspace, { ...form, password: "password123" })).rejects.toMatchObject({ code: "invalid" });
    const results = await Promise.allSettled([
      runPublic(prisma, setUpWorkspace, form),
      runPublic(prisma, setUpWorkspace, { ...form, email: "eve@example.org" }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const members = await prisma.membership.findMany({ include: { user: true, workspace: true } });
    expect(members).toHaveLength(1);
    expect(members[0]).toMatchObject({ role: "admin", workspace: { name: "City desk" } });
    expect(members[0]?.user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("invitations", () => {
  beforeAll(async () => {
    admin = await createMember(prisma, { role: "admin" });
  });

  const invite = async (role: "reviewer" | "editor", email: string | null = null) => {
    const { id, path } = await run(prisma, admin, createInvitation, { role, email });
    return { id, token: new URL(path, "http://localhost").searchParams.get("token") ?? "" };
  };

  it("let their holder join once, and keep only the token's hash", async () => {
    const { token } = await invite("reviewer");
    expect(JSON.stringify(await prisma.invitation.findMany())).not.toContain(token);
    const form = { token, name: "Bo", email: "bo@example.org", password: "a long sentence" };
    await runPublic(prisma, acceptInvitation, form);
    await expect(runPublic(prisma, acceptInvitation, { ...form, email: "bo2@example.org" })).rejects.toMatchObject({ code: "gone" });
    const member = await prisma.membership.findFirstOrThrow({ where: { user: { email: "bo@example.org" } } });
    expect(member).toMatchObject({ role: "reviewer", workspaceId: admin.workspaceId });
  });

  it("ask for the password where the address has an account, and for the right address where one is named", async () => {
    const outsider = await createMember(prisma, { role: "reader" });
    const { token } = await invite("editor", outsider.email);
    await expect(runPublic(prisma, acceptInvitation, { token, email: "someone@example.org", name: "X", password: "a long sentence" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(runPublic(prisma, acceptInvitation, { token, email: outsider.email, password: "not it, sorry" })).rejects.toMatchObject({ code: "forbidden" });
    await runPublic(prisma, acceptInvitation, { token, email: outsider.email, password: PASSWORD });
    expect(await prisma.membership.count({ where: { userId: outsider.userId } })).toBe(2);
  });

  it("are worthless when revoked or expired", async () => {
    const revoked = await invite("reviewer");
    await run(prisma, admin, revokeInvitation, { invitationId: revoked.id });
    const expired = await invite("reviewer");
    await prisma.invitation.update({ where: { id: expired.id }, data: { expiresAt: new Date(0) } });
    for (const { token } of [revoked, expired]) {
      await expect(runPublic(prisma, acceptInvitation, { token, name: "C", email: "c@example.org", password: "a long sentence" })).rejects.toMatchObject({
        code: "gone",
      });
    }
  });

  it("work for as many days as they were made for, and are sent to the address, if they name one", async () => {
    const server = await smtpServer();
    Object.assign(env, { SMTP_URL: server.url, MAIL_FROM: "Assay <assay@example.org>" });
    try {
      const asked = { role: "reviewer", email: "guest@example.org", days: 3, send: true } as const;
      const made = await run(prisma, admin, createInvitation, asked);
      expect(made.letter).toEqual({ to: "guest@example.org", problem: null });
      expect(server.letters.map(({ to }) => to)).toEqual([["guest@example.org"]]);
      // The letter has a link of its own, which even its maker does not see: whoever comes by it has shown the address.
      const words = server.letters[0]?.data.replace(/=\r\n/g, "").replaceAll("=3D", "=") ?? "";
      const token = new RegExp(`${env.APP_URL}/invitation\\?token=([\\w-]+)`).exec(words)?.[1] ?? "";
      expect(JSON.stringify(made)).not.toContain(token);
      expect(await invitationView(token)).toEqual(await invitationView(made.path.split("=")[1] ?? ""));
      await runPublic(prisma, acceptInvitation, { token, name: "G", email: "guest@example.org", password: "a long sentence" });
      expect(await prisma.user.count({ where: { email: "guest@example.org", provenAt: { not: null } } })).toBe(1);
      const { createdAt, expiresAt } = await prisma.invitation.findUniqueOrThrow({ where: { id: made.id } });
      expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 86_400_000)).toBe(3);
      server.refuse("550 no such box");
      const unsent = await run(prisma, admin, createInvitation, asked);
      expect(unsent.letter?.problem).toMatch(/no such box/);
      expect(await prisma.invitation.count({ where: { id: unsent.id } })).toBe(1);
      for (const wrong of [{ days: 0 }, { days: 31 }, { email: null }]) expect(createInvitation.schema.safeParse({ ...asked, ...wrong }).success).toBe(false);
      env.SMTP_URL = undefined;
      await expect(run(prisma, admin, createInvitation, asked)).rejects.toMatchObject({ code: "conflict" });
      expect(server.letters).toHaveLength(1);
    } finally {
      Object.assign(env, { SMTP_URL: undefined, MAIL_FROM: undefined });
      await server.close();
    }
  });

  it("are made by admins only", async () => {
    const editor = await createMember(prisma, { role: "editor", workspaceId: admin.workspaceId });
    await expect(run(prisma, editor, createInvitation, { role: "reader" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("roles", () => {
  it("change, but never the last admin's", async () => {
    const only = await createMember(prisma, { role: "admin" });
    await expect(run(prisma, only, changeRole, { userId: only.userId, role: "reader" })).rejects.toMatchObject({ code: "conflict" });
    const other = await createMember(prisma, { role: "reader", workspaceId: only.workspaceId });
    await run(prisma, only, changeRole, { userId: other.userId, role: "admin" });
    await run(prisma, only, changeRole, { userId: only.userId, role: "editor" });
    expect(await actorOfSession(only.sessionId, new Date())).toMatchObject({ role: "editor" });
    await expect(run(prisma, admin, changeRole, { userId: other.userId, role: "reader" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("memberships", () => {
  it("end: what was written stays, claims go back to the pool, and nothing is seen any more", async () => {
    const only = await createMember(prisma, { role: "admin" });
    const member = await createMember(prisma, { role: "reviewer", workspaceId: only.workspaceId, name: "Writes and goes" });
    const reader = await createMember(prisma, { role: "reader", workspaceId: only.workspaceId });
    const document = await createDocument(prisma, { actor: only });
    const claim = await createClaim(prisma, { actor: only, document });
    await run(prisma, member, takeClaim, { claimId: claim.id });
    await expect(run(prisma, member, removeMember, { userId: reader.userId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(run(prisma, admin, removeMember, { userId: member.userId })).rejects.toMatchObject({ code: "not_found" });
    await run(prisma, only, removeMember, { userId: member.userId });
    expect(await actorOfSession(member.sessionId, new Date())).toBeNull();
    expect(await prisma.assignment.count({ where: { personId: member.userId, endedAt: null } })).toBe(0);
    const taken = await prisma.event.findFirstOrThrow({ where: { claimId: claim.id, type: "assignment.taken" }, include: { actor: true } });
    expect(taken.actor.name).toBe("Writes and goes");
    await run(prisma, reader, removeMember, { userId: reader.userId });
    expect((await prisma.event.findMany({ where: { workspaceId: only.workspaceId, type: { startsWith: "member." } } })).map(({ type }) => type)).toEqual([
      "member.removed",
      "member.left",
    ]);
  });

  it("never end for the last admin, not even when two go at once", async () => {
    const one = await createMember(prisma, { role: "admin" });
    const two = await createMember(prisma, { role: "admin", workspaceId: one.workspaceId });
    const left = await Promise.allSettled([
      run(prisma, one, removeMember, { userId: one.userId }),
      run(prisma, two, changeRole, { userId: two.userId, role: "reader" }),
    ]);
    expect(left.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma.membership.count({ where: { workspaceId: one.workspaceId, role: "admin" } })).toBe(1);
  });
});

describe("sessions", () => {
  const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000);

  it("end at once when they are ended, or their person suspended", async () => {
    const person = await createMember(prisma, { role: "reviewer" });
    expect(await actorOfSession(person.sessionId, new Date())).toMatchObject({ userId: person.userId, role: "reviewer" });
    await run(prisma, person, endSession, { sessionId: person.sessionId });
    expect(await actorOfSession(person.sessionId, new Date())).toBeNull();
    const suspended = await createMember(prisma, { role: "reviewer" });
    await prisma.user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
    expect(await actorOfSession(suspended.sessionId, new Date())).toBeNull();
  });

  it("end when nobody used them for a fortnight, and at their absolute end", async () => {
    const person = await createMember(prisma, { role: "reviewer" });
    await prisma.session.update({ where: { id: person.sessionId }, data: { expiresAt: days(30) } });
    expect(await actorOfSession(person.sessionId, days(15))).toBeNull();
    await prisma.session.update({ where: { id: person.sessionId }, data: { lastSeenAt: days(29) } });
    expect(await actorOfSession(person.sessionId, days(31))).toBeNull();
  });

  it("of a demo account are refused where there is no demo", async () => {
    const demo = await createMember(prisma, { role: "admin", demo: true });
    expect(await actorOfSession(demo.sessionId, new Date())).toBeNull();
  });

  it("of others end when the password is changed", async () => {
    const person = await createMember(prisma, { role: "reviewer" });
    const other = await prisma.session.create({ data: { userId: person.userId, expiresAt: days(1) } });
    await expect(run(prisma, person, changePassword, { current: "wrong", password: "another long sentence" })).rejects.toMatchObject({ code: "invalid" });
    expect(await run(prisma, person, changePassword, { current: PASSWORD, password: "another long sentence" })).toEqual({ sessionsEnded: 1 });
    expect(await actorOfSession(other.id, new Date())).toBeNull();
    expect(await actorOfSession(person.sessionId, new Date())).not.toBeNull();
  });

  it("of somebody else cannot be ended", async () => {
    const [one, two] = [await createMember(prisma), await createMember(prisma)];
    await expect(run(prisma, one, endSession, { sessionId: two.sessionId })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("housekeeping", () => {
  it("deletes for good after thirty days, not before", async () => {
    const editor = await createMember(prisma, { role: "editor" });
    const document = await createDocument(prisma, { actor: editor });
    await run(prisma, editor, trashDocument, { documentId: document.id });
    const after = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    await tidy(after(29));
    expect(await prisma.document.count({ where: { id: document.id } })).toBe(1);
    await tidy(after(31));
    expect(await prisma.document.count({ where: { id: document.id } })).toBe(0);
  });
});
