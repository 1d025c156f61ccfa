import { beforeAll, describe, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { addEvidence } from "@/lib/commands/evidence";
import { changeRole } from "@/lib/commands/change-role";
import { FileResult } from "@/lib/commands/command";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { checkAuditFile } from "@/lib/events/audit-file";
import { withOrigin } from "@/lib/events/origin";
import { sealEvents } from "@/lib/events/seal";
import { createClaim, createDocument, createMember, evidenceInput, rulingInput, run, type MadeDocument } from "@/prisma/factories";
import { ListAudit, listAudit } from "./audit";
import { checkAudit, checkChain } from "./audit-check";
import { ExportAudit, exportAudit } from "./audit-export";
import type { z } from "zod";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let document: MadeDocument;
let documentId: string;
let claimId: string;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  editor = await createMember(prisma, { role: "editor", workspaceId: admin.workspaceId });
  document = await createDocument(prisma, { actor: editor });
  documentId = document.id;
  const claim = await createClaim(prisma, { actor: editor, document });
  claimId = claim.id;
  await withOrigin({ requestId: "the-request", ip: "192.0.2.7" }, () =>
    run(prisma, editor, updateClaim, { claimId, version: claim.version, speaker: "A speaker" }),
  );
});

const list = (asked: z.input<typeof ListAudit> = {}) => listAudit.run(admin, ListAudit.parse(asked));
const file = async (asked: z.input<typeof ExportAudit> = {}): Promise<string> => {
  const result = await exportAudit.run(admin, ExportAudit.parse(asked));
  return result instanceof FileResult ? String(result.body) : "";
};

describe("the audit log", () => {
  it("says who did what, from where, before and after", async () => {
    const { items } = await list();
    const change = items.find(({ type }) => type === "claim.updated");
    expect(change).toMatchObject({
      actor: { id: editor.userId },
      document: { id: documentId },
      claim: { id: claimId },
      changes: [{ field: "speaker", before: "", after: "A speaker" }],
      requestId: "the-request",
      ip: "192.0.2.7",
    });
  });

  it("is found by person, action, document and day, and goes on where a page ends", async () => {
    const [all, of, nobody, elsewhere, today, before] = await Promise.all([
      list(),
      list({ action: "claims", actorId: editor.userId, documentId }),
      list({ actorId: "nobody" }),
      list({ documentId: "none" }),
      list({ from: new Date().toISOString().slice(0, 10), to: new Date().toISOString().slice(0, 10) }),
      list({ to: "2020-01-01" }),
    ]);
    expect(of.items.map(({ type }) => type)).toEqual(["claim.updated", "claim.created"]);
    expect([nobody, elsewhere, before].map(({ items }) => items)).toEqual([[], [], []]);
    expect(today.items).toHaveLength(all.items.length);
    const first = all.items[0]?.seq ?? 0;
    expect((await list({ before: first })).items).toEqual(all.items.slice(1));
  });

  it("is found by claim and by any other thing, also in a file", async () => {
    const other = await createClaim(prisma, { actor: editor, document });
    const evidenceId = (await run(prisma, editor, addEvidence, evidenceInput(claimId))).evidence[0]?.id ?? "";
    const types = async (asked: z.input<typeof ListAudit>) => (await list(asked)).items.map(({ type }) => type);
    expect(await types({ claimId })).toEqual(["claim.moved", "evidence.added", "claim.updated", "claim.created"]);
    expect(await types({ claimId: other.id })).toEqual(["claim.created"]);
    expect(await types({ subjectId: evidenceId })).toEqual(["evidence.added"]);
    expect(await types({ subjectId: evidenceId, action: "claims" })).toEqual([]);
    const [added] = (await list({ subjectId: evidenceId })).items;
    expect(added?.details.find(({ field }) => field === "evidenceId")?.id).toBe(evidenceId);
    const entries = JSON.parse(await file({ claimId: other.id })) as { entries: { content: { type: string } | null }[] };
    expect(entries.entries.map(({ content }) => content?.type)).toEqual(["claim.created"]);
  });

  it("is read by admins of the workspace alone", async () => {
    const outsider = await createMember(prisma, { role: "admin" });
    for (const query of [listAudit, checkAudit, exportAudit])
      await expect(query.run(editor, query.schema.parse({}) as never)).rejects.toMatchObject({ code: "forbidden" });
    const { items } = await listAudit.run(outsider, ListAudit.parse({}));
    expect(items.filter(({ document }) => document?.id === documentId)).toEqual([]);
    expect(String((await exportAudit.run(outsider, ExportAudit.parse({}))).body)).not.toContain(documentId);
  });

  it("keeps what reviewers keep from each other, also from those who ask by person", async () => {
    const reviewer = await createMember(prisma, { role: "reviewer", workspaceId: admin.workspaceId, name: "Quiet reviewer" });
    const blind = await createDocument(prisma, { actor: editor, title: "Blind" });
    const { version } = await prisma.document.findUniqueOrThrow({ where: { id: blind.id } });
    await run(prisma, editor, updateDocument, { documentId: blind.id, version, reviewMode: "blind", reviewers: 2 });
    const claim = await createClaim(prisma, { actor: editor, document: blind, state: "in_review" });
    const { labelId } = await rulingInput(prisma, claim);
    await run(prisma, reviewer, assessClaim, { claimId: claim.id, version: null, labelId, rationale: "A secret reason." });
    const { items } = await list({ documentId: blind.id });
    const withheld = items.filter(({ type }) => type === null);
    expect(withheld).toHaveLength(1);
    expect(withheld[0]).toMatchObject({ actor: null, claim: null, changes: [], details: [], ip: null, requestId: null });
    expect((await list({ documentId: blind.id, actorId: reviewer.userId })).items).toEqual([]);
    expect((await list({ claimId: claim.id })).items.filter(({ type }) => type === null)).toEqual([]);
    for (const format of ["json", "csv"] as const) {
      const text = await file({ format, documentId: blind.id });
      expect(text).not.toContain("A secret reason.");
      expect(text).not.toContain(reviewer.userId);
    }
  });
});

