import { beforeAll, describe, expect, it } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { correctDocument, createClaim, createDocument, createMember, SAMPLE_TEXT, type MadeDocument } from "@/prisma/factories";
import { compareRevisions, getComparison } from "./comparison";
import { getRevision, listRevisions, revisionList, revisionView } from "./revisions";

let prisma: PrismaClient;
let editor: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  reader = await createMember(prisma, { role: "reader", workspaceId: editor.workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
  document = await createDocument(prisma, { actor: editor });
  await createClaim(prisma, { actor: editor, document, quote: "The bridge opened in 1932", state: "approved" });
  await createClaim(prisma, { actor: editor, document, quote: "Nobody had counted" });
  const edit = (text: string) => text.replace("1932", "1935").replace(" Nobody had counted.", "");
  const second = await correctDocument(prisma, { actor: editor, document, edit, note: "The year was wrong." });
  await createClaim(prisma, { actor: editor, document: second, quote: "Engineers disagreed" });
});

describe("the revisions of a document", () => {
  it("are listed newest first, with who corrected what", async () => {
    const list = await listRevisions.run(reader, { documentId: document.id });
    expect(list).toMatchObject([
      { number: 2, current: true, note: "The year was wrong.", wordsAdded: 1, wordsRemoved: 4, createdBy: { id: editor.userId } },
      { number: 1, current: false, note: "", wordsAdded: 0, wordsRemoved: 0 },
    ]);
  });

  it("are read each with its own highlights, and a verdict only when it stands", async () => {
    const first = await getRevision.run(reader, getRevision.schema.parse({ documentId: document.id, number: "1" }));
    expect(first).toMatchObject({ number: 1, text: SAMPLE_TEXT, current: false });
    expect(first.blocks).toHaveLength(3);
    expect(first.claims.map(({ number, anchors }) => [number, ...anchors.map(({ status, start, end }) => [status, first.text.slice(start, end)])])).toEqual([
      [1, ["exact", "The bridge opened in 1932"]],
      [2, ["exact", "Nobody had counted"]],
    ]);
    // The words of the approved claim changed, so that it is under review again.
    expect(first.claims[0]).toMatchObject({ state: "in_review", labelId: null });
    expect((await revisionView(editor, document.id, 1)).claims[0]?.labelId).not.toBeNull();
    expect((await revisionView(reader, document.id, 2)).claims.map(({ anchors }) => anchors[0]?.status)).toEqual(["edited", "orphaned", "exact"]);
  });

  it("are compared word by word, with the places of each claim in both", async () => {
    const { before, after, changes, claims, ...counts } = await compareRevisions(reader, document.id, 1, 2);
    expect(counts).toEqual({ wordsAdded: 1, wordsRemoved: 4 });
    expect([before.number, before.current, after.number, after.current, after.note]).toEqual([1, false, 2, true, "The year was wrong."]);
    expect(changes.filter(({ kind }) => kind === "removed").map((change) => before.text.slice(change.before.start, change.before.end))).toEqual([
      "1932",
      " Nobody had counted.",
    ]);
    expect(claims.map((claim) => [claim.number, claim.before.length, claim.after.length])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 0, 1],
    ]);
    const reverse = await getComparison.run(reader, getComparison.schema.parse({ documentId: document.id, from: "2", to: "1" }));
    expect(reverse).toMatchObject({ wordsAdded: 4, wordsRemoved: 1 });
  });

  it("are of the actor's workspace only, and only those that there are", async () => {
    const missing = expect.objectContaining({ code: "not_found" }) as unknown;
    await expect(revisionList(stranger, document.id)).rejects.toEqual(missing);
    await expect(revisionView(stranger, document.id, 1)).rejects.toEqual(missing);
    await expect(revisionView(editor, document.id, 3)).rejects.toEqual(missing);
    await expect(compareRevisions(stranger, document.id, 1, 2)).rejects.toEqual(missing);
    await expect(compareRevisions(editor, document.id, 1, 9)).rejects.toEqual(missing);
  });
});
