import { beforeAll, describe, expect, it } from "vitest";
import { addEvidence, updateEvidence } from "@/lib/commands/evidence";
import { correctClaim } from "@/lib/commands/correct-claim";
import { decide } from "@/lib/commands/decide";
import { reportError } from "@/lib/commands/flags";
import { moveClaim } from "@/lib/commands/move-claim";
import { publishDocument } from "@/lib/commands/publish-document";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { settleAnchor } from "@/lib/commands/settle-anchor";
import { setPublicPage } from "@/lib/commands/set-public-page";
import { trashDocument } from "@/lib/commands/trash-document";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateWorkspace } from "@/lib/commands/update-workspace";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { claimReview } from "@/lib/exporters/claim-review";
import { atomFeed, claimReviewFeed, correctionsPage, indexPage, jsonFeed, oembed } from "@/lib/http/public-lists";
import { getClaim } from "@/lib/queries/claim";
import { listDoubts } from "@/lib/queries/doubts";
import { exportedFile, ExportDocument } from "@/lib/queries/export-document";
import { getPublication, type PublicationView } from "@/lib/queries/publication";
import { publicItems, publicState } from "@/lib/queries/public-items";
import { publicPageFor, publicReport } from "@/lib/queries/public-page";
import { workspaceSettingsView } from "@/lib/queries/workspace-settings";
import { correctDocument, createClaim, createDocument, createMember, evidenceInput, rulingInput, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  const { workspaceId } = admin;
  editor = await createMember(prisma, { role: "editor", workspaceId });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
});

const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const lookAt = (document: MadeDocument, actor = editor) => getPublication.run(actor, { documentId: document.id });

/** The answer is what whoever looks then sees, whether or not it was read anew. */
async function publish(document: MadeDocument, more: object = {}, actor = editor): Promise<PublicationView> {
  const view = await run(prisma, actor, publishDocument, { documentId: document.id, seen: (await lookAt(document, actor)).seen, ...more });
  expect(view).toEqual(await lookAt(document, actor));
  return view;
}

/** A document with one approved claim and one that is still under research. */
async function readyDocument(title: string) {
  const document = await createDocument(prisma, { actor: editor, title });
  const claim = await createClaim(prisma, { actor: editor, document, state: "approved" });
  await createClaim(prisma, { actor: editor, document, state: "researching" });
  return { document, claim };
}

/** What everybody may read of the page with that name. */
async function shown(slug: string, number?: number) {
  const page = await publicPageFor(prisma, slug);
  return page && !page.revoked ? publicReport(prisma, page, number) : null;
}

const reason = { what: "A sentence was added.", why: "The ministry published its minutes." };