describe("its seals", () => {
  it("form one whole chain, however many seal at once", async () => {
    await Promise.all([sealEvents(), sealEvents(), sealEvents()]);
    const check = await checkAudit.run(admin, {});
    expect(check).toMatchObject({ faults: [], waiting: 0, gone: 0 });
    expect(check.sealed).toBe(await prisma.event.count({ where: { workspaceId: admin.workspaceId } }));
  });

  it("can be proved from the file alone", async () => {
    const text = await file();
    const whole = checkAuditFile(JSON.parse(text));
    expect(whole.faults).toEqual([]);
    expect(whole.entries).toBeGreaterThan(5);
    expect(text).toContain("A speaker");
    expect(checkAuditFile(JSON.parse(text.replace("A speaker", "A spéaker"))).faults).toHaveLength(1);
    const some = checkAuditFile(JSON.parse(await file({ action: "claims" })));
    expect(some.faults).toEqual([]);
    expect(some.entries).toBeLessThan(whole.entries);
  });

  it("keep the database itself from changing what is sealed", async () => {
    await expect(prisma.event.updateMany({ where: { claimId }, data: { actorId: admin.userId } })).rejects.toThrow(/only added to/);
    await expect(prisma.eventSeal.deleteMany({ where: { workspaceId: admin.workspaceId } })).rejects.toThrow(/only added to/);
    await expect(prisma.eventSeal.updateMany({ data: { hash: "0" } })).rejects.toThrow(/only added to/);
  });

  it("stay when the entries go with their document, which is no fault", async () => {
    const own = await createMember(prisma, { role: "admin" });
    const { id } = await createDocument(prisma, { actor: own });
    await sealEvents();
    const before = await checkChain(prisma, own.workspaceId);
    await prisma.document.delete({ where: { id } });
    const after = await checkChain(prisma, own.workspaceId);
    expect(after).toEqual({ ...before, gone: before.sealed });
  });

  it("show what somebody with the database in hand has changed, removed or kept out", async () => {
    const own = await createMember(prisma, { role: "admin" });
    const member = await createMember(prisma, { role: "reader", workspaceId: own.workspaceId });
    for (const role of ["reviewer", "editor", "reader"] as const) await run(prisma, own, changeRole, { userId: member.userId, role });
    await sealEvents();
    const seals = await prisma.eventSeal.findMany({ where: { workspaceId: own.workspaceId }, orderBy: { position: "asc" } });
    const [first, second] = seals;
    await prisma.$executeRaw`ALTER TABLE "Event" DISABLE TRIGGER USER`;
    try {
      await prisma.event.update({ where: { seq: first?.eventSeq ?? 0n }, data: { actorId: member.userId } });
      await prisma.event.delete({ where: { seq: second?.eventSeq ?? 0n } });
      await prisma.event.create({ data: { workspaceId: own.workspaceId, actorId: own.userId, type: "member.joined", data: {} } });
    } finally {
      await prisma.$executeRaw`ALTER TABLE "Event" ENABLE TRIGGER USER`;
    }
    const { faults } = await checkChain(prisma, own.workspaceId);
    expect(faults).toEqual([
      { position: 1, fault: "changed" },
      { position: 2, fault: "removed" },
      { position: 3, fault: "never_sealed" },
    ]);
  });
});
