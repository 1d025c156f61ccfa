import { beforeAll, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { DELETED_NAME, type Actor } from "@/lib/domain/role";
import { getClaim } from "@/lib/queries/claim";
import { listInstancePeople } from "@/lib/queries/instance";
import { createClaim, createDocument, createMember, PASSWORD, run } from "@/prisma/factories";
import { assignClaim } from "./assign-claims";
import { deleteAccount, deletePerson } from "./delete-account";
import { restorePerson } from "./instance";
import { startThread } from "./threads";

let prisma: PrismaClient;
let admin: Actor;
let reviewer: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  reviewer = await createMember(prisma, {
    role: "reviewer",
    workspaceId: admin.workspaceId,
    name: "Rosa Unmistakable",
    email: "rosa.unmistakable@example.org",
  });
});

const left = async (userId: string) => prisma.user.findUniqueOrThrow({ where: { id: userId } });

describe("an account that is deleted", () => {
  it("leaves what was written, and nothing of the person", async () => {
    const document = await createDocument(prisma, { actor: admin });
    const claim = await createClaim(prisma, { actor: reviewer, document });
    await run(prisma, admin, assignClaim, { claimId: claim.id, assign: [reviewer.userId] });
    await run(prisma, reviewer, startThread, { documentId: document.id, claimId: claim.id, body: "Who counted?" });
    await expect(run(prisma, reviewer, deleteAccount, { password: "a guess" })).rejects.toMatchObject({ code: "invalid" });
    expect((await left(reviewer.userId)).name).toBe("Rosa Unmistakable");
    await run(prisma, reviewer, deleteAccount, { password: PASSWORD });
    expect(await getClaim.run(admin, { claimId: claim.id })).toMatchObject({ createdBy: { id: reviewer.userId, name: DELETED_NAME }, assignments: [] });
    expect(await actorOfSession(reviewer.sessionId, new Date())).toBeNull();
    expect(await prisma.session.count({ where: { userId: reviewer.userId } })).toBe(0);
    expect(await prisma.event.findMany({ where: { type: "account.deleted" }, select: { workspaceId: true, actorId: true } })).toEqual([
      { workspaceId: admin.workspaceId, actorId: reviewer.userId },
    ]);
    const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public'`;
    for (const { name } of tables) {
      const [found] = await prisma.$queryRawUnsafe<{ count: bigint }[]>(
        `SELECT count(*) AS "count" FROM "${name}" AS "row" WHERE "row"::text ILIKE '%unmistakable%'`,
      );
      expect([name, Number(found?.count)]).toEqual([name, 0]);
    }
  });

  it("can be used again under the same address, as another person", async () => {
    const again = await createMember(prisma, { workspaceId: admin.workspaceId, email: "rosa.unmistakable@example.org" });
    expect(again.userId).not.toBe(reviewer.userId);
  });

  it("is nobody's who runs what nobody else could run", async () => {
    await expect(run(prisma, admin, deleteAccount, { password: PASSWORD })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Foreign desk") as string,
    });
    const owner = await createMember(prisma, { role: "editor", workspaceId: admin.workspaceId });
    await prisma.user.update({ where: { id: owner.userId }, data: { owner: true } });
    await expect(run(prisma, owner, deleteAccount, { password: PASSWORD })).rejects.toMatchObject({ code: "conflict" });
    const demo = await createMember(prisma, { workspaceId: admin.workspaceId, demo: true });
    await expect(run(prisma, demo, deleteAccount, { password: PASSWORD })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is deleted by whoever runs the instance, too, and comes back by no door", async () => {
    const person = await createMember(prisma, { workspaceId: admin.workspaceId, name: "Paul" });
    await expect(run(prisma, admin, deletePerson, { userId: person.userId })).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await prisma.user.findFirstOrThrow({ where: { owner: true } });
    const owner = { ...admin, userId: id, owner: true as const };
    await run(prisma, owner, deletePerson, { userId: person.userId });
    expect(await left(person.userId)).toMatchObject({ name: DELETED_NAME, passwordHash: "-" });
    await expect(run(prisma, owner, deletePerson, { userId: person.userId })).rejects.toMatchObject({ code: "not_found" });
    await expect(run(prisma, owner, restorePerson, { userId: person.userId })).rejects.toMatchObject({ code: "not_found" });
    const { items } = await listInstancePeople.run(owner, { page: 1 });
    expect(items.map((each) => each.id)).not.toContain(person.userId);
  });
});
