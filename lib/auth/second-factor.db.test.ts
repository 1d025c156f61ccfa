import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeAt } from "@/lib/commands/one-time-code";
import { resetSecondFactor } from "@/lib/commands/reset-second-factor";
import { beginSecondFactor, confirmSecondFactor, renewRecoveryCodes, turnOffSecondFactor } from "@/lib/commands/second-factor";
import { updateWorkspace } from "@/lib/commands/update-workspace";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { sessionViews } from "@/lib/queries/account";
import { peopleView } from "@/lib/queries/people";
import { secondFactorView } from "@/lib/queries/second-factor";
import { createMember, PASSWORD, run } from "@/prisma/factories";
import { actorOfSession, actorsOfSessions } from "./actor";
import { awaitedPerson } from "./sessions";
import { signInByCode, signInByPassword } from "./sign-in";

let prisma: PrismaClient;
const here = new Headers({ "user-agent": "a test" });
const in_ = (minutes: number) => new Date(Date.now() + minutes * 60_000);

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
});

beforeEach(() => {
  // Each test begins with nobody having tried anything.
  const { assayLimits } = globalThis as typeof globalThis & { assayLimits?: Record<string, { delete: (key: string) => Promise<boolean> }> };
  void assayLimits?.["signInByAddress"]?.delete("direct");
});

/** Somebody with a second factor; its secret, its recovery codes, and the code that is not used yet. */
async function withFactor(
  given: Parameters<typeof createMember>[1] = {},
): Promise<{ person: Actor; secret: string; recoveryCodes: string[]; next: () => string }> {
  const person = await createMember(prisma, given);
  const { secret } = await run(prisma, person, beginSecondFactor, {});
  const { recoveryCodes } = await run(prisma, person, confirmSecondFactor, { code: codeAt(secret, new Date()) });
  return { person, secret, recoveryCodes, next: () => codeAt(secret, in_(0.5)) };
}

async function firstStep({ email }: Actor): Promise<string> {
  const opened = await signInByPassword(email, PASSWORD, here, new Date());
  if (!opened) throw new Error("The password was refused.");
  return opened.id;
}

describe("a second factor", () => {
  it("is asked for after the password: until then nobody is signed in, and afterwards by another session", async () => {
    const { person, next } = await withFactor();
    const waiting = await firstStep(person);
    expect(await awaitedPerson(waiting, new Date())).toMatchObject({ userId: person.userId });
    expect([await actorOfSession(waiting, new Date()), (await actorsOfSessions([waiting])).size]).toEqual([null, 0]);
    expect((await sessionViews(person)).map(({ id }) => id)).not.toContain(waiting);
    expect(await signInByCode(waiting, "000000", here, new Date())).toBeNull();

    const opened = await signInByCode(waiting, next(), here, new Date());
    expect(opened?.id).not.toBe(waiting);
    expect(await actorOfSession(opened?.id ?? "", new Date())).toMatchObject({ userId: person.userId });
    // The one that waited is of no use any more, and is none of those that are seen.
    expect(await awaitedPerson(waiting, new Date())).toBeNull();
    await expect(signInByCode(waiting, next(), here, new Date())).rejects.toMatchObject({ code: "gone" });
    const types = (await prisma.event.findMany({ where: { actorId: person.userId, type: { startsWith: "session." } } })).map(({ type }) => type);
    expect(types.filter((type) => type === "session.started")).toHaveLength(1);
  });

  it("takes no code twice, also not of two who come at once, nor one that is older than the last", async () => {
    const { person, secret, next } = await withFactor();
    const used = codeAt(secret, new Date());
    const code = next();
    // The code that set it up is used by that.
    expect(await signInByCode(await firstStep(person), used, here, new Date())).toBeNull();
    const [one, two] = [await firstStep(person), await firstStep(person)];
    const opened = await Promise.all([signInByCode(one, code, here, new Date()), signInByCode(two, code, here, new Date())]);
    expect(opened.filter((each) => each !== null)).toHaveLength(1);
    expect(await signInByCode(await firstStep(person), code, here, new Date())).toBeNull();
    // Once time has gone on, the next one is taken.
    expect(await signInByCode(await firstStep(person), codeAt(secret, in_(2)), here, in_(2))).not.toBeNull();
  });

  it("can be replaced by each recovery code, once; new ones put an end to the old ones", async () => {
    const { person, recoveryCodes, next } = await withFactor();
    const [code = "", other = ""] = recoveryCodes;
    expect(JSON.stringify([await prisma.recoveryCode.findMany(), await prisma.secondFactor.findMany()])).not.toContain(code);
    expect(await signInByCode(await firstStep(person), ` ${code.toUpperCase()} `, here, new Date())).not.toBeNull();
    expect(await signInByCode(await firstStep(person), code, here, new Date())).toBeNull();
    expect((await secondFactorView(person)).recoveryCodesLeft).toBe(9);
    expect(await prisma.event.count({ where: { actorId: person.userId, type: "second_factor.recovery_code_used" } })).toBe(1);
    const renewed = await run(prisma, person, renewRecoveryCodes, { code: next() });
    expect(await signInByCode(await firstStep(person), other, here, new Date())).toBeNull();
    expect(await signInByCode(await firstStep(person), renewed.recoveryCodes[0] ?? "", here, new Date())).not.toBeNull();
  });

  it("is not guessed: after ten tries nobody tries any more for a while, however many sessions wait", async () => {
    const { person, next } = await withFactor();
    for (let tries = 0; tries < 10; tries += 1) expect(await signInByCode(await firstStep(person), `00000${String(tries)}`, here, new Date())).toBeNull();
    await expect(signInByCode(await firstStep(person), next(), here, new Date())).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("is not waited for longer than ten minutes, nor after the person was suspended", async () => {
    const { person, secret } = await withFactor();
    const [late, waiting] = [await firstStep(person), await firstStep(person)];
    await expect(signInByCode(late, codeAt(secret, in_(11)), here, in_(11))).rejects.toMatchObject({ code: "gone" });
    await prisma.user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } });
    await expect(signInByCode(waiting, codeAt(secret, new Date()), here, new Date())).rejects.toMatchObject({ code: "gone" });
    await expect(signInByCode(null, "000000", here, new Date())).rejects.toMatchObject({ code: "gone" });
  });

  it("counts only once it is confirmed, which ends the other sessions; demo accounts have none", async () => {
    const person = await createMember(prisma);
    await expect(run(prisma, person, confirmSecondFactor, { code: "123456" })).rejects.toMatchObject({ code: "conflict" });
    const first = await run(prisma, person, beginSecondFactor, {});
    const { secret, address } = await run(prisma, person, beginSecondFactor, {});
    expect(address).toContain(secret);
    expect(await actorOfSession(await firstStep(person), new Date())).not.toBeNull();
    await expect(run(prisma, person, confirmSecondFactor, { code: codeAt(first.secret, new Date()) })).rejects.toMatchObject({ code: "invalid" });
    const other = await firstStep(person);
    await run(prisma, person, confirmSecondFactor, { code: codeAt(secret, new Date()) });
    expect([await actorOfSession(other, new Date()), (await actorOfSession(person.sessionId, new Date()))?.userId]).toEqual([null, person.userId]);
    await expect(run(prisma, person, beginSecondFactor, {})).rejects.toMatchObject({ code: "conflict" });
    await expect(run(prisma, await createMember(prisma, { demo: true }), beginSecondFactor, {})).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is turned off with the password and a code, and with neither alone", async () => {
    const { person, next } = await withFactor();
    await expect(run(prisma, person, turnOffSecondFactor, { password: "wrong", code: next() })).rejects.toMatchObject({ code: "invalid" });
    await expect(run(prisma, person, turnOffSecondFactor, { password: PASSWORD, code: "000000" })).rejects.toMatchObject({ code: "invalid" });
    await run(prisma, person, turnOffSecondFactor, { password: PASSWORD, code: next() });
    expect(await actorOfSession(await firstStep(person), new Date())).not.toBeNull();
    expect(await secondFactorView(person)).toMatchObject({ state: "off", recoveryCodesLeft: 0 });
  });
});

