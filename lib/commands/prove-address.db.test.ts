import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { awaitedPerson } from "@/lib/auth/sessions";
import { signInByLink, signInByPassword } from "@/lib/auth/sign-in";
import { signInFromOutside } from "@/lib/auth/sign-in-from-outside";
import { adoptDatabase, db } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import type { EventType } from "@/lib/events/record";
import { keptLetters } from "@/lib/mail/test/kept-letters";
import { canProveAddress, linkOwner } from "@/lib/queries/account";
import { createMember, createWorkspace, PASSWORD, run, runPublic } from "@/prisma/factories";
import { changePassword } from "./account";
import { askForReset, askForSignIn } from "./ask-for-link";
import { adminPasswordHash, createAdmin, CreateAdmin } from "./create-admin";
import { acceptInvitation, createInvitation, joinWorkspace } from "./invitations";
import { issueJoinLink, joinByDomain } from "./join-by-domain";
import { admitDomain } from "./join-domains";
import { makeResetLink } from "./make-reset-link";
import { codeAt } from "./one-time-code";
import { askToProve, noteCutOffRead, proveOwnAddress } from "./own-address";
import { NO_PASSWORD } from "./password";
import { resetPassword } from "./reset-password";
import { beginSecondFactor, confirmSecondFactor } from "./second-factor";
import { sendLinks } from "./send-links";
import { newToken } from "./token";

/* An account that was made with an address which nobody has shown to be theirs, and how its owner comes to it. */

const NEW = "another long sentence";
const here = new Headers({ "user-agent": "a test" });
const { mailbox, letters } = keptLetters();

let prisma: PrismaClient;
let admin: Actor;
let typed = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
});

beforeEach(() => {
  env.SMTP_URL = "smtp://mail.example.org";
  letters.length = 0;
});

/** Somebody who has typed an address and settled in: with a password, a session, a second factor and a reset link that lies about. */
async function somebodyWith(email: string): Promise<Actor & { resetToken: string }> {
  const actor = await createMember(prisma, { email, workspaceId: admin.workspaceId, unproven: true });
  const handed = await run(prisma, admin, makeResetLink, { userId: actor.userId });
  const { secret } = await run(prisma, actor, beginSecondFactor, {});
  await run(prisma, actor, confirmSecondFactor, { code: codeAt(secret, new Date()) });
  return { ...actor, resetToken: handed.path.split("=")[1] ?? "" };
}

const newAddress = () => `typed-${String((typed += 1))}@example.org`;

/** The token of the one letter that was asked for. */
async function letterAfter(ask: () => Promise<unknown>): Promise<string> {
  // What was due before goes first.
  await sendLinks(new Date(), mailbox);
  letters.length = 0;
  await ask();
  await sendLinks(new Date(), mailbox);
  return /token=([\w-]+)/.exec(letters[0]?.text ?? "")?.[1] ?? "";
}

/** By which the owner of the address comes. Each answers the session that they have afterwards. */
const WAYS: readonly [string, (email: string) => Promise<string>][] = [
  [
    "a service outside",
    async (email) => {
      const outcome = await signInFromOutside({ email, name: "Its Owner" }, here, new Date());
      return typeof outcome === "object" && "id" in outcome ? outcome.id : "";
    },
  ],
  ["a link to sign in", async (email) => (await signInByLink(await letterAfter(() => runPublic(prisma, askForSignIn, { email })), here, new Date()))?.id ?? ""],
  [
    "a link for a new password",
    async (email) => {
      await runPublic(prisma, resetPassword, { token: await letterAfter(() => runPublic(prisma, askForReset, { email })), password: NEW });
      return (await signInByPassword(email, NEW, here, new Date()))?.id ?? "";
    },
  ],
  [
    "whoever runs the machine",
    async (email) => {
      const input = CreateAdmin.parse({ email, workspace: admin.workspaceId, password: NEW });
      const hash = await adminPasswordHash(input);
      expect(await (await db()).$transaction((tx) => createAdmin(tx, input, hash, new Date()))).toMatchObject({ known: true, cutOff: true });
      return (await signInByPassword(email, NEW, here, new Date()))?.id ?? "";
    },
  ],
];

