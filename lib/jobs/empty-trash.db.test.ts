import { beforeAll, describe, expect, it } from "vitest";
import { addContact, trashContact } from "@/lib/commands/contact";
import { addEvidence, trashEvidence } from "@/lib/commands/evidence";
import { askQuestion, trashQuestion } from "@/lib/commands/question";
import { restoreDocument, trashDocument } from "@/lib/commands/trash-document";
import { trashClaim } from "@/lib/commands/trash-claim";
import { updateWorkspace } from "@/lib/commands/update-workspace";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { BEING_DELETED } from "@/lib/db/scopes";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { listDocuments } from "@/lib/queries/documents";
import { trashDays, workspaceSettingsView } from "@/lib/queries/workspace-settings";
import { createClaim, createDocument, createMember, evidenceInput, run } from "@/prisma/factories";
import { emptyTrash, forgetAddresses, forgetNotifications } from "./empty-trash";

let prisma: PrismaClient;
/** Admins of a workspace that keeps things for a week, and of one that keeps them as usual. */
let brief: Actor;
let usual: Actor;

const after = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  brief = await createMember(prisma, { role: "admin" });
  usual = await createMember(prisma, { role: "admin" });
  const { version } = await workspaceSettingsView(brief);
  await run(prisma, brief, updateWorkspace, { version, trashDays: 7, toldDays: 14 });
});

/** A document in the trash with more claims than are deleted at once; and one that is kept, with a claim, evidence and a question in the trash beside what is kept. */
async function fill(actor: Actor) {
  const trashed = await createDocument(prisma, { actor });
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...{ workspaceId: actor.workspaceId, documentId: trashed.id, createdById: actor.userId },
    ...{ number: index + 1, statement: "The bridge opened." },
  }));
  await prisma.claim.createMany({ data: many });
  await run(prisma, actor, trashDocument, { documentId: trashed.id });
  const kept = await createDocument(prisma, { actor });
  const [claim, gone] = [await createClaim(prisma, { actor, document: kept }), await createClaim(prisma, { actor, document: kept })];
  await run(prisma, actor, trashClaim, { claimId: gone.id });
  const evidence = [await run(prisma, actor, addEvidence, evidenceInput(claim.id)), await run(prisma, actor, addEvidence, evidenceInput(claim.id))];
  const questions = [
    await run(prisma, actor, askQuestion, { claimId: claim.id, text: "When did it open?" }),
    await run(prisma, actor, askQuestion, { claimId: claim.id, text: "Who paid?" }),
  ];
  const [lostEvidence, lostQuestion] = [evidence[1]?.evidence.at(-1)?.id ?? "", questions[1]?.questions.at(-1)?.id ?? ""];
  await run(prisma, actor, trashEvidence, { evidenceId: lostEvidence });
  await run(prisma, actor, trashQuestion, { questionId: lostQuestion });
  const contact = { claimId: claim.id, contactedOn: "2026-01-01", channel: "Telephone", outcome: "asked" } as const;
  await run(prisma, actor, addContact, contact);
  const { contacts } = await run(prisma, actor, addContact, contact);
  await run(prisma, actor, trashContact, { contactId: contacts.at(-1)?.id ?? "" });
  return { trashed, kept, claim };
}

async function counts({ workspaceId }: Actor) {
  const where = { where: { workspaceId } };
  const [documents, claims, evidence, questions] = [
    await prisma.document.count(where),
    await prisma.claim.count(where),
    await prisma.evidence.count(where),
    await prisma.question.count(where),
  ];
  return { documents, claims, evidence, questions, contacts: await prisma.claimantContact.count(where) };
}

