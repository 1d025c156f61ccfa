import { beforeAll, describe, expect, it } from "vitest";
import { moveClaim } from "@/lib/commands/move-claim";
import { setFragments } from "@/lib/commands/set-fragments";
import { settleAnchor } from "@/lib/commands/settle-anchor";
import { trashClaim } from "@/lib/commands/trash-claim";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import type { ClaimView } from "@/lib/domain/views";
import { getClaim } from "@/lib/queries/claim";
import { doubtViews } from "@/lib/queries/doubts";
import { listClaimEvents } from "@/lib/queries/history";
import { correctDocument, createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";

const SENTENCE = "paid for the whole work within ten years";

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

const failure = (code: AppError["code"], field?: string) =>
  expect.objectContaining({ code, ...(field ? { details: expect.objectContaining({ fields: [expect.objectContaining({ field })] }) as unknown } : {}) });

const spanOf = (text: string, quote: string): Span => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
const edits = {
  cut: (text: string) => text.replace(`, ${SENTENCE}`, ""),
  restored: (text: string) => text.replace("were raised twice", `were raised twice, ${SENTENCE}`),
};

/** A claim whose only quote was cut out of the text, and the text after that. */
async function orphaned(given: { approved?: boolean } = {}): Promise<{ document: MadeDocument; first: MadeDocument; claim: ClaimView }> {
  const first = await createDocument(prisma, { actor: editor });
  const marked = await createClaim(prisma, { actor: editor, document: first, quote: SENTENCE, state: given.approved ? "approved" : "researching" });
  const document = await correctDocument(prisma, { actor: editor, document: first, edit: edits.cut });
  return { document, first, claim: await getClaim.run(editor, { claimId: marked.id }) };
}

function settle(actor: Actor, claim: ClaimView, document: MadeDocument, at: Span | null): Promise<ClaimView> {
  const { id: claimId, version, anchors } = claim;
  return run(prisma, actor, settleAnchor, {
    claimId,
    version,
    anchorId: anchors.find((each) => each.status !== "exact")?.id ?? "",
    revisionId: document.revisionId,
    at,
  });
}

describe("the quotes in doubt", () => {
  it("are listed with where they last were, where they may be, and what the actor can do", async () => {
    const { document, claim } = await orphaned();
    const [doubt] = await doubtViews(reviewer, document.id);
    expect(doubt).toMatchObject({
      claimId: claim.id,
      claimVersion: claim.version,
      anchorId: claim.anchors[0]?.id,
      status: "orphaned",
      old: { revision: 1, exact: SENTENCE, prefix: "The bridge opened in 1932. Its tolls, which were raised twice, " },
      can: { settle: true },
    });
    expect(doubt?.old.suffix.length).toBeGreaterThan(100);
    expect(document.text.slice(0, doubt?.place.start).endsWith("raised twice")).toBe(true);

    const again = await correctDocument(prisma, { actor: editor, document, edit: edits.restored });
    const [found] = await doubtViews(reader, document.id);
    expect(found).toMatchObject({ status: "uncertain", old: { revision: 1, exact: SENTENCE }, place: spanOf(again.text, SENTENCE), can: { settle: false } });
    expect(found?.suggestions[0]).toMatchObject({ ...spanOf(again.text, SENTENCE), exact: SENTENCE });
    expect(found?.suggestions.length).toBeLessThanOrEqual(3);
  });

  it("are those of living claims, in the actor's workspace, in the order of the text", async () => {
    const first = await createDocument(prisma, { actor: editor });
    const quotes = ["Engineers disagreed", "Nobody had counted", "opened in 1932"];
    const claims = [];
    for (const quote of quotes) claims.push(await createClaim(prisma, { actor: editor, document: first, quote }));
    const edit = (text: string) => quotes.reduce((left, quote) => left.replace(`${quote}.`, "").replace(quote, ""), text);
    await correctDocument(prisma, { actor: editor, document: first, edit });
    expect((await doubtViews(editor, first.id)).map(({ claimNumber }) => claimNumber)).toEqual([3, 2, 1]);
    await run(prisma, editor, trashClaim, { claimId: claims[1]?.id ?? "" });
    expect((await doubtViews(editor, first.id)).map(({ claimNumber }) => claimNumber)).toEqual([3, 1]);
    await expect(doubtViews(stranger, first.id)).rejects.toEqual(failure("not_found"));
  });
});

describe("settling a doubt", () => {
  it("puts the quote where a reviewer says, so that the claim can be approved again", async () => {
    const { document, claim } = await orphaned({ approved: true });
    expect(claim.state).toBe("in_review");
    await expect(run(prisma, editor, moveClaim, { claimId: claim.id, version: claim.version, to: "approved" })).rejects.toEqual(failure("gate_not_met"));
    const settled = await settle(reviewer, claim, document, spanOf(document.text, " Its tolls, which were raised twice."));
    expect(settled.anchors).toMatchObject([{ exact: "Its tolls, which were raised twice.", status: "exact", similarity: 1 }]);
    const { items } = await listClaimEvents.run(reader, { claimId: claim.id });
    expect(items[0]).toMatchObject({ type: "claim.anchor_settled", actor: { name: reviewer.name } });
    expect(items[0]?.changes).toContainEqual({ field: "place", before: "orphaned", after: "exact" });
    expect((await run(prisma, editor, moveClaim, { claimId: claim.id, version: settled.version, to: "approved" })).state).toBe("approved");
    expect(await doubtViews(editor, document.id)).toEqual([]);
  });

  it("drops a fragment that is gone, but never the last one", async () => {
    const { document, claim } = await orphaned();
    await expect(settle(reviewer, claim, document, null)).rejects.toEqual(failure("invalid", "at"));
    const input = { claimId: claim.id, version: claim.version, revisionId: document.revisionId, fragments: [{ exact: "Engineers disagreed" }] };
    const two = await run(prisma, reviewer, setFragments, input);
    expect(two.anchors.map((anchor) => anchor.status).sort()).toEqual(["exact", "orphaned"]);
    const dropped = await settle(reviewer, two, document, null);
    expect(dropped.anchors.map((anchor) => anchor.exact)).toEqual(["Engineers disagreed"]);
  });

  it("makes one fragment of those that come to overlap", async () => {
    const { document, claim } = await orphaned();
    const input = { claimId: claim.id, version: claim.version, revisionId: document.revisionId, fragments: [{ exact: "which were raised twice" }] };
    const two = await run(prisma, reviewer, setFragments, input);
    const settled = await settle(reviewer, two, document, spanOf(document.text, "Its tolls, which were"));
    expect(settled.anchors.map((anchor) => anchor.exact)).toEqual(["Its tolls, which were raised twice"]);
  });

  it("on an older revision follows the text, unless that was changed just there", async () => {
    const { document, claim } = await orphaned();
    const at = spanOf(document.text, "Its tolls, which were raised twice");
    const next = await correctDocument(prisma, { actor: editor, document, edit: (text) => `An editor's note.\n\n${text}` });
    const settled = await settle(reviewer, claim, document, at);
    expect(settled.anchors).toMatchObject([
      { exact: "Its tolls, which were raised twice", status: "exact", ...spanOf(next.text, "Its tolls, which were raised twice") },
    ]);

    const other = await orphaned();
    await correctDocument(prisma, { actor: editor, document: other.document, edit: (text) => text.replace("raised twice", "raised three times") });
    await expect(settle(reviewer, other.claim, other.document, at)).rejects.toEqual(failure("conflict"));
  });

  it("is refused for places outside the text, old versions, strangers, readers, and quotes that have their place", async () => {
    const { document, first, claim } = await orphaned();
    const at = spanOf(document.text, "Engineers disagreed");
    await expect(settle(reviewer, claim, document, { start: 0, end: document.text.length + 1 })).rejects.toEqual(failure("invalid", "at.end"));
    await expect(settle(reviewer, claim, document, { start: 9, end: 9 })).rejects.toEqual(failure("invalid", "at"));
    await expect(settle(reviewer, claim, document, { start: 9, end: 3 })).rejects.toEqual(failure("invalid", "at"));
    await expect(settle(reviewer, claim, { ...document, revisionId: "none" }, at)).rejects.toEqual(failure("invalid", "revisionId"));
    await expect(settle(reviewer, { ...claim, version: claim.version + 1 }, document, at)).rejects.toEqual(failure("conflict"));
    await expect(settle(stranger, claim, document, at)).rejects.toEqual(failure("not_found"));
    await expect(settle(reader, claim, document, at)).rejects.toEqual(failure("forbidden"));
    const sure = await createClaim(prisma, { actor: editor, document: { ...document, text: first.text }, quote: "Nobody had counted" });
    const input = { claimId: sure.id, version: sure.version, anchorId: sure.anchors[0]?.id ?? "", revisionId: document.revisionId, at };
    await expect(run(prisma, reviewer, settleAnchor, input)).rejects.toEqual(failure("conflict"));
    await expect(run(prisma, reviewer, settleAnchor, { ...input, anchorId: claim.anchors[0]?.id ?? "" })).rejects.toEqual(failure("not_found"));
  });

  it("lets one of two people win", async () => {
    const { document, claim } = await orphaned();
    const results = await Promise.allSettled([
      settle(reviewer, claim, document, spanOf(document.text, "Engineers disagreed")),
      settle(editor, claim, document, spanOf(document.text, "Nobody had counted")),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getClaim.run(editor, { claimId: claim.id })).anchors).toHaveLength(1);
  });
});
