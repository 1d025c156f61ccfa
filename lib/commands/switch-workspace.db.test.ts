import { beforeAll, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor, Role } from "@/lib/domain/role";
import { ownWorkspaces, workspaceElsewhere } from "@/lib/queries/memberships";
import { createDocument, createMember, createWorkspace, run } from "@/prisma/factories";
import { createInvitation, joinWorkspace, revokeInvitation } from "./invitations";
import { removeMember } from "./remove-member";
import { switchWorkspace } from "./switch-workspace";

let prisma: PrismaClient;
let person: Actor;
let second: { id: string };

const now = async (actor: Actor) => actorOfSession(actor.sessionId, new Date());
const addTo = (workspaceId: string, userId: string, role: Role) => prisma.membership.create({ data: { workspaceId, userId, role } });

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
});

describe("whoever belongs to several workspaces", () => {
  beforeAll(async () => {
    person = await createMember(prisma, { role: "editor" });
    second = await createWorkspace(prisma, { name: "Academy" });
    await addTo(second.id, person.userId, "reader");
  });

  it("begins in the one they have belonged to for longest, and has its role", async () => {
    expect(await now(person)).toMatchObject({ workspaceId: person.workspaceId, role: "editor" });
    expect((await ownWorkspaces(person)).map(({ name, role }) => [name, role])).toEqual([
      ["Academy", "reader"],
      ["Foreign desk", "editor"],
    ]);
  });

  it("goes to another, where they have the role of there; other sessions stay where they are", async () => {
    const other = await prisma.session.create({
      data: { userId: person.userId, workspaceId: person.workspaceId, expiresAt: new Date(Date.now() + 86_400_000) },
    });
    await run(prisma, person, switchWorkspace, { workspaceId: second.id });
    expect(await now(person)).toMatchObject({ workspaceId: second.id, role: "reader" });
    expect(await actorOfSession(other.id, new Date())).toMatchObject({ workspaceId: person.workspaceId });
  });

  it("signs in where they were last", async () => {
    const next = await prisma.session.create({ data: { userId: person.userId, expiresAt: new Date(Date.now() + 86_400_000) } });
    expect(await actorOfSession(next.id, new Date())).toMatchObject({ workspaceId: second.id });
  });

  it("learns that a document is in another of theirs; nobody else learns that there is one", async () => {
    const document = await createDocument(prisma, { actor: person });
    const here = { userId: person.userId, workspaceId: second.id };
    expect(await workspaceElsewhere(here, document.id)).toMatchObject({ id: person.workspaceId, role: "editor" });
    expect(await workspaceElsewhere(person, document.id)).toBeNull();
    const stranger = await createMember(prisma);
    expect(await workspaceElsewhere(stranger, document.id)).toBeNull();
    await prisma.document.update({ where: { id: document.id }, data: { deletedAt: new Date() } });
    expect(await workspaceElsewhere(here, document.id)).toBeNull();
  });

  it("gets into none that is closed, and falls back to one that is open", async () => {
    await prisma.workspace.update({ where: { id: second.id }, data: { closedAt: new Date() } });
    expect(await now(person)).toMatchObject({ workspaceId: person.workspaceId, role: "editor" });
    await expect(run(prisma, person, switchWorkspace, { workspaceId: second.id })).rejects.toMatchObject({ code: "not_found" });
    await prisma.workspace.update({ where: { id: second.id }, data: { closedAt: null } });
    expect(await now(person)).toMatchObject({ workspaceId: second.id });
  });

  it("falls back to another when they leave the one they are in", async () => {
    await run(prisma, { ...person, workspaceId: second.id, role: "reader" }, removeMember, { userId: person.userId });
    expect(await now(person)).toMatchObject({ workspaceId: person.workspaceId });
  });

  it("does not get into a workspace that is not theirs", async () => {
    const strange = await createWorkspace(prisma);
    await expect(run(prisma, person, switchWorkspace, { workspaceId: strange.id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an invitation", () => {
  const invite = async (email: string | null = null) => {
    const admin = await createMember(prisma, { role: "admin" });
    const { id, path } = await run(prisma, admin, createInvitation, { role: "reviewer", email });
    return { admin, id, token: new URL(path, "http://localhost").searchParams.get("token") ?? "" };
  };

  it("adds the workspace to whoever is signed in, once, and takes them there", async () => {
    const guest = await createMember(prisma, { role: "reader" });
    const { admin, token } = await invite();
    await run(prisma, guest, joinWorkspace, { token });
    expect(await now(guest)).toMatchObject({ userId: guest.userId, workspaceId: admin.workspaceId, role: "reviewer" });
    expect(await prisma.membership.count({ where: { userId: guest.userId } })).toBe(2);
    await expect(run(prisma, guest, joinWorkspace, { token })).rejects.toMatchObject({ code: "gone" });
  });

  it("is refused to another address, when it was taken back, by whom it belongs to already, and into a closed workspace", async () => {
    const guest = await createMember(prisma, { role: "reader" });
    const other = await invite("somebody@example.org");
    await expect(run(prisma, guest, joinWorkspace, { token: other.token })).rejects.toMatchObject({ code: "invalid" });
    const revoked = await invite();
    await run(prisma, revoked.admin, revokeInvitation, { invitationId: revoked.id });
    await expect(run(prisma, guest, joinWorkspace, { token: revoked.token })).rejects.toMatchObject({ code: "gone" });
    const own = await invite();
    await expect(run(prisma, own.admin, joinWorkspace, { token: own.token })).rejects.toMatchObject({ code: "conflict" });
    await prisma.workspace.update({ where: { id: own.admin.workspaceId }, data: { closedAt: new Date() } });
    await expect(run(prisma, guest, joinWorkspace, { token: own.token })).rejects.toMatchObject({ code: "gone" });
    expect(await now(guest)).toMatchObject({ workspaceId: guest.workspaceId });
  });
});