describe("the owner of an address that somebody only typed", () => {
  it.each(WAYS)("gets the account for themselves alone, by %s: all from before is cut off, once, and they are told", async (_, come) => {
    const email = newAddress();
    const stranger = await somebodyWith(email);
    const sessionId = await come(email);
    // Nothing waits for a code that they do not have.
    expect(await actorOfSession(sessionId, new Date())).toMatchObject({ userId: stranger.userId, unreadCutOff: true });
    expect(await actorOfSession(stranger.sessionId, new Date())).toBeNull();
    expect(await signInByPassword(email, PASSWORD, here, new Date())).toBeNull();
    expect(await linkOwner("set_password", stranger.resetToken)).toBeNull();
    const { userId } = stranger;
    expect([await prisma.secondFactor.count({ where: { userId } }), await prisma.recoveryCode.count({ where: { userId } })]).toEqual([0, 0]);
    const event = await prisma.event.findFirstOrThrow({ where: { actorId: userId, type: "address.proven" } });
    expect(event.data).toMatchObject({ cutOff: true, secondFactorsDropped: 1 });
    // What the person did stays.
    expect(await prisma.event.count({ where: { actorId: userId, type: "second_factor.set_up" } })).toBe(1);
    await sendLinks(new Date(), mailbox);
    expect(letters.at(-1)).toMatchObject({ to: { address: email }, subject: expect.stringMatching(/yours alone/) as string });
    expect(letters.at(-1)?.text).not.toContain("token=");

    const owner = await actorOfSession(sessionId, new Date());
    if (owner) await run(prisma, owner, noteCutOffRead, {});
    expect((await actorOfSession(sessionId, new Date()))?.unreadCutOff).toBeUndefined();
    // From now on it is an account like any other: a second sign-in takes nothing away.
    await come(email).catch(() => undefined);
    expect(await prisma.event.count({ where: { actorId: userId, type: "address.proven" } })).toBe(1);
  });

  it("gets it whole when two proofs arrive at once, and whatever the other was doing meanwhile comes to nothing", async () => {
    const email = newAddress();
    const stranger = await somebodyWith(email);
    const before = await prisma.user.findUniqueOrThrow({ where: { id: stranger.userId }, select: { passwordHash: true } });
    const outside = () => signInFromOutside({ email, name: "Its Owner" }, here, new Date());
    const both = await Promise.all([outside(), outside()]);
    for (const each of both) expect(await actorOfSession(typeof each === "object" && "id" in each ? each.id : "", new Date())).not.toBeNull();
    expect(await prisma.event.count({ where: { actorId: stranger.userId, type: "address.proven" } })).toBe(1);
    // The old password was found to be right before, and the change comes after.
    const late = { current: PASSWORD, password: NEW };
    await expect(
      prisma.$transaction((tx) => changePassword.run({ actor: stranger, tx, now: new Date() }, late, { before: before.passwordHash, passwordHash: "new" })),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not shown by a link that an admin hands over", async () => {
    const stranger = await somebodyWith(newAddress());
    await runPublic(prisma, resetPassword, { token: stranger.resetToken, password: NEW });
    expect(await prisma.user.count({ where: { id: stranger.userId, provenAt: null } })).toBe(1);
    expect(await prisma.secondFactor.count({ where: { userId: stranger.userId } })).toBe(1);
  });
});

describe("somebody who shows that the address of their account is theirs", () => {
  it("loses nothing by the link that their profile sends, in a session of theirs, and by nobody else’s", async () => {
    const [person, other] = [await somebodyWith(newAddress()), await createMember(prisma)];
    expect([await canProveAddress(person), await canProveAddress(other)]).toEqual([true, false]);
    const token = await letterAfter(() => run(prisma, person, askToProve, {}));
    expect(letters[0]?.text).toContain("/address?token=");
    // The letter alone is not enough: whoever owns the address may have no part in the account.
    await expect(run(prisma, other, proveOwnAddress, { token })).rejects.toMatchObject({ code: "forbidden" });
    expect(await signInByLink(token, here, new Date()).catch(({ code }: { code: string }) => code)).toBe("gone");
    await run(prisma, person, proveOwnAddress, { token });
    await expect(run(prisma, person, proveOwnAddress, { token })).rejects.toMatchObject({ code: "gone" });
    expect(await canProveAddress(person)).toBe(false);
    await expect(run(prisma, person, askToProve, {})).rejects.toMatchObject({ code: "conflict" });

    // Now a sign-in from outside asks for the second factor, as ever, and the password is still the password.
    const outside = await signInFromOutside({ email: person.email, name: "" }, here, new Date());
    expect((await awaitedPerson(typeof outside === "object" && "id" in outside ? outside.id : "", new Date()))?.userId).toBe(person.userId);
    expect(await signInByPassword(person.email, PASSWORD, here, new Date())).not.toBeNull();
    expect(await actorOfSession(person.sessionId, new Date())).toEqual(expect.not.objectContaining({ unreadCutOff: true }));
    expect((await prisma.event.findFirstOrThrow({ where: { actorId: person.userId, type: "address.proven" } })).data).not.toHaveProperty("cutOff");
  });

  it("needs nothing of it where no e-mail is sent", async () => {
    env.SMTP_URL = undefined;
    const person = await somebodyWith(newAddress());
    expect(await canProveAddress(person)).toBe(false);
    await expect(run(prisma, person, askToProve, {})).rejects.toMatchObject({ code: "conflict" });
    expect((await signInByPassword(person.email, PASSWORD, here, new Date()))?.id).toBeDefined();
  });

  it("has shown it by the link of an invitation’s letter, which nobody else sees; by the link that its maker hands over they have not", async () => {
    const invite = async (email: string) => {
      const { id, path } = await run(prisma, admin, createInvitation, { role: "reader", email });
      const { token, tokenHash } = newToken();
      await prisma.invitation.update({ where: { id }, data: { letterHash: tokenHash } });
      return { handed: path.split("=")[1] ?? "", mailed: token };
    };
    const proven = (email: string) => prisma.user.count({ where: { email, provenAt: { not: null } } });
    const [one, two] = [newAddress(), newAddress()];
    const account = { name: "New", password: PASSWORD };
    await runPublic(prisma, acceptInvitation, { token: (await invite(one)).mailed, email: one, ...account });
    await runPublic(prisma, acceptInvitation, { token: (await invite(two)).handed, email: two, ...account });
    expect([await proven(one), await proven(two)]).toEqual([1, 0]);

    // With an account that is there, by its password or in its session: both were shown, and nothing is cut off.
    for (const way of ["password", "session"] as const) {
      const elsewhere = await createMember(prisma, { unproven: true });
      const { mailed: token } = await invite(elsewhere.email);
      if (way === "session") await run(prisma, elsewhere, joinWorkspace, { token });
      else await runPublic(prisma, acceptInvitation, { token, email: elsewhere.email, password: PASSWORD });
      expect([await proven(elsewhere.email), await actorOfSession(elsewhere.sessionId, new Date())]).toMatchObject([1, { userId: elsewhere.userId }]);
    }
  });

  it("has shown it by the link with which one joins by a domain, and the password of the account", async () => {
    await run(prisma, admin, admitDomain, { domain: "shown.example" });
    const person = await createMember(prisma, { unproven: true, email: "ada@shown.example", workspaceId: (await createWorkspace(prisma)).id });
    const token = await issueJoinLink(prisma, { email: person.email }, new Date());
    await runPublic(prisma, joinByDomain, { token, workspaceId: admin.workspaceId, password: PASSWORD });
    expect(await prisma.user.count({ where: { email: person.email, provenAt: { not: null }, cutOffAt: null } })).toBe(1);
    expect(await actorOfSession(person.sessionId, new Date())).not.toBeNull();
  });
});

describe("those who were there before addresses were proven", () => {
  it("are believed where something in the database speaks for them", async () => {
    const { workspaceId } = admin;
    const made = async (given: object = {}) => createMember(prisma, { workspaceId, unproven: true, ...given });
    const [owner, outside, named, joined, reset, handed, plain] = [
      await made(),
      await made(),
      await made(),
      await made(),
      await made(),
      await made(),
      await made(),
    ];
    await prisma.user.update({ where: { id: owner.userId }, data: { owner: true } });
    await prisma.user.update({ where: { id: outside.userId }, data: { passwordHash: NO_PASSWORD } });
    const { id } = await run(prisma, admin, createInvitation, { role: "reader", email: named.email });
    await prisma.invitation.update({ where: { id }, data: { acceptedById: named.userId } });
    const note = (actorId: string, type: EventType, data: object) => prisma.event.create({ data: { workspaceId, actorId, type, data }, select: { seq: true } });
    await note(joined.userId, "member.joined", { domain: "example.org" });
    await note(plain.userId, "member.joined", { invitationId: "any" });
    for (const { userId } of [reset, handed]) await note(userId, "password.reset", {});
    await note(admin.userId, "password.link_made", { userId: handed.userId });
    const migration = readFileSync("prisma/migrations/0035_proven_addresses/migration.sql", "utf8");
    await prisma.$executeRawUnsafe(migration.slice(migration.indexOf("UPDATE")));
    const proven = async ({ userId }: Actor) => prisma.user.count({ where: { id: userId, provenAt: { not: null } } });
    expect(await Promise.all([owner, outside, named, joined, reset, handed, plain].map(proven))).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });
});

describe("a holder of an invitation", () => {
  it("learns nothing of an address from how the form is filled in, and nothing without a counted refusal", async () => {
    const { path } = await run(prisma, admin, createInvitation, { role: "reader" });
    const token = path.split("=")[1] ?? "";
    const known = await createMember(prisma);
    const both = [known.email, newAddress()];
    const said = async (given: object) =>
      Promise.all(both.map((email) => runPublic(prisma, acceptInvitation, { token, email, password: "x", ...given }).catch((error: unknown) => error)));
    for (const given of [{ name: "N", password: "short" }, { name: "N", password: "password123" }, {}, { password: "not the password" }]) {
      const [first, second] = await said(given);
      expect(first).toEqual(second);
      expect(first).toMatchObject({ code: "name" in given ? "invalid" : "forbidden" });
    }
    expect(await prisma.invitation.count({ where: { acceptedAt: null, workspaceId: admin.workspaceId } })).toBeGreaterThan(0);
  });
});
