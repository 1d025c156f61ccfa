import { beforeAll, describe, expect, it } from "vitest";
import { createClaim as markClaim } from "@/lib/commands/create-claim";
import { moveClaim } from "@/lib/commands/move-claim";
import { previewRevision } from "@/lib/commands/preview-revision";
import { reviseDocument } from "@/lib/commands/revise-document";
import { setFragments } from "@/lib/commands/set-fragments";
import { restoreClaim, trashClaim } from "@/lib/commands/trash-claim";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { countWords } from "@/lib/domain/text";
import { getClaim } from "@/lib/queries/claim";
import { workbenchView } from "@/lib/queries/document";
import { listDocuments } from "@/lib/queries/documents";
import { exportedFile, ExportDocument } from "@/lib/queries/export-document";
import { listClaimEvents } from "@/lib/queries/history";
import { blocksOf, correctDocument, createClaim, createDocument, createMember, run, SAMPLE_TEXT } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId: editor.workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
});

const failure = (code: AppError["code"], details: Partial<AppError["details"]> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as unknown });
const preview = (actor: Actor, input: object) => previewRevision.run(actor, previewRevision.schema.parse(input));

describe("a corrected text", () => {
  it("becomes the next revision: the document, the search and the count follow, the old one stays", async () => {
    const document = await createDocument(prisma, { actor: editor, title: "Corrected once" });
    const text = SAMPLE_TEXT.replace("Nobody had counted.", "A quokka had counted.");
    const saved = await run(prisma, editor, reviseDocument, { documentId: document.id, base: 1, blocks: blocksOf(text), note: "  A  reader wrote in. " });
    expect(saved.document.revision).toMatchObject({ number: 2, text, wordCount: countWords(text) });
    const [first, second] = await prisma.revision.findMany({ where: { documentId: document.id }, orderBy: { number: "asc" } });
    expect(first).toMatchObject({ number: 1, text: SAMPLE_TEXT, wordsAdded: 0, wordsRemoved: 0 });
    expect(second).toMatchObject({ number: 2, text, wordsAdded: 2, wordsRemoved: 1, note: "A reader wrote in.", createdById: editor.userId });
    const titles = async (q: string) => (await listDocuments.run(editor, listDocuments.schema.parse({ q }))).items.map((item) => item.title);
    expect(await titles("quokka")).toEqual(["Corrected once"]);
    const event = await prisma.event.findFirstOrThrow({ where: { documentId: document.id, type: "document.revised" } });
    expect(event.data).toEqual({ before: { revision: 1 }, after: { revision: 2, wordsAdded: 2, wordsRemoved: 1, note: "A reader wrote in." } });
  });

  it("may change only what a block is, or who speaks in it", async () => {
    const document = await createDocument(prisma, { actor: editor });
    const blocks = blocksOf(SAMPLE_TEXT).map((block) => ({ ...block, type: "turn" as const, speaker: "Ms Vega", level: 2 }));
    const saved = await run(prisma, editor, reviseDocument, { documentId: document.id, base: 1, blocks });
    expect(saved.document.revision.blocks.map(({ type, speaker, level }) => [type, speaker, level])).toEqual(Array(3).fill(["turn", "Ms Vega", undefined]));
    const again = blocks.map((block) => ({ ...block, time: "00:01" }));
    expect(await preview(editor, { documentId: document.id, base: 2, blocks: again })).toMatchObject({ wordsAdded: 0, wordsRemoved: 0 });
  });

  it("is cleaned as an imported one is, with its marks in their places", async () => {
    const document = await createDocument(prisma, { actor: editor });
    const text = "Cafe\u0301\u0000 prices  rose.\r\nTwice.";
    const start = text.indexOf("prices");
    const marks = [
      { type: "link" as const, start, end: start + 6, href: "javascript:alert(1)" },
      { type: "strong" as const, start, end: start + 6 },
    ];
    const seen = await preview(editor, { documentId: document.id, base: 1, blocks: [{ type: "paragraph", text, marks }] });
    expect(seen.text).toBe("Café prices  rose.\nTwice.");
    expect(seen.blocks[0]?.marks).toEqual([{ type: "strong", start: 5, end: 11 }]);
    const broken = await preview(editor, { documentId: document.id, base: 1, blocks: [{ type: "paragraph", text: "half \ud800 a pair" }] });
    expect(broken.warnings).toHaveLength(1);
  });

  it("can be brought in anew from a source", async () => {
    const document = await createDocument(prisma, { actor: editor });
    const source = { kind: "paste" as const, text: `${SAMPLE_TEXT}\n\nAn afterword was added.` };
    const saved = await run(prisma, editor, reviseDocument, { documentId: document.id, base: 1, source });
    expect(saved.document.revision.text.endsWith("An afterword was added.")).toBe(true);
  });

  it.each([
    ["nothing changed", { blocks: blocksOf(SAMPLE_TEXT) }, "invalid", "blocks"],
    ["no text", { blocks: [{ type: "paragraph", text: " \u200b\n" }] }, "invalid", "blocks"],
    ["no blocks", { blocks: [] }, "invalid", "blocks"],
    ["neither blocks nor source", {}, "invalid", "blocks"],
    ["both", { blocks: blocksOf("One."), source: { kind: "paste", text: "Two." } }, "invalid", "blocks"],
    ["a text of more than 2 MB", { blocks: [{ type: "paragraph", text: "word ".repeat(450_000) }] }, "too_large", "blocks"],
    ["an empty source", { source: { kind: "paste", text: "  " } }, "invalid", "source"],
    ["a revision that is not there", { base: 7, blocks: blocksOf("One.") }, "invalid", "base"],
  ] as const)("is refused with the field named: %s", async (_, input, code, name) => {
    const document = await createDocument(prisma, { actor: editor });
    await expect(preview(editor, { documentId: document.id, base: 1, ...input })).rejects.toEqual(
      failure(code, { fields: [expect.objectContaining({ field: name })] as never }),
    );
  });

  it("is for those who may edit the document, in their workspace", async () => {
    const document = await createDocument(prisma, { actor: editor });
    const input = { documentId: document.id, base: 1, blocks: blocksOf("Quite another text.") };
    for (const [actor, code] of [
      [reviewer, "forbidden"],
      [reader, "forbidden"],
      [stranger, "not_found"],
    ] as const) {
      await expect(preview(actor, input)).rejects.toEqual(failure(code));
      await expect(run(prisma, actor, reviseDocument, input)).rejects.toEqual(failure(code));
    }
    const own = await createDocument(prisma, { actor: reviewer });
    expect((await run(prisma, reviewer, reviseDocument, { ...input, documentId: own.id })).document.revision.number).toBe(2);
  });

  it("answers the current number to whoever corrected an older revision", async () => {
    const document = await createDocument(prisma, { actor: editor });
    await correctDocument(prisma, { actor: editor, document, edit: (text) => text.replace("1932", "1933") });
    const late = { documentId: document.id, base: 1, blocks: blocksOf("Quite another text.") };
    await expect(preview(editor, late)).rejects.toEqual(failure("conflict", { current: { revision: 2 } }));
    await expect(run(prisma, editor, reviseDocument, late)).rejects.toEqual(failure("conflict", { current: { revision: 2 } }));
  });
});