describe("publishing", () => {
  it("shows the approved claims as they are, and nothing else of the desk", async () => {
    const { document, claim } = await readyDocument("Tolls and bridges");
    const view = await publish(document);
    expect(view.page).toMatchObject({ slug: "tolls-and-bridges", visibility: "public", revoked: null });
    expect(view.page?.publications).toHaveLength(1);
    const report = await shown("tolls-and-bridges");
    expect(report?.claims.map(({ id, state }) => [id, state])).toEqual([[claim.id, "published"]]);
    expect(report?.publication).toMatchObject({ version: 1, claims: { [claim.id]: report?.publication?.publishedAt } });
    const after = await getClaim.run(editor, { claimId: claim.id });
    expect(after).toMatchObject({ state: "published", can: { rule: false, edit: false, delete: false, moveTo: [] } });
    expect((await prisma.document.findUniqueOrThrow({ where: { id: document.id } })).state).toBe("published");
  });

  it("is for editors; readers see nothing of it and strangers find nothing", async () => {
    const { document } = await readyDocument("For editors");
    const { seen } = await lookAt(document);
    await expect(run(prisma, reviewer, publishDocument, { documentId: document.id, seen })).rejects.toEqual(failure("forbidden"));
    await expect(lookAt(document, reader)).rejects.toEqual(failure("forbidden"));
    await expect(lookAt(document, stranger)).rejects.toEqual(failure("not_found"));
    await expect(run(prisma, stranger, publishDocument, { documentId: document.id, seen })).rejects.toEqual(failure("not_found"));
    expect(await publicPageFor(prisma, "for-editors")).toBeNull();
  });

  it("waits for an approved claim; one that lost its place is none", async () => {
    const empty = await createDocument(prisma, { actor: editor, title: "Empty" });
    await expect(publish(empty)).rejects.toEqual(failure("gate_not_met", /approved claim/));
    const { document } = await readyDocument("Moved away");
    await correctDocument(prisma, { actor: editor, document, edit: () => "Nothing of what was said before stands here any more, in no word at all." });
    await expect(publish(document)).rejects.toEqual(failure("gate_not_met", /approved claim/));
  });

  it("publishes what was looked at, or not at all", async () => {
    const { document } = await readyDocument("Looked at");
    const { seen } = await lookAt(document);
    await createClaim(prisma, { actor: editor, document, state: "approved" });
    await expect(run(prisma, editor, publishDocument, { documentId: document.id, seen })).rejects.toEqual(failure("conflict", /changed since you looked/));
    expect(await publicPageFor(prisma, "looked-at")).toBeNull();
  });

  it("begins a page as the workspace says, unless whoever publishes says otherwise", async () => {
    const { version } = await workspaceSettingsView(admin);
    const set = await run(prisma, admin, updateWorkspace, { version, visibility: "unlisted", extent: "quotes", fundingInfo: "https://desk.example/funding" });
    const [usual, other] = [await readyDocument("As usual"), await readyDocument("Otherwise")];
    expect((await lookAt(usual.document)).defaults).toEqual({ visibility: "unlisted", extent: "quotes" });
    expect((await publish(usual.document)).page).toMatchObject({ visibility: "unlisted", extent: "quotes" });
    expect((await publish(other.document, { visibility: "public", extent: "around" })).page).toMatchObject({ visibility: "public", extent: "around" });
    expect((await shown("as-usual"))?.publisher.policies.funding).toBe("https://desk.example/funding");
    await run(prisma, admin, updateWorkspace, { version: set.version, visibility: "public", extent: "full", fundingInfo: null });
    expect((await shown("as-usual"))?.publisher.policies.funding).toBeNull();
  });

  it("gives each page its own address, and says which is taken", async () => {
    const [first, second] = [await readyDocument("Same name"), await readyDocument("Same name")];
    expect((await publish(first.document)).page?.slug).toBe("same-name");
    await expect(publish(second.document, { slug: "same-name" })).rejects.toEqual(failure("invalid", /another|already/i));
    expect((await publish(second.document)).page?.slug).toBe("same-name-2");
  });

  it("asks what changed once something published changes, and keeps every publication", async () => {
    const { document, claim } = await readyDocument("Twice");
    await publish(document);
    await expect(publish(document)).rejects.toEqual(failure("invalid", /Nothing has changed/));
    const added = await createClaim(prisma, { actor: editor, document, state: "approved" });
    expect((await lookAt(document)).needsReason).toBe(false);
    await publish(document);
    const evidence = await run(prisma, editor, addEvidence, { claimId: claim.id, stance: "context", source: { title: "Minutes of 1932" } });
    expect(JSON.stringify(await shown("twice"))).not.toContain("Minutes of 1932");
    expect((await lookAt(document)).differences).toEqual([
      { kind: "claim_changed", claimId: claim.id, statement: claim.statement, parts: ["evidence"], words: [] },
    ]);
    await expect(publish(document)).rejects.toEqual(failure("invalid", /what, and why/));
    await publish(document, { change: { kind: "update", ...reason } });
    expect(evidence.can.addEvidence).toBe(true);
    const [one, two, three] = [await shown("twice", 1), await shown("twice", 2), await shown("twice")];
    expect([one?.claims.length, two?.claims.length]).toEqual([1, 2]);
    expect(JSON.stringify(two)).not.toContain("Minutes of 1932");
    expect(three?.corrections).toMatchObject([{ kind: "update", claimId: claim.id, what: reason.what, by: editor.name, version: 3 }]);
    expect(three?.publication?.claims).toEqual({ [claim.id]: one?.publication?.publishedAt, [added.id]: two?.publication?.publishedAt });
  });

  it("tells of a change with each claim that it changes, and of the page for the rest", async () => {
    const { document, claim } = await readyDocument("Several");
    const [other, same] = [
      await createClaim(prisma, { actor: editor, document, state: "approved" }),
      await createClaim(prisma, { actor: editor, document, state: "approved" }),
    ];
    await publish(document);
    for (const { id } of [claim, other]) await run(prisma, editor, addEvidence, { claimId: id, stance: "context", source: { title: "Minutes of 1932" } });
    await prisma.document.update({ where: { id: document.id }, data: { author: "Another hand" } });
    const view = await publish(document, { change: { kind: "correction", ...reason } });
    expect(view.corrections.map(({ claimNumber }) => claimNumber)).toEqual([null, claim.number, other.number]);
    const report = await shown("several");
    expect(report?.corrections).toMatchObject([null, claim.id, other.id].map((claimId) => ({ kind: "correction", claimId, ...reason, version: 2 })));
    expect(report?.claims.map(({ id, state }) => [id, state])).toEqual([
      [claim.id, "corrected"],
      [other.id, "corrected"],
      [same.id, "published"],
    ]);
    expect(await getClaim.run(editor, { claimId: other.id })).toMatchObject({ state: "corrected" });
    const at = report?.publication?.publishedAt;
    const records = report?.claims.map((each) => claimReview(report, each));
    expect(records).toMatchObject([{ dateModified: at, correction: [{ datePublished: at }] }, { dateModified: at, correction: [{ datePublished: at }] }, {}]);
    expect(records?.[2]).not.toHaveProperty("dateModified");
    expect((await lookAt(document)).differences).toEqual([]);
  });

  it("leaves one publication when two editors confirm at once", async () => {
    const { document } = await readyDocument("At once");
    const { seen } = await lookAt(document);
    const both = await Promise.allSettled([1, 2].map(() => run(prisma, editor, publishDocument, { documentId: document.id, seen })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma.publication.count({ where: { page: { documentId: document.id } } })).toBe(1);
  });
});

describe("a published claim", () => {
  it("changes by a correction only, which its page shows at once and no other page", async () => {
    const { document, claim } = await readyDocument("Corrected");
    await publish(document);
    const { version, ruling } = await getClaim.run(editor, { claimId: claim.id });
    const labels = (await prisma.document.findUniqueOrThrow({ where: { id: document.id }, include: { scale: { include: { labels: true } } } })).scale.labels;
    const other = labels.find(({ id }) => id !== ruling?.labelId);
    const given = { claimId: claim.id, version, labelId: other?.id ?? "", ...reason };
    await expect(run(prisma, editor, correctClaim, { ...given, kind: "correction" })).rejects.toEqual(failure("invalid", /rating change/));
    await expect(run(prisma, reviewer, correctClaim, { ...given, kind: "rating_change" })).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, stranger, correctClaim, { ...given, kind: "rating_change" })).rejects.toEqual(failure("not_found"));
    await expect(run(prisma, editor, correctClaim, { ...given, kind: "rating_change", why: " " })).rejects.toThrow();
    const after = await run(prisma, editor, correctClaim, { ...given, kind: "rating_change", summary: "The minutes say otherwise." });
    expect(after).toMatchObject({ state: "corrected", labelId: other?.id });
    const report = await shown("corrected");
    expect(report?.claims[0]).toMatchObject({ state: "corrected", verdict: { name: other?.name }, ruling: { summary: "The minutes say otherwise." } });
    expect(report?.corrections).toMatchObject([
      { kind: "rating_change", claimId: claim.id, verdict: { before: expect.any(String) as string, after: other?.name } },
    ]);
    expect(report?.publication?.version).toBe(2);
    expect((await shown("corrected", 1))?.claims[0]?.verdict?.labelId).toBe(ruling?.labelId);
    await expect(run(prisma, editor, correctClaim, { ...given, kind: "refile", labelId: undefined })).rejects.toEqual(failure("conflict"));
  });

  it("says what was found of a video, and changes it by a correction", async () => {
    const document = await createDocument(prisma, { actor: editor, title: "About a video" });
    let claim = await createClaim(prisma, { actor: editor, document, state: "in_review" });
    const about = { mediaKind: "video" as const, mediaUrl: "https://social.example/post/1" };
    await expect(run(prisma, editor, updateClaim, { claimId: claim.id, version: claim.version, mediaUrl: "social.example" })).rejects.toThrow(/whole address/);
    claim = await run(prisma, editor, updateClaim, { claimId: claim.id, version: claim.version, ...about });
    claim = await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const finding = { mediaAuthenticity: "edited" as const, mediaContext: "The second half is missing." };
    claim = await run(prisma, editor, ruleClaim, { ...(await rulingInput(prisma, claim)), ...finding });
    await run(prisma, editor, moveClaim, { claimId: claim.id, version: claim.version, to: "approved" });
    await publish(document);
    expect((await shown("about-a-video"))?.claims[0]?.media).toEqual({
      ...{ kind: "video", url: about.mediaUrl, authenticity: "edited", context: "The second half is missing.", originalUrl: null },
    });
    const { version } = await getClaim.run(editor, { claimId: claim.id });
    const correction = { claimId: claim.id, version, kind: "update" as const, ...reason };
    await run(prisma, editor, correctClaim, { ...correction, mediaOriginalUrl: "https://video.example/original" });
    expect((await shown("about-a-video"))?.claims[0]?.media?.originalUrl).toBe("https://video.example/original");
    expect((await shown("about-a-video", 1))?.claims[0]?.media?.originalUrl).toBeNull();
  });

  it("takes new evidence along with an update, in the text that was published", async () => {
    const { document, claim } = await readyDocument("Updated");
    await publish(document);
    await correctDocument(prisma, { actor: editor, document, edit: (text) => `A new beginning.\n\n${text}` });
    await run(prisma, editor, addEvidence, { ...evidenceInput(claim.id), stance: "refutes" });
    const before = await shown("updated");
    const { version } = await getClaim.run(editor, { claimId: claim.id });
    await run(prisma, editor, correctClaim, { claimId: claim.id, version, kind: "update", ...reason });
    const after = await shown("updated");
    expect(after?.revision).toEqual(before?.revision);
    expect(after?.claims[0]?.fragments).toEqual(before?.claims[0]?.fragments);
    expect(after?.claims[0]?.evidence.length).toBe((before?.claims[0]?.evidence.length ?? 0) + 1);
    const again = await getClaim.run(editor, { claimId: claim.id });
    await expect(run(prisma, editor, correctClaim, { claimId: claim.id, version: again.version, kind: "update", ...reason })).rejects.toEqual(
      failure("invalid", /Nothing of what is published/),
    );
  });

  it("waits for a look when its words are corrected: no page and no file shows its verdict on the new ones before", async () => {
    const { document, claim } = await readyDocument("Words changed");
    await publish(document);
    const published = await shown("words-changed");
    const next = await correctDocument(prisma, { actor: editor, document, edit: (text) => text.replace("1932", "1935") });
    expect(await shown("words-changed")).toEqual(published);
    const changed = await getClaim.run(editor, { claimId: claim.id });
    expect(changed).toMatchObject({ state: "published", version: claim.version + 2, anchors: [{ status: "uncertain", exact: "The bridge opened in 1932" }] });
    const [doubt] = await listDoubts.run(editor, { documentId: document.id });
    expect(doubt).toMatchObject({ claimId: claim.id, claimState: "published", old: { revision: 1 }, suggestions: [{ exact: "The bridge opened in 1935" }] });
    expect((await lookAt(document)).missing).toEqual([expect.stringMatching(/Every quote has its place/)]);
    const forReaders = await exportedFile(editor, ExportDocument.parse({ documentId: document.id, format: "csv" }));
    const [, row] = String(forReaders.body).split("\r\n");
    expect(row).toContain(",,The bridge opened in 1932,");
    await run(prisma, editor, settleAnchor, {
      ...{ claimId: claim.id, anchorId: doubt?.anchorId ?? "", version: changed.version, revisionId: next.revisionId },
      at: doubt?.suggestions[0] ?? null,
    });
    expect((await lookAt(document)).differences).toContainEqual({
      kind: "claim_changed",
      claimId: claim.id,
      statement: claim.statement,
      parts: ["quotes"],
      words: [],
    });
  });

  it("that is voided keeps its place, and loses verdict, reasons and sources", async () => {
    const { document, claim } = await readyDocument("Voided");
    await publish(document);
    const { version } = await getClaim.run(editor, { claimId: claim.id });
    await run(prisma, editor, correctClaim, {
      claimId: claim.id,
      version,
      kind: "void",
      what: "We withdraw this check.",
      why: "We took one bridge for another.",
    });
    const report = await shown("voided");
    expect(report?.claims[0]).toMatchObject({ state: "voided", verdict: null, ruling: null, evidence: [] });
    expect(report?.corrections[0]).toMatchObject({ kind: "void", why: "We took one bridge for another." });
    // A member who is a reader gets no ruling of it, and is told all the same; so is the desk.
    for (const [actor, audience] of [
      [reader, "reader"],
      [editor, "reader"],
      [editor, "desk"],
    ] as const) {
      const { body } = await exportedFile(actor, ExportDocument.parse({ documentId: document.id, format: "txt", audience }));
      for (const told of [claim.statement, "We withdraw this check.", "We took one bridge for another."]) expect(body).toContain(told);
    }
    const after = await getClaim.run(editor, { claimId: claim.id });
    await expect(run(prisma, editor, correctClaim, { claimId: claim.id, version: after.version, kind: "update", ...reason })).rejects.toEqual(
      failure("forbidden"),
    );
  });

  it("stays told when others are corrected after it, on its page, in the feeds and in its record, whatever was kept with the publications", async () => {
    const { document, claim } = await readyDocument("Corrected in turn");
    const other = await createClaim(prisma, { actor: editor, document, state: "approved" });
    await publish(document);
    const correct = async (claimId: string, kind: "update" | "void", what: string) => {
      const { version } = await getClaim.run(editor, { claimId });
      const summary = kind === "void" ? {} : { summary: `So: ${what}` };
      await run(prisma, editor, correctClaim, { claimId, version, kind, what, why: "New minutes.", ...summary });
    };
    await correct(claim.id, "update", "The first.");
    await correct(other.id, "void", "The second.");
    await correct(claim.id, "update", "The third.");
    const told = async (number?: number) => (await shown("corrected-in-turn", number))?.corrections.map(({ what, version }) => [what, version]);
    const all = [
      ["The third.", 4],
      ["The second.", 3],
      ["The first.", 2],
    ];
    expect(await told()).toEqual(all);
    expect(await told(3)).toEqual(all.slice(1));
    const report = await shown("corrected-in-turn");
    const records = report?.claims.map((each) => claimReview(report, each));
    expect(JSON.stringify(records)).toContain("The first.");
    const items = await publicItems();
    for (const [what] of all) expect(JSON.stringify(items.map(({ report: { corrections } }) => corrections))).toContain(what);
    await prisma.publication.updateMany({
      where: { page: { documentId: document.id } },
      data: { report: JSON.parse(JSON.stringify({ ...report, corrections: [] })) },
    });
    expect(await told()).toEqual(all);
    // What is published next begins with all of it, too.
    expect((await lookAt(document)).corrections.map(({ what }) => what)).toEqual(all.map(([what]) => what));
  });

  it("keeps what reviewers cannot change: its evidence is theirs no longer", async () => {
    const { document, claim } = await readyDocument("Locked");
    await publish(document);
    await expect(run(prisma, reviewer, addEvidence, evidenceInput(claim.id))).rejects.toEqual(failure("forbidden"));
    const [evidence] = (await getClaim.run(editor, { claimId: claim.id })).evidence;
    await expect(
      run(prisma, reviewer, updateEvidence, { evidenceId: evidence?.id ?? "", version: evidence?.version ?? 0, quote: "Other words" }),
    ).rejects.toEqual(failure("forbidden"));
  });
});