describe("the trash", () => {
  const full = { documents: 2, claims: 122, evidence: 2, questions: 2, contacts: 2 };
  const emptied = { documents: 1, claims: 1, evidence: 1, questions: 1, contacts: 1 };

  it("is emptied of what is over its workspace’s days, a slice at a time, and of nothing else", async () => {
    const [mine, theirs] = [await fill(brief), await fill(usual)];
    expect([await counts(brief), await counts(usual)]).toEqual([full, full]);
    await emptyTrash(after(6));
    expect([await counts(brief), await counts(usual)]).toEqual([full, full]);
    await emptyTrash(after(8));
    expect([await counts(brief), await counts(usual)]).toEqual([emptied, full]);
    expect(await prisma.claim.findUniqueOrThrow({ where: { id: mine.claim.id } })).toMatchObject({ deletedAt: null, documentId: mine.kept.id });
    await emptyTrash(after(29));
    expect(await counts(usual)).toEqual(full);
    await emptyTrash(after(31));
    expect(await counts(usual)).toEqual(emptied);
    expect((await prisma.document.findMany({ where: { deletedAt: null } })).map(({ id }) => id).sort()).toEqual([mine.kept.id, theirs.kept.id].sort());
  });

  it("keeps what a moderator has hidden", async () => {
    const hidden = await createDocument(prisma, { actor: brief });
    await prisma.document.update({ where: { id: hidden.id }, data: { deletedAt: new Date(), hiddenAt: new Date() } });
    await emptyTrash(after(400));
    expect(await prisma.document.count({ where: { id: hidden.id } })).toBe(1);
  });

  it("gives nothing back that it has begun to delete, and goes on with it when it was stopped in the middle", async () => {
    const half = await createDocument(prisma, { actor: brief });
    await createClaim(prisma, { actor: brief, document: half });
    await prisma.document.update({ where: { id: half.id }, data: { deletedAt: BEING_DELETED } });
    await expect(run(prisma, brief, restoreDocument, { documentId: half.id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listDocuments.run(brief, listDocuments.schema.parse({ view: "trash" }))).items).toEqual([]);
    await emptyTrash(new Date());
    expect(await prisma.document.count({ where: { id: half.id } })).toBe(0);
  });
});

describe("notifications", () => {
  it("go after the workspace’s days, once they are read", async () => {
    const { documentId } = await prisma.claim.findFirstOrThrow({ where: { workspaceId: brief.workspaceId } });
    const told = (actor: Actor, readAt: Date | null) =>
      prisma.notification.create({
        data: { workspaceId: actor.workspaceId, userId: actor.userId, kind: "assigned", documentId, inPage: true, mail: "off", createdAt: new Date(0), readAt },
      });
    const [read, unread, elsewhere] = [await told(brief, new Date()), await told(brief, null), await told(usual, new Date())];
    const left = async () => new Set((await prisma.notification.findMany({ select: { id: true } })).map(({ id }) => id));
    await forgetNotifications(after(13));
    expect((await left()).has(read.id)).toBe(true);
    await forgetNotifications(after(15));
    expect(await left()).toEqual(new Set([unread.id, elsewhere.id]));
    await forgetNotifications(after(91));
    expect(await left()).toEqual(new Set([unread.id]));
  });
});

describe("addresses", () => {
  it("of whom nobody let in, and of readers whose reports are settled, are forgotten; all others are kept", async () => {
    const invited = (email: string, more: object = {}) =>
      prisma.invitation.create({
        data: { workspaceId: brief.workspaceId, invitedById: brief.userId, tokenHash: email, role: "reader", email, expiresAt: after(2), ...more },
      });
    await invited("late@example.org");
    await invited("waiting@example.org", { expiresAt: after(9) });
    await invited("came@example.org", { acceptedAt: new Date(), acceptedById: brief.userId });
    const reported = ({ workspaceId }: Actor, contact: string, settledAt: Date | null) =>
      prisma.flag.create({ data: { workspaceId, subject: "page", subjectId: contact, reason: "error", note: "Wrong.", contact, settledAt } });
    await reported(brief, "settled@example.org", new Date());
    await reported(brief, "open@example.org", null);
    await reported(usual, "elsewhere@example.org", new Date());
    const left = async () => [
      ...(await prisma.invitation.findMany({ select: { email: true } })).map(({ email }) => email),
      ...(await prisma.flag.findMany({ where: { contact: { not: "" } }, select: { contact: true } })).map(({ contact }) => contact),
    ];
    await forgetAddresses(after(1));
    expect(await left()).toHaveLength(6);
    await forgetAddresses(after(8));
    expect((await left()).sort()).toEqual(["came@example.org", "elsewhere@example.org", "open@example.org", "waiting@example.org"]);
  });
});

describe("how long things are kept", () => {
  it("is an admin’s to say, within bounds, and the log keeps who did", async () => {
    expect([await trashDays(brief), await trashDays(usual)]).toEqual([7, 30]);
    const event = await prisma.event.findFirstOrThrow({ where: { workspaceId: brief.workspaceId, type: "workspace.updated" } });
    expect(event.data).toMatchObject({ before: { trashDays: 30, toldDays: 90 }, after: { trashDays: 7, toldDays: 14 } });
    for (const wrong of [{ trashDays: 6 }, { trashDays: 366 }, { trashDays: 7.5 }, { toldDays: 13 }, { toldDays: 100_000 }])
      expect([wrong, updateWorkspace.schema.safeParse({ version: 1, ...wrong }).success]).toEqual([wrong, false]);
  });
});
