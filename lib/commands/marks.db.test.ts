import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClaim } from "@/lib/commands/create-claim";
import { addMark, removeMark, submitMarks, uniteMarks } from "@/lib/commands/marks";
import { reviseDocument } from "@/lib/commands/revise-document";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { getDocument } from "@/lib/queries/document";
import { getClaim } from "@/lib/queries/claim";
import { listDocuments } from "@/lib/queries/documents";
import { getMarks } from "@/lib/queries/marks";
import { blocksOf, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;
let anna: Actor;
let ben: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  const { workspaceId } = editor;
  anna = await createMember(prisma, { role: "reviewer", workspaceId, name: "Anna" });
  ben = await createMember(prisma, { role: "reviewer", workspaceId, name: "Ben" });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
});

beforeEach(async () => {
  document = await createDocument(prisma, { actor: editor });
  await apart(true);
});

async function apart(marksApart: boolean): Promise<void> {
  const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
  await run(prisma, editor, updateDocument, { documentId: document.id, version, marksApart });
}

const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const mark = (actor: Actor, exact: string) => run(prisma, actor, addMark, { documentId: document.id, revisionId: document.revisionId, fragment: { exact } });
const submit = (actor: Actor) => run(prisma, actor, submitMarks, { documentId: document.id });
const marks = (actor: Actor) => getMarks.run(actor, { documentId: document.id });

async function everything(actor: Actor): Promise<string> {
  const marking = actor.role === "reader" ? null : await marks(actor);
  const list = await listDocuments.run(actor, { view: "kept", sort: "updated", page: 1 });
  return JSON.stringify([marking, await getDocument.run(actor, { documentId: document.id }), list]);
}

describe("marking for oneself", () => {
  it("shows nothing to anybody else before it is submitted, and then to those who have submitted, and to editors", async () => {
    const others = [reader, ben, editor];
    const before = await Promise.all(others.map(everything));
    await mark(anna, "The bridge opened in 1932");
    const own = await mark(anna, "Engineers disagreed");
    expect(own.marks.map((each) => each.exact)).toEqual(["The bridge opened in 1932", "Engineers disagreed"]);
    expect(await Promise.all(others.map(everything))).toEqual(before);

    await submit(anna);
    expect((await marks(ben)).marks).toEqual([]);
    expect((await marks(editor)).marks).toHaveLength(2);
    await mark(ben, "bridge opened in 1932");
    const both = await submit(ben);
    expect(both.groups.map((group) => group.length)).toEqual([2, 1]);
    expect(both.agreements).toMatchObject([{ same: 1, agreement: 2 / 3 }]);
    expect((await marks(anna)).marks).toHaveLength(3);
  });

  it("takes marks back until they are submitted, and none twice", async () => {
    const [first] = (await mark(anna, "Engineers disagreed")).marks;
    await expect(mark(anna, "Engineers disagreed")).rejects.toEqual(failure("duplicate"));
    const markId = first?.id ?? "";
    await expect(run(prisma, ben, removeMark, { markId })).rejects.toEqual(failure("not_found"));
    expect((await run(prisma, anna, removeMark, { markId })).marks).toEqual([]);
    const [again] = (await mark(anna, "Engineers disagreed")).marks;
    await submit(anna);
    await expect(run(prisma, anna, removeMark, { markId: again?.id ?? "" })).rejects.toEqual(failure("closed", /submitted/));
    await expect(mark(anna, "Its tolls")).rejects.toEqual(failure("closed", /submitted/));
    await expect(submit(anna)).rejects.toEqual(failure("closed", /submitted/));
  });

  it("is for reviewers of this workspace, in documents that are set so; there nobody marks for all, nor corrects the text", async () => {
    await expect(mark(reader, "Its tolls")).rejects.toEqual(failure("forbidden"));
    await expect(mark(stranger, "Its tolls")).rejects.toEqual(failure("not_found"));
    const claim = { documentId: document.id, revisionId: document.revisionId, fragments: [{ exact: "Its tolls" }] };
    await expect(run(prisma, editor, createClaim, claim)).rejects.toEqual(failure("closed", /marks for themselves/));
    const correction = { documentId: document.id, base: 1, blocks: blocksOf(document.text.replace("1932", "1933")) };
    await expect(run(prisma, editor, reviseDocument, correction)).rejects.toEqual(failure("closed", /the text stays/));
    expect((await getDocument.run(editor, { documentId: document.id })).document.can.mark).toBe(false);
    const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
    await expect(run(prisma, anna, updateDocument, { documentId: document.id, version, marksApart: false })).rejects.toEqual(failure("forbidden"));
    await apart(false);
    await expect(mark(anna, "Its tolls")).rejects.toEqual(failure("closed", /marked together/));
    expect((await run(prisma, editor, createClaim, claim)).state).toBe("spotted");
  });
});

describe("uniting", () => {
  it("makes one claim of what means the same, over all that any of them marked, once, and by an editor", async () => {
    await mark(anna, "The bridge opened");
    await mark(ben, "bridge opened in 1932");
    await submit(anna);
    const { groups } = await submit(ben);
    const input = { documentId: document.id, groups: groups.map((markIds) => ({ markIds })) };
    await expect(run(prisma, ben, uniteMarks, input)).rejects.toEqual(failure("forbidden"));
    const united = await run(prisma, editor, uniteMarks, input);
    expect(united.groups).toEqual([]);
    const claimIds = new Set(united.marks.map((each) => each.claimId));
    expect(claimIds.size).toBe(1);
    const claim = await getClaim.run(reader, { claimId: [...claimIds][0] ?? "" });
    expect(claim).toMatchObject({ state: "spotted", statement: "The bridge opened in 1932" });
    await expect(run(prisma, editor, uniteMarks, input)).rejects.toEqual(failure("conflict", /became claims already/));
  });

  it("takes nothing that is not submitted", async () => {
    const [only] = (await mark(anna, "Engineers disagreed")).marks;
    await expect(run(prisma, editor, uniteMarks, { documentId: document.id, groups: [{ markIds: [only?.id ?? ""] }] })).rejects.toEqual(failure("conflict"));
  });
});