describe("a published page", () => {
  it("is gone while it is taken back, and the document cannot be deleted before", async () => {
    const { document } = await readyDocument("Taken back");
    const { page } = await publish(document);
    await expect(run(prisma, editor, trashDocument, { documentId: document.id })).rejects.toEqual(failure("closed", /published/));
    const set = { documentId: document.id, version: page?.version ?? 0 };
    await expect(run(prisma, reviewer, setPublicPage, { ...set, revoked: true })).rejects.toEqual(failure("forbidden"));
    const back = await run(prisma, editor, setPublicPage, { ...set, revoked: true });
    expect(await shown("taken-back")).toBeNull();
    expect((await publicPageFor(prisma, "taken-back"))?.revoked).toBe(true);
    await expect(run(prisma, editor, setPublicPage, { ...set, revoked: false })).rejects.toEqual(failure("conflict"));
    await run(prisma, editor, setPublicPage, { documentId: document.id, version: back.page?.version ?? 0, revoked: false });
    expect(await shown("taken-back")).not.toBeNull();
  });

  it("stands in the lists while everybody may find it, and nowhere once it is unlisted", async () => {
    const { document } = await readyDocument("Listed");
    const { page } = await publish(document);
    const listed = async () => (await publicItems()).map(({ slug }) => slug);
    expect(await listed()).toContain("listed");
    const before = await publicState(prisma);
    await run(prisma, editor, setPublicPage, { documentId: document.id, version: page?.version ?? 0, visibility: "unlisted" });
    expect(await listed()).not.toContain("listed");
    expect(await publicState(prisma)).not.toBe(before);
    expect(await shown("listed")).not.toBeNull();
  });

  it("stands in the lists of its workspace, and of everything, and in those of no other workspace", async () => {
    const { document: ours } = await readyDocument("Ours");
    await publish(ours);
    const theirs = await createDocument(prisma, { actor: stranger, title: "Theirs" });
    await createClaim(prisma, { actor: stranger, document: theirs, state: "approved" });
    const ask = (read: typeof indexPage, workspace?: string) =>
      read({ param: () => "", query: new URLSearchParams(workspace === undefined ? {} : { workspace }), headers: new Headers() });
    const answer = async (read: typeof indexPage, workspace?: string) => (await (await ask(read, workspace)).make()) as { status?: number; body: string }; // narrowing: lists are text
    expect(await answer(indexPage, stranger.workspaceId)).toMatchObject({ status: 404 });
    await publish(theirs, {}, stranger);
    for (const read of [indexPage, atomFeed, jsonFeed, claimReviewFeed]) {
      const [own, other, all] = [await answer(read, editor.workspaceId), await answer(read, stranger.workspaceId), await answer(read)];
      const said = [own, other, all].map(({ body }) => [/\/p\/ours\b/.test(body), /\/p\/theirs\b/.test(body)]);
      expect(said).toEqual([
        [true, false],
        [false, true],
        [true, true],
      ]);
    }
    const { name } = await prisma.workspace.findUniqueOrThrow({ where: { id: stranger.workspaceId } });
    const record = JSON.parse((await answer(claimReviewFeed, stranger.workspaceId)).body) as object;
    expect(record).toMatchObject({ publisher: { name }, url: `${env.APP_URL}/p/claimreview.json?workspace=${stranger.workspaceId}` });
    expect((await answer(correctionsPage, stranger.workspaceId)).body).toContain("Nothing was corrected yet.");
    for (const nobody of ["", "nobody"]) expect(await answer(indexPage, nobody)).toMatchObject({ status: 404 });
    // What one workspace does leaves the lists of the other as they are kept.
    const before = [(await ask(indexPage, stranger.workspaceId)).state, (await ask(indexPage)).state];
    await publish((await readyDocument("Ours too")).document);
    const after = [(await ask(indexPage, stranger.workspaceId)).state, (await ask(indexPage)).state];
    expect(after.map((state, index) => state === before[index])).toEqual([true, false]);
  });

  it("is a card of the size that another site has room for", async () => {
    const { document } = await readyDocument("Card");
    await publish(document);
    const card = async (asked: object) => {
      const query = new URLSearchParams({ url: `${env.APP_URL}/p/card`, ...asked });
      const { body } = await (await oembed({ param: () => "", query, headers: new Headers() })).make();
      return JSON.parse(String(body)) as { width: number; height: number; html: string };
    };
    expect(await card({ maxwidth: "320", maxheight: "100" })).toMatchObject({
      width: 320,
      height: 100,
      html: expect.stringContaining('width="320" height="100"') as string,
    });
    for (const size of ["-5", "0", "1e9", "NaN", '"><script>', "99999"])
      expect(await card({ maxwidth: size, maxheight: size })).toMatchObject({ width: 600, height: 260 });
  });

  it("shows no more of the text than it may, in no publication of it", async () => {
    const { document, claim } = await readyDocument("Cropped");
    const { page } = await publish(document);
    expect((await shown("cropped"))?.revision.text).toBe(document.text);
    await run(prisma, editor, setPublicPage, { documentId: document.id, version: page?.version ?? 0, extent: "quotes" });
    const report = await shown("cropped", 1);
    const quote = claim.anchors[0]?.exact ?? "";
    expect(report?.revision.text).toContain(quote);
    expect(report?.revision.text.length).toBeLessThan(document.text.length);
    expect(report?.claims[0]?.fragments.map(({ exact }) => exact)).toEqual([quote]);
  });

  it("takes reports from everybody, for editors to settle", async () => {
    const { document, claim } = await readyDocument("Reported");
    await publish(document);
    const told = { slug: "reported", reason: "error", note: "The bridge opened a year later.", contact: "someone@example.org" } as const;
    const given = (more: object) => prisma.$transaction((tx) => reportError.run({ tx, now: new Date() }, reportError.schema.parse({ ...told, ...more }), null));
    await given({ claim: claim.number });
    await given({});
    await expect(given({ claim: 99 })).rejects.toEqual(failure("not_found"));
    await expect(given({ slug: "nowhere" })).rejects.toEqual(failure("not_found"));
    const view = await lookAt(document);
    expect(view.flags.map((flag) => flag.claim?.number ?? null).sort()).toEqual([claim.number, null]);
    expect((await lookAt(document, reviewer)).flags).toEqual([]);
    const resolved = { things: [{ subject: "claim" as const, id: claim.id, last: null }], kind: "resolve" as const, note: "Corrected." };
    await expect(run(prisma, reviewer, decide, resolved)).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, stranger, decide, resolved)).rejects.toEqual(failure("not_found"));
    await run(prisma, editor, decide, resolved);
    expect((await lookAt(document)).flags.filter(({ settled }) => settled === null)).toHaveLength(1);
    await expect(run(prisma, editor, decide, resolved)).rejects.toEqual(failure("conflict"));
  });
});
