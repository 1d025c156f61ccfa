import { beforeAll, describe, expect, it } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/open";
import { freshDatabase, queryCounter } from "@/lib/db/testing";
import { trashDocument } from "@/lib/commands/trash-document";
import { updateDocument } from "@/lib/commands/update-document";
import type { Actor } from "@/lib/domain/role";
import { createClaim, createDocument, createMember, run } from "@/prisma/factories";
import { claimOfDocument, getDocument, listClaims, workbenchView } from "./document";
import { listDocuments } from "./documents";
import { exportedFile, ExportDocument } from "./export-document";

let database: Database;
let editor: Actor;
let queriesOf: ReturnType<typeof queryCounter>;

beforeAll(async () => {
  database = await freshDatabase();
  queriesOf = queryCounter(database);
  adoptDatabase(database);
  editor = await createMember(database.prisma, { role: "editor" });
});

describe("the workbench's view", () => {
  it("takes the same number of queries for one claim and for twelve", async () => {
    const { prisma } = database;
    const document = await createDocument(prisma, { actor: editor });
    await createClaim(prisma, { actor: editor, document });
    const one = await queriesOf(() => workbenchView(editor, document.id));
    for (let count = 0; count < 11; count += 1) await createClaim(prisma, { actor: editor, document, quote: "Nobody had counted" });
    const twelve = await queriesOf(() => workbenchView(editor, document.id));
    expect(one).toBeGreaterThan(0);
    expect(twelve).toBe(one);
    expect((await getDocument.run(editor, { documentId: document.id })).claims).toHaveLength(12);
  });

  it("comes in two parts: the text with the open claim, and all claims", async () => {
    const { prisma } = database;
    const document = await createDocument(prisma, { actor: editor });
    const claim = await createClaim(prisma, { actor: editor, document });
    const other = await createClaim(prisma, { actor: editor });
    const whole = await workbenchView(editor, document.id);
    expect(await listClaims.run(editor, { documentId: document.id })).toEqual({
      revisionId: document.revisionId,
      seq: whole.document.seq,
      claims: whole.claims,
    });
    expect(await claimOfDocument(editor, document.id, claim.id)).toMatchObject({ id: claim.id, statement: claim.statement });
    expect(await claimOfDocument(editor, document.id, other.id)).toBeNull();
    const stranger = await createMember(prisma, { role: "admin" });
    expect(await claimOfDocument(stranger, document.id, claim.id)).toBeNull();
    await expect(listClaims.run(stranger, { documentId: document.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is of the actor's workspace only", async () => {
    const stranger = await createMember(database.prisma, { role: "admin" });
    const document = await createDocument(database.prisma, { actor: editor });
    await expect(workbenchView(stranger, document.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the list of documents", () => {
  const list = (input: object) => listDocuments.run(editor, listDocuments.schema.parse(input));
  const titles = async (q: string) => (await list({ q })).items.map((item) => item.title);

  it("finds by words, by a part of a word, without accents, and by a title that is nearly it", async () => {
    const { prisma } = database;
    await createDocument(prisma, { actor: editor, title: "Élections à Besançon", text: "Le préfet a compté 12 345 voix.\n\nPersonne ne l’a contredit." });
    for (const q of ["besancon", "préfet", "compté voix", "ontredi", "elections a besanson"]) expect(await titles(q), q).toContain("Élections à Besançon");
    for (const q of ["vox populi", "' OR 1=1 --", "%", "_____"]) expect(await titles(q), q).not.toContain("Élections à Besançon");
  });

  it("finds words far behind the reach of the full-text index", async () => {
    const text = `${"Nothing of note happened that day. ".repeat(8000)}\n\nThen came the quokka.`;
    await createDocument(database.prisma, { actor: editor, title: "A long text", text });
    expect(await titles("quokka")).toContain("A long text");
  });

  it("leaves out what is in the trash, and shows it there", async () => {
    const { prisma } = database;
    const document = await createDocument(prisma, { actor: editor, title: "Thrown away" });
    await run(prisma, editor, trashDocument, { documentId: document.id });
    expect(await titles("thrown away")).toEqual([]);
    expect((await list({ view: "trash" })).items.map((item) => item.title)).toEqual(["Thrown away"]);
    await expect(workbenchView(editor, document.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("counts the claims by state", async () => {
    const { prisma } = database;
    const document = await createDocument(prisma, { actor: editor, title: "Counted" });
    await createClaim(prisma, { actor: editor, document });
    await createClaim(prisma, { actor: editor, document, state: "skipped" });
    expect((await list({ q: "counted" })).items.find((item) => item.title === "Counted")?.claims).toEqual({ spotted: 1, skipped: 1 });
  });
});

describe("a document's settings", () => {
  it("keep the scale once a claim is judged on it, and refuse scales of others", async () => {
    const { prisma } = database;
    const document = await createDocument(prisma, { actor: editor });
    const scale = await prisma.scale.findFirstOrThrow({ where: { workspaceId: editor.workspaceId, template: "clef" } });
    const changed = await run(prisma, editor, updateDocument, { documentId: document.id, version: 1, scaleId: scale.id });
    expect(changed).toMatchObject({ scaleId: scale.id, version: 2 });
    await createClaim(prisma, { actor: editor, document, state: "approved" });
    const other = await prisma.scale.findFirstOrThrow({ where: { workspaceId: editor.workspaceId, template: "scifact" } });
    const { version } = (await workbenchView(editor, document.id)).document;
    await expect(run(prisma, editor, updateDocument, { documentId: document.id, version, scaleId: other.id })).rejects.toMatchObject({ code: "conflict" });
    await expect(run(prisma, editor, updateDocument, { documentId: document.id, version, scaleId: "none" })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("taking a document out", () => {
  it("gives readers the decided claims only, and the desk's files only to the desk", async () => {
    const { prisma } = database;
    const document = await createDocument(prisma, { actor: editor, title: "Taken out" });
    await createClaim(prisma, { actor: editor, document, state: "approved" });
    await createClaim(prisma, { actor: editor, document, quote: "Engineers disagreed", state: "skipped" });
    const reader = await createMember(prisma, { role: "reader", workspaceId: editor.workspaceId });
    const input = (given: object) => ExportDocument.parse({ documentId: document.id, format: "csv", ...given });
    const file = await exportedFile(reader, input({}));
    expect(file.filename).toMatch(/taken.out.*\.csv$/i);
    expect(file.body).toContain("The bridge opened in 1932");
    expect(file.body).not.toContain("Engineers disagreed");
    await expect(exportedFile(reader, input({ audience: "desk" }))).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportedFile(reader, input({ confidential: "true" }))).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportedFile(editor, input({ format: "wordstar" }))).rejects.toMatchObject({ code: "invalid" });
    expect((await exportedFile(editor, input({ audience: "desk", states: "skipped,approved" }))).body).toContain("Engineers disagreed");
  });
});
