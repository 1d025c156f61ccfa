import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { newBackupFile } from "@/lib/backup/kept";
import { writeBackup } from "@/lib/backup/write-backup";
import { adoptDatabase, database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { sealEvents } from "@/lib/events/seal";
import { env } from "@/lib/env";
import { emptyTrash } from "@/lib/jobs/empty-trash";
import { returnToPool } from "@/lib/jobs/return-to-pool";
import { noteRun } from "@/lib/jobs/runs";
import { accountInScope } from "@/lib/queries/accounts";
import { getInstance, listInstancePeople, maySeeSystem, mayMakeWorkspaces } from "@/lib/queries/instance";
import { countRequest } from "@/lib/queries/measures";
import { systemView } from "@/lib/queries/system";
import { createClaim, createDocument, createMember, run } from "@/prisma/factories";
import { gatherMail } from "./gather-mail";
import { restorePerson, suspendPerson, transferInstance, updateInstance } from "./instance";
import { makeNextExport } from "./make-exports";
import { removeMember } from "./remove-member";
import { switchWorkspace } from "./switch-workspace";
import { closeWorkspace, createWorkspace, renameWorkspace, reopenWorkspace, runWorkspace } from "./workspaces";

let prisma: PrismaClient;
let owner: Actor;
let editor: Actor;

const again = async (actor: Actor) => actorOfSession(actor.sessionId, new Date());
const workspaceOf = async (id: string) => (await getInstance.run(owner, {})).workspaces.find((each) => each.id === id);
const typesIn = async (workspaceId: string) =>
  (await prisma.event.findMany({ where: { workspaceId }, select: { type: true }, orderBy: { seq: "asc" } })).map(({ type }) => type);

beforeAll(async () => {
  const fresh = await freshDatabase();
  adoptDatabase(fresh);
  ({ prisma } = fresh);
  await prisma.instance.create({ data: { id: 1 } });
  const admin = await createMember(prisma, { role: "admin", name: "Olga Owner" });
  await prisma.user.update({ where: { id: admin.userId }, data: { owner: true } });
  owner = (await again(admin)) ?? admin;
  editor = await createMember(prisma, { role: "editor", workspaceId: owner.workspaceId, name: "Edo Editor" });
});

describe("the system page", () => {
  it("shows what was done, to admins while theirs is the only workspace, and to the owner always", async () => {
    const admin = await createMember(prisma, { role: "admin", workspaceId: owner.workspaceId });
    const now = new Date();
    env.DATA_DIR = mkdtempSync(path.join(tmpdir(), "assay-system-"));
    const { file, size } = await writeBackup(await database(), env.DATA_DIR, newBackupFile(env.DATA_DIR, "assay", now), now);
    await noteRun("a job of this test", () => Promise.reject(new Error("no"))).catch(() => undefined);
    countRequest({ method: "GET", path: "/documents/{id}", status: 200, ms: 3_600_000 }, now);
    expect(await systemView(admin)).toMatchObject({
      database: { engine: (await database()).engine, pending: [] },
      backup: { name: path.basename(file), size },
      jobs: [{ name: "a job of this test", runs: 1, failures: 1, lastFailureAt: expect.any(String) as string }],
      slow: [{ path: "/documents/{id}", ms: 3_600_000 }],
    });
    await expect(systemView(editor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await maySeeSystem(admin)).toBe(true);
    const other = await createMember(prisma, { role: "admin" });
    for (const actor of [admin, other]) {
      await expect(systemView(actor)).rejects.toMatchObject({ code: "forbidden" });
      expect(await maySeeSystem(actor)).toBe(false);
    }
    expect((await systemView(owner)).slow).toHaveLength(1);
    rmSync(env.DATA_DIR, { recursive: true });
  });
});

describe("the instance", () => {
  it("does nothing for people of a closed workspace until it is open again, and goes on keeping order in it", async () => {
    const member = await createMember(prisma, { role: "admin" });
    const { workspaceId, userId } = member;
    const now = new Date();
    const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const document = await createDocument(prisma, { actor: member });
    await prisma.document.update({ where: { id: document.id }, data: { returnDays: 1 } });
    const [claim, trashed] = [await createClaim(prisma, { actor: member, document }), await createClaim(prisma, { actor: member, document })];
    await prisma.claim.update({ where: { id: trashed.id }, data: { deletedAt: after(-31) } });
    await prisma.event.deleteMany({ where: { claimId: claim.id } });
    await prisma.assignment.create({ data: { workspaceId, claimId: claim.id, personId: userId, assignedById: userId, createdAt: after(-9) } });
    const told = { kind: "assigned", inPage: true, mail: "immediate", createdAt: after(-0.1) } as const;
    await prisma.notification.create({ data: { ...told, workspaceId, userId, documentId: document.id, claimId: claim.id } });
    const wish = { request: { documentId: document.id, format: "csv" }, expiresAt: after(1) };
    await prisma.exportJob.create({ data: { ...wish, workspaceId, documentId: document.id, userId } });
    const work = async (at: Date) => {
      await returnToPool(at);
      await gatherMail(now);
      await makeNextExport(now);
      await emptyTrash(now);
      await sealEvents();
      const [assigned, letters] = [
        await prisma.assignment.count({ where: { claimId: claim.id, endedAt: null } }),
        await prisma.mail.count({ where: { userId } }),
      ];
      const waiting = await prisma.exportJob.count({ where: { userId, state: "queued" } });
      return { assigned, letters, waiting, trashed: await prisma.claim.count({ where: { id: trashed.id } }), unsealed: await prisma.eventUnsealed.count() };
    };
    await run(prisma, owner, closeWorkspace, { workspaceId });
    expect(await work(now)).toEqual({ assigned: 1, letters: 0, waiting: 1, trashed: 0, unsealed: 0 });
    await run(prisma, owner, reopenWorkspace, { workspaceId });
    expect(await work(now)).toEqual({ assigned: 1, letters: 1, waiting: 0, trashed: 0, unsealed: 0 });
    expect((await work(after(2))).assigned).toBe(0);
  });

  it("has one owner at most, and shows itself to nobody else", async () => {
    expect(owner.owner).toBe(true);
    await expect(prisma.user.update({ where: { id: editor.userId }, data: { owner: true } })).rejects.toThrow();
    await expect(getInstance.run(editor, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(listInstancePeople.run(editor, { page: 1 })).rejects.toMatchObject({ code: "forbidden" });
    const anybody = await createMember(prisma, { role: "admin" });
    for (const refused of [
      () => run(prisma, anybody, updateInstance, { workspaceMakers: "everyone" }),
      () => run(prisma, anybody, suspendPerson, { userId: editor.userId }),
      () => run(prisma, anybody, transferInstance, { userId: anybody.userId }),
      () => run(prisma, anybody, closeWorkspace, { workspaceId: owner.workspaceId }),
      () => run(prisma, anybody, runWorkspace, { workspaceId: owner.workspaceId }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lets those make workspaces whom its owner allows to", async () => {
    await expect(run(prisma, editor, createWorkspace, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    const admin = await createMember(prisma, { role: "admin" });
    await run(prisma, owner, updateInstance, { workspaceMakers: "admins" });
    expect([await mayMakeWorkspaces(owner), await mayMakeWorkspaces(admin), await mayMakeWorkspaces(editor)]).toEqual([true, true, false]);
    await run(prisma, owner, updateInstance, { workspaceMakers: "everyone" });
    const made = await run(prisma, editor, createWorkspace, { name: "Mine" });
    expect(await prisma.membership.findFirstOrThrow({ where: { workspaceId: made.id } })).toMatchObject({ userId: editor.userId, role: "admin" });
    expect(await prisma.scale.count({ where: { workspaceId: made.id } })).toBeGreaterThan(0);
    await run(prisma, owner, updateInstance, { workspaceMakers: "owner" });
    await run(prisma, editor, switchWorkspace, { workspaceId: made.id });
    expect(await mayMakeWorkspaces({ ...editor, workspaceId: made.id, role: "admin" })).toBe(false);
    await run(prisma, editor, switchWorkspace, { workspaceId: owner.workspaceId });
  });

  it("renames workspaces, and keeps who was faster", async () => {
    const { id } = await run(prisma, owner, createWorkspace, { name: "Academy" });
    const version = (await workspaceOf(id))?.version ?? 0;
    await run(prisma, owner, renameWorkspace, { workspaceId: id, version, name: "School" });
    expect(await workspaceOf(id)).toMatchObject({ name: "School", members: 1, documents: 0 });
    await expect(run(prisma, owner, renameWorkspace, { workspaceId: id, version, name: "College" })).rejects.toMatchObject({ code: "conflict" });
    expect(await typesIn(id)).toEqual(["workspace.created", "workspace.updated"]);
  });

  it("closes a workspace, so that nobody gets in, and opens it as it was", async () => {
    const member = await createMember(prisma, { role: "admin" });
    await run(prisma, owner, closeWorkspace, { workspaceId: member.workspaceId });
    expect(await again(member)).toBeNull();
    await run(prisma, owner, closeWorkspace, { workspaceId: member.workspaceId });
    await run(prisma, owner, reopenWorkspace, { workspaceId: member.workspaceId });
    expect(await again(member)).toMatchObject({ role: "admin" });
    expect(await typesIn(member.workspaceId)).toEqual(["workspace.closed", "workspace.reopened"]);
    await expect(run(prisma, owner, closeWorkspace, { workspaceId: owner.workspaceId })).rejects.toMatchObject({ code: "conflict" });
    await expect(run(prisma, owner, closeWorkspace, { workspaceId: "none" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("suspends people everywhere at once, but not its owner", async () => {
    const member = await createMember(prisma, { role: "reviewer", name: "Sam Suspended" });
    await run(prisma, owner, suspendPerson, { userId: member.userId });
    expect(await again(member)).toBeNull();
    const { items } = await listInstancePeople.run(owner, { q: "sam susp", page: 1 });
    expect(items).toMatchObject([{ name: "Sam Suspended", owner: false, workspaces: [{ id: member.workspaceId, role: "reviewer" }] }]);
    expect(items[0]?.suspendedAt).not.toBeNull();
    await run(prisma, owner, restorePerson, { userId: member.userId });
    expect(await again(member)).not.toBeNull();
    expect(await typesIn(member.workspaceId)).toEqual(["account.suspended", "account.restored"]);
    await expect(run(prisma, owner, suspendPerson, { userId: owner.userId })).rejects.toMatchObject({ code: "conflict" });
  });

  it("lets its owner run a workspace only where nobody can", async () => {
    const admin = await createMember(prisma, { role: "admin" });
    const { workspaceId } = admin;
    await expect(run(prisma, owner, runWorkspace, { workspaceId })).rejects.toMatchObject({ code: "conflict" });
    await run(prisma, owner, suspendPerson, { userId: admin.userId });
    expect(await workspaceOf(workspaceId)).toMatchObject({ admins: [] });
    await run(prisma, owner, runWorkspace, { workspaceId });
    expect(await workspaceOf(workspaceId)).toMatchObject({ admins: [{ id: owner.userId }] });
  });
});

describe("its ownership", () => {
  it("keeps a door open for the owner, and their account out of the hands of admins", async () => {
    const only = await createMember(prisma, { role: "admin" });
    await prisma.user.update({ where: { id: owner.userId }, data: { owner: false } });
    await prisma.user.update({ where: { id: only.userId }, data: { owner: true } });
    const second = await createMember(prisma, { role: "admin", workspaceId: only.workspaceId });
    await expect(run(prisma, second, removeMember, { userId: only.userId })).rejects.toMatchObject({ code: "conflict" });
    expect(await accountInScope(prisma, second, only.userId, new Date())).toMatchObject({ elsewhere: true });
    await prisma.membership.create({ data: { workspaceId: owner.workspaceId, userId: only.userId, role: "reader" } });
    await run(prisma, second, removeMember, { userId: only.userId });
    await prisma.user.update({ where: { id: only.userId }, data: { owner: false } });
    await prisma.user.update({ where: { id: owner.userId }, data: { owner: true } });
  });

  it("goes to somebody who can sign in, in one step, and is gone from the first", async () => {
    const nobody = await createMember(prisma);
    await prisma.membership.deleteMany({ where: { userId: nobody.userId } });
    await expect(run(prisma, owner, transferInstance, { userId: nobody.userId })).rejects.toMatchObject({ code: "conflict" });
    await expect(run(prisma, owner, transferInstance, { userId: owner.userId })).rejects.toMatchObject({ code: "conflict" });
    const handed = await Promise.allSettled([
      run(prisma, owner, transferInstance, { userId: editor.userId }),
      run(prisma, owner, transferInstance, { userId: editor.userId }),
    ]);
    expect(handed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await again(owner))?.owner).toBeUndefined();
    expect(await again(editor)).toMatchObject({ owner: true });
    expect(await prisma.user.count({ where: { owner: true } })).toBe(1);
  });
});