describe("the claims of a corrected text", () => {
  it("stay, change, fall into doubt or lose their place, as the preview said, and the history says why", async () => {
    const document = await createDocument(prisma, { actor: editor });
    const made = (quote: string, state: "spotted" | "approved" = "spotted") => createClaim(prisma, { actor: editor, document, quote, state });
    const kept = await made("Engineers disagreed", "approved");
    const edited = await made("The bridge opened in 1932", "approved");
    const lost = await made("Nobody had counted", "approved");
    const trashed = await made("paid for the whole work within ten years");
    await run(prisma, editor, trashClaim, { claimId: trashed.id });
    const text = SAMPLE_TEXT.replace("1932", "1935").replace(" Nobody had counted.", "");
    const input = { documentId: document.id, base: 1, blocks: blocksOf(text) };

    const seen = await preview(editor, input);
    expect(seen.outcome).toEqual({ exact: 1, moved: 0, edited: 1, uncertain: 0, orphaned: 1 });
    expect(seen.affected).toEqual([
      expect.objectContaining({
        claimId: edited.id,
        status: "edited",
        before: "The bridge opened in 1932",
        after: "The bridge opened in 1935",
        returnsToReview: true,
      }),
      expect.objectContaining({ claimId: lost.id, status: "orphaned", before: "Nobody had counted", after: null, returnsToReview: true }),
    ]);
    expect(await preview(editor, input)).toEqual(seen);

    const saved = await run(prisma, editor, reviseDocument, input);
    const statusOf = (id: string) => saved.claims.find((claim) => claim.id === id)?.anchors.map((anchor) => anchor.status);
    expect([kept, edited, lost].map((claim) => statusOf(claim.id))).toEqual([["exact"], ["edited"], ["orphaned"]]);

    expect(await getClaim.run(editor, { claimId: kept.id })).toMatchObject({ state: "approved", version: kept.version, revision: 2 });
    const returned = await getClaim.run(editor, { claimId: edited.id });
    expect(returned).toMatchObject({ state: "in_review", version: edited.version + 1, ruling: { approvedAt: null, approvedBy: null } });
    expect(returned.anchors).toMatchObject([{ exact: "The bridge opened in 1935", status: "edited" }]);
    const { items } = await listClaimEvents.run(reviewer, { claimId: edited.id });
    const reason = { field: "note", before: "", after: "The text was corrected in revision 2." };
    expect(items.slice(0, 2).map(({ type }) => type)).toEqual(["claim.returned", "claim.reanchored"]);
    expect(items[0]?.changes).toEqual(expect.arrayContaining([{ field: "state", before: "approved", after: "in_review" }, reason]));
    expect(items[1]?.changes).toEqual(
      expect.arrayContaining([
        { field: "quote", before: "The bridge opened in 1932", after: "The bridge opened in 1935" },
        { field: "place", before: "exact", after: "edited" },
        reason,
      ]),
    );
    const gone = await getClaim.run(editor, { claimId: lost.id });
    expect(gone.anchors).toMatchObject([{ exact: "Nobody had counted", status: "orphaned" }]);
    expect(gone.gate.find(({ key }) => key === "anchors")?.met).toBe(false);
    await expect(run(prisma, editor, moveClaim, { claimId: gone.id, version: gone.version, to: "approved" })).rejects.toEqual(failure("gate_not_met"));

    const back = await run(prisma, editor, restoreClaim, { claimId: trashed.id });
    expect(back.anchors).toMatchObject([{ exact: "paid for the whole work within ten years", status: "exact" }]);
    expect(text.slice(back.anchors[0]?.start, back.anchors[0]?.end)).toBe("paid for the whole work within ten years");
  });

  it("are taken out with the words of the current revision only", async () => {
    const document = await createDocument(prisma, { actor: editor, title: "Taken out corrected" });
    await createClaim(prisma, { actor: editor, document, quote: "Engineers disagreed", state: "approved" });
    await createClaim(prisma, { actor: editor, document, quote: "The bridge opened in 1932" });
    await correctDocument(prisma, { actor: editor, document, edit: (text) => `An editor's note.\n\n${text.replace("1932", "1935")}` });
    const files = await Promise.all(
      ["html", "jsonld", "markdown", "csv"].map((format) =>
        exportedFile(editor, ExportDocument.parse({ documentId: document.id, format, audience: "desk", states: "approved,spotted" })),
      ),
    );
    for (const { body } of files) {
      expect(body).toContain("Engineers disagreed");
      expect(body).toContain("opened in 1935");
    }
    const { claims } = await workbenchView(editor, document.id);
    expect(claims.map((claim) => claim.anchors.length)).toEqual([1, 1]);
  });

  it("may be marked on an older revision: they come to the current one, and never to other words", async () => {
    const document = await createDocument(prisma, { actor: editor });
    const edit = (text: string) => `An editor's note.\n\n${text.replace("1932", "1935").replace(" Nobody had counted.", "")}`;
    const current = await correctDocument(prisma, { actor: editor, document, edit });
    const mark = (exact: string) => run(prisma, reviewer, markClaim, { documentId: document.id, revisionId: document.revisionId, fragments: [{ exact }] });
    const there = await mark("Engineers disagreed");
    expect(there).toMatchObject({ revision: 2, anchors: [{ status: "exact", exact: "Engineers disagreed" }] });
    expect(current.text.slice(there.anchors[0]?.start, there.anchors[0]?.end)).toBe("Engineers disagreed");
    expect((await mark("The bridge opened in 1932")).anchors).toMatchObject([{ status: "edited", exact: "The bridge opened in 1935" }]);
    expect(await mark("Nobody had counted")).toMatchObject({ statement: "Nobody had counted", anchors: [{ status: "orphaned", exact: "Nobody had counted" }] });
  });

  it("may get other fragments on an older revision, and none of their doubts is lost", async () => {
    const document = await createDocument(prisma, { actor: editor });
    const marked = await createClaim(prisma, { actor: editor, document, quote: "The bridge opened in 1932" });
    const set = (claim: { id: string; version: number }, revisionId: string, fragments: { start: number; end: number }[]) =>
      run(prisma, reviewer, setFragments, { claimId: claim.id, version: claim.version, revisionId, fragments });
    const spanOf = (text: string, quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
    const lines = ["The bridge opened in 1932", "Nobody had counted"];
    const two = await set(
      marked,
      document.revisionId,
      lines.map((line) => spanOf(document.text, line)),
    );
    expect(two.anchors[0]?.id).toBe(marked.anchors[0]?.id);

    const next = await correctDocument(prisma, { actor: editor, document, edit: (text) => `Note.\n\n${text}` });
    const late = await set(
      two,
      document.revisionId,
      [...lines, "Engineers disagreed"].map((line) => spanOf(document.text, line)),
    );
    expect(late.anchors.map((anchor) => next.text.slice(anchor.start, anchor.end))).toEqual([...lines, "Engineers disagreed"]);

    const last = await correctDocument(prisma, { actor: editor, document, edit: (text) => text.replace(" Nobody had counted.", "") });
    const doubtful = await getClaim.run(reviewer, { claimId: marked.id });
    const shorter = await set(doubtful, last.revisionId, [spanOf(last.text, "The bridge opened")]);
    expect(shorter.anchors).toMatchObject([
      { exact: "The bridge opened", status: "exact" },
      { exact: "Nobody had counted", status: "orphaned" },
    ]);
  });
});