describe("a lost second factor", () => {
  it("is taken away by an admin, which ends the sessions of its person and stands in the log", async () => {
    const admin = await createMember(prisma, { role: "admin" });
    const { person } = await withFactor({ workspaceId: admin.workspaceId });
    const { person: stranger } = await withFactor();
    expect((await peopleView(admin)).members.find(({ id }) => id === person.userId)).toMatchObject({ secondFactor: true, can: { reset: true } });
    await expect(run(prisma, person, resetSecondFactor, { userId: person.userId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(run(prisma, admin, resetSecondFactor, { userId: stranger.userId })).rejects.toMatchObject({ code: "not_found" });
    await prisma.membership.create({ data: { userId: stranger.userId, workspaceId: admin.workspaceId, role: "reader" } });
    await expect(run(prisma, admin, resetSecondFactor, { userId: stranger.userId })).rejects.toMatchObject({ code: "forbidden" });
    await run(prisma, admin, resetSecondFactor, { userId: person.userId });
    expect(await actorOfSession(person.sessionId, new Date())).toBeNull();
    expect(await actorOfSession(await firstStep(person), new Date())).not.toBeNull();
    await expect(run(prisma, admin, resetSecondFactor, { userId: person.userId })).rejects.toMatchObject({ code: "conflict" });
    expect(await prisma.event.count({ where: { workspaceId: admin.workspaceId, actorId: admin.userId, type: "second_factor.reset" } })).toBe(1);
  });
});

describe("a workspace that asks for a second factor", () => {
  it("lets nobody without one do anything else, and is asked for by admins who have one", async () => {
    const plain = await createMember(prisma, { role: "admin" });
    await expect(run(prisma, plain, updateWorkspace, { version: 1, secondFactorRequired: true })).rejects.toMatchObject({ code: "invalid" });
    const { workspaceId } = plain;
    const { person: admin } = await withFactor({ role: "admin", workspaceId });
    await run(prisma, admin, updateWorkspace, { version: 1, secondFactorRequired: true });
    expect(await actorOfSession(plain.sessionId, new Date())).toMatchObject({ lacksSecondFactor: true });
    expect((await actorsOfSessions([plain.sessionId, admin.sessionId])).size).toBe(1);
    expect(await actorOfSession(admin.sessionId, new Date())).not.toHaveProperty("lacksSecondFactor");
    const { secret } = await run(prisma, plain, beginSecondFactor, {});
    await run(prisma, plain, confirmSecondFactor, { code: codeAt(secret, new Date()) });
    expect(await actorOfSession(plain.sessionId, new Date())).not.toHaveProperty("lacksSecondFactor");
  });
});
