import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { createMember, createWorkspace, run, runPublic } from "@/prisma/factories";
import { adminPasswordHash, CreateAdmin, createAdmin } from "./create-admin";
import { codeAt } from "./one-time-code";
import { verifyPassword } from "./password";
import { resetPassword } from "./reset-password";
import { beginSecondFactor, confirmSecondFactor } from "./second-factor";

let prisma: PrismaClient;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
});

async function make(given: z.input<typeof CreateAdmin>) {
  const input = CreateAdmin.parse(given);
  const passwordHash = await adminPasswordHash(input);
  return prisma.$transaction((tx) => createAdmin(tx, input, passwordHash, new Date()), { maxWait: 10_000, timeout: 20_000 });
}

describe("the admin that whoever runs the machine makes", () => {
  it("is the first of all, with a workspace and a link for the password", async () => {
    await prisma.instance.create({ data: { setupTokenHash: "of the printed link" } });
    await expect(make({ email: "ada@example.org", name: "Ada" })).rejects.toMatchObject({ code: "invalid" });
    await expect(make({ email: "ada@example.org", workspace: "City desk" })).rejects.toMatchObject({ code: "invalid" });
    const { token, workspace, known } = await make({ email: "Ada@example.org", name: "Ada", workspace: "City desk" });
    expect([workspace, known]).toEqual(["City desk", false]);
    expect(await prisma.instance.findFirst({ select: { setupTokenHash: true } })).toEqual({ setupTokenHash: null });
    expect(await prisma.scale.count()).toBeGreaterThan(0);
    await runPublic(prisma, resetPassword, { token: token ?? "", password: "a long sentence" });
    const member = await prisma.membership.findFirstOrThrow({ include: { user: true } });
    expect(member).toMatchObject({ role: "admin", user: { email: "ada@example.org", name: "Ada", owner: true } });
    expect(await verifyPassword(member.user.passwordHash, "a long sentence")).toBe(true);
  });

  it("is one of the only workspace, or of the one that is named, with the password that is given", async () => {
    await expect(make({ email: "bo@example.org", name: "Bo", password: "password123" })).rejects.toMatchObject({ code: "invalid" });
    expect(await make({ email: "bo@example.org", name: "Bo", password: "a long sentence" })).toEqual({
      workspace: "City desk",
      known: false,
      cutOff: false,
      token: null,
    });
    expect(await prisma.user.count({ where: { owner: true } })).toBe(1);
    const other = await createWorkspace(prisma, { name: "Sports desk" });
    await expect(make({ email: "cy@example.org", name: "Cy" })).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining(other.id) });
    await expect(make({ email: "cy@example.org", name: "Cy", workspace: "No desk" })).rejects.toMatchObject({ code: "not_found" });
    expect(await make({ email: "cy@example.org", name: "Cy", workspace: other.id })).toMatchObject({ workspace: "Sports desk" });
  });

  it("can be somebody who is locked out: suspended, without password and second factor", async () => {
    const person = await createMember(prisma, { role: "reader" });
    const { secret } = await run(prisma, person, beginSecondFactor, {});
    await run(prisma, person, confirmSecondFactor, { code: codeAt(secret, new Date()) });
    await prisma.user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } });
    const made = await make({ email: person.email, workspace: person.workspaceId, password: "another long sentence", dropSecondFactor: true });
    expect(made).toMatchObject({ known: true, token: null });
    expect(await actorOfSession(person.sessionId, new Date())).toBeNull();
    const user = await prisma.user.findUniqueOrThrow({ where: { id: person.userId }, include: { secondFactor: true, memberships: true } });
    expect(user).toMatchObject({ suspendedAt: null, secondFactor: null, memberships: [{ role: "admin" }] });
    expect(await prisma.event.count({ where: { actorId: person.userId, type: "member.role_changed" } })).toBe(1);
  });

  it("is never a demo account", async () => {
    const demo = await createMember(prisma, { demo: true });
    await expect(make({ email: demo.email, workspace: demo.workspaceId })).rejects.toMatchObject({ code: "invalid" });
  });
});
