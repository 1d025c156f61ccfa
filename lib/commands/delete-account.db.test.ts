import { beforeAll, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { DELETED_NAME, type Actor } from "@/lib/domain/role";
import { getClaim } from "@/lib/queries/claim";
import { listInstancePeople } from "@/lib/queries/instance";
import { getPublication } from "@/lib/queries/publication";
import { publicPageFor, publicReport } from "@/lib/queries/public-page";
import { createClaim, createDocument, createMember, PASSWORD, run, runPublic } from "@/prisma/factories";
import { assignClaim } from "./assign-claims";
import { correctClaim } from "./correct-claim";
import { deleteAccount, deletePerson } from "./delete-account";
import { restorePerson } from "./instance";
import { acceptInvitation, createInvitation } from "./invitations";
import { NO_PASSWORD } from "./password";
import { publishDocument } from "./publish-document";
import { startThread } from "./threads";

let prisma: PrismaClient;
let admin: Actor;
let rosa: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  rosa = await joined("Rosa Unmistakable", "rosa.unmistakable@example.org");
});

/** An editor who came by an invitation that names them. */
async function joined(name: string, email: string): Promise<Actor> {
  const { path } = await run(prisma, admin, createInvitation, { role: "editor", email });
  await runPublic(prisma, acceptInvitation, { token: path.split("token=")[1] ?? "", name, email, password: PASSWORD });
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { email } });
  const { id: sessionId } = await prisma.session.create({ data: { userId, expiresAt: new Date(Date.now() + 86_400_000) } });
  return { userId, name, email, sessionId, workspaceId: admin.workspaceId, role: "editor" };
}

/** A page that is published, with a correction by that person. */
async function publishedWithCorrection(by: Actor): Promise<string> {
  const document = await createDocument(prisma, { actor: admin, title: "Corrected" });
  const { id: claimId } = await createClaim(prisma, { actor: admin, document, state: "approved" });
  const { seen } = await getPublication.run(admin, { documentId: document.id });
  const { page } = await run(prisma, admin, publishDocument, { documentId: document.id, seen });
  const { version } = await getClaim.run(by, { claimId });
  await run(prisma, by, correctClaim, { claimId, version, kind: "update", summary: "Six lanes, not eight.", what: "The number.", why: "It was wrong." });
  return page?.slug ?? "";
}

/** Who made the corrections of the page, as its readers see them, and what they have of it so far. */
async function published(slug: string) {
  const page = await publicPageFor(prisma, slug);
  return { state: page?.state, by: page && (await publicReport(prisma, page))?.corrections.map(({ by }) => by) };
}

const left = async (userId: string) => prisma.user.findUniqueOrThrow({ where: { id: userId } });

describe("an account that is deleted", () => {
  it("leaves what was written, and nothing of the person", async () => {
    const document = await createDocument(prisma, { actor: admin });
    const claim = await createClaim(prisma, { actor: rosa, document });
    await run(prisma, admin, assignClaim, { claimId: claim.id, assign: [rosa.userId] });
    await run(prisma, rosa, startThread, { documentId: document.id, claimId: claim.id, body: "Who counted?" });
    const slug = await publishedWithCorrection(rosa);
    const before = await published(slug);
    expect(before.by).toEqual(["Rosa Unmistakable"]);
    const elsewhere = await createMember(prisma, { role: "admin" });
    await run(prisma, elsewhere, createInvitation, { role: "reader", email: rosa.email });
    await prisma.linkRequest.create({ data: { kind: "sign_in", email: rosa.email } });
    await expect(run(prisma, rosa, deleteAccount, { password: "a guess" })).rejects.toMatchObject({ code: "invalid" });
    expect((await left(rosa.userId)).name).toBe("Rosa Unmistakable");
    await run(prisma, rosa, deleteAccount, { password: PASSWORD });
    expect(await getClaim.run(admin, { claimId: claim.id })).toMatchObject({ createdBy: { id: rosa.userId, name: DELETED_NAME }, assignments: [] });
    expect(await actorOfSession(rosa.sessionId, new Date())).toBeNull();
    expect(await prisma.session.count({ where: { userId: rosa.userId } })).toBe(0);
    expect(await prisma.event.findMany({ where: { type: "account.deleted" }, select: { workspaceId: true, actorId: true } })).toEqual([
      { workspaceId: admin.workspaceId, actorId: rosa.userId },
    ]);
    const after = await published(slug);
    expect(after.by).toEqual([DELETED_NAME]);
    expect(after.state).not.toBe(before.state);
    const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public'`;
    for (const { name } of tables) {
      const [found] = await prisma.$queryRawUnsafe<{ count: bigint }[]>(
        `SELECT count(*) AS "count" FROM "${name}" AS "row" WHERE "row"::text ILIKE '%unmistakable%'`,
      );
      expect([name, Number(found?.count)]).toEqual([name, 0]);
    }
  });

  it("without a password is deleted by who has just signed in, and by nobody else", async () => {
    const person = await createMember(prisma, { workspaceId: admin.workspaceId });
    await prisma.user.update({ where: { id: person.userId }, data: { passwordHash: NO_PASSWORD } });
    const signedIn = (minutesAgo: number) =>
      prisma.session.update({ where: { id: person.sessionId }, data: { createdAt: new Date(Date.now() - minutesAgo * 60_000) } });
    await signedIn(11);
    await expect(run(prisma, person, deleteAccount, { password: NO_PASSWORD })).rejects.toMatchObject({ code: "forbidden" });
    await signedIn(9);
    await run(prisma, person, deleteAccount, {});
    expect((await left(person.userId)).name).toBe(DELETED_NAME);
  });

  it("can be used again under the same address, as another person", async () => {
    const again = await createMember(prisma, { workspaceId: admin.workspaceId, email: "rosa.unmistakable@example.org" });
    expect(again.userId).not.toBe(rosa.userId);
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
