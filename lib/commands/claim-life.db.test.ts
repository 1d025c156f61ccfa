import { beforeAll, describe, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { createClaim as markClaim } from "@/lib/commands/create-claim";
import { addEvidence, restoreEvidence, trashEvidence, updateEvidence } from "@/lib/commands/evidence";
import { moveClaim } from "@/lib/commands/move-claim";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { setAside } from "@/lib/commands/set-aside";
import { setFragments } from "@/lib/commands/set-fragments";
import { revertClaim } from "@/lib/commands/revert-claim";
import { restoreClaim, trashClaim } from "@/lib/commands/trash-claim";
import { updateClaim } from "@/lib/commands/update-claim";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { getClaim } from "@/lib/queries/claim";
import { listClaimEvents } from "@/lib/queries/history";
import { createClaim, createDocument, createMember, evidenceInput, rulingInput, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId: editor.workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
  document = await createDocument(prisma, { actor: editor });
});

const failure = (code: AppError["code"], details: Partial<AppError["details"]> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as unknown });
const field = (name: string) => failure("invalid", { fields: [expect.objectContaining({ field: name })] as never });

describe("marking a claim", () => {
  const mark = (fragments: Parameters<typeof run<typeof markClaim.schema, void, unknown>>[3]["fragments"]) =>
    run(prisma, reviewer, markClaim, { documentId: document.id, revisionId: document.revisionId, fragments });

  it("keeps two fragments apart, prefills the statement, and counts from one", async () => {
    const claim = await mark([{ exact: "Its tolls" }, { exact: "paid for the whole work within ten years" }]);
    expect(claim.statement).toBe("Its tolls … paid for the whole work within ten years");
    expect(claim.anchors.map((anchor) => document.text.slice(anchor.start, anchor.end))).toEqual(["Its tolls", "paid for the whole work within ten years"]);
    expect(claim).toMatchObject({ state: "spotted", number: 1, version: 1 });
  });

  it("merges fragments that overlap or touch, and trims white space", async () => {
    const start = document.text.indexOf("The mayor");
    const claim = await mark([
      { start, end: start + 9 },
      { start: start + 4, end: start + 15 },
    ]);
    expect(claim.anchors.map((anchor) => anchor.exact)).toEqual(["The mayor said"]);
  });

  it("refuses a quote that is not there, one that is there twice, and offsets out of range, with the field named", async () => {
    await expect(mark([{ exact: "The tunnel opened" }])).rejects.toEqual(field("fragments.0.exact"));
    await expect(mark([{ exact: "traffic doubled last year" }])).rejects.toEqual(field("fragments.0.exact"));
    await expect(mark([{ start: 0, end: 9, exact: "something" }])).rejects.toEqual(field("fragments.0.exact"));
    await expect(mark([{ start: 0, end: document.text.length + 1 }])).rejects.toEqual(field("fragments.0.end"));
    await expect(mark([{ start: 5, end: 5 }])).rejects.toEqual(field("fragments.0.start"));
    const gap = document.text.indexOf("\n\n");
    await expect(mark([{ start: gap, end: gap + 2 }])).rejects.toEqual(field("fragments.0"));
  });

  it("refuses a revision that is not of the document, and documents of others", async () => {
    const input = { documentId: document.id, fragments: [{ start: 0, end: 3 }] };
    await expect(run(prisma, reviewer, markClaim, { ...input, revisionId: "other" })).rejects.toEqual(field("revisionId"));
    await expect(run(prisma, stranger, markClaim, { ...input, revisionId: document.revisionId })).rejects.toEqual(failure("not_found"));
    await expect(run(prisma, reader, markClaim, { ...input, revisionId: document.revisionId })).rejects.toEqual(failure("forbidden"));
  });

  it("never cuts an emoji in two", async () => {
    const bridge = document.text.indexOf("🌉");
    const claim = await mark([{ start: bridge + 1, end: bridge + 2 }]);
    expect(claim.anchors[0]?.exact).toBe("🌉");
  });
});

describe("changing a claim", () => {
  it("writes only the fields given, and answers the current record to whoever saw an older version", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const changed = await run(prisma, reviewer, updateClaim, {
      claimId: claim.id,
      version: 1,
      statement: "The bridge opened in March 1932.",
      tags: ["bridge", "bridge"],
    });
    expect(changed).toMatchObject({ version: 2, statement: "The bridge opened in March 1932.", tags: ["bridge"], speaker: "" });
    const late = run(prisma, editor, updateClaim, { claimId: claim.id, version: 1, statement: "Mine" });
    await expect(late).rejects.toEqual(failure("conflict", { current: expect.objectContaining({ version: 2, statement: changed.statement }) as unknown }));
  });

  it("is taken back by whoever marked it only while nobody else worked on it", async () => {
    const mark = () => createClaim(prisma, { actor: reviewer, document });
    const [alone, touched] = [await mark(), await mark()];
    await run(prisma, reviewer, updateClaim, { claimId: alone.id, version: 1, statement: "My own words." });
    expect(await run(prisma, reviewer, trashClaim, { claimId: alone.id, unlessTouched: "true" })).toMatchObject({ deleted: true });
    await run(prisma, editor, updateClaim, { claimId: touched.id, version: 1, statement: "Another's words." });
    const back = run(prisma, reviewer, trashClaim, { claimId: touched.id, unlessTouched: "true" });
    await expect(back).rejects.toEqual(failure("conflict", { current: expect.objectContaining({ statement: "Another's words." }) as unknown }));
    await expect(run(prisma, reviewer, trashClaim, { claimId: touched.id, ifVersion: "1" })).rejects.toEqual(failure("conflict"));
    expect(await run(prisma, reviewer, trashClaim, { claimId: touched.id, ifVersion: "2" })).toMatchObject({ deleted: true });
  });

  it("lets one of two concurrent writers win, and tells the other", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const write = (statement: string) => run(prisma, reviewer, updateClaim, { claimId: claim.id, version: 1, statement });
    const results = await Promise.allSettled([write("one"), write("two"), write("three")]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toEqual(failure("conflict"));
    expect((await getClaim.run(reviewer, { claimId: claim.id })).version).toBe(2);
  });

  it("replaces the fragments, and the history says what they were", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const moved = await run(prisma, reviewer, setFragments, {
      claimId: claim.id,
      version: 1,
      revisionId: document.revisionId,
      fragments: [{ exact: "Engineers disagreed" }],
    });
    expect(moved.anchors.map((anchor) => anchor.exact)).toEqual(["Engineers disagreed"]);
    const { items } = await listClaimEvents.run(reviewer, { claimId: claim.id });
    expect(items[0]).toMatchObject({
      type: "claim.fragments_set",
      actor: { name: reviewer.name },
      changes: [{ field: "quote", before: "The bridge opened in 1932", after: "Engineers disagreed" }],
    });
  });

  it("keeps in its history what was given up for somebody else's words, for those who work on it", async () => {
    const claim = await createClaim(prisma, { actor: reviewer, document });
    await run(prisma, reviewer, setAside, { claimId: claim.id, field: "statement", text: "Given up" });
    const { items } = await listClaimEvents.run(editor, { claimId: claim.id });
    expect(items[0]).toMatchObject({
      type: "claim.set_aside",
      actor: { name: reviewer.name },
      changes: [{ field: "statement", before: "Given up", after: "" }],
    });
    expect((await getClaim.run(editor, { claimId: claim.id })).statement).toBe(claim.statement);
    expect((await listClaimEvents.run(reader, { claimId: claim.id })).items.map(({ type }) => type)).toEqual(["claim.created"]);
    await expect(run(prisma, reader, setAside, { claimId: claim.id, field: "statement", text: "No" })).rejects.toEqual(failure("forbidden"));
  });

  it("goes to the trash and comes back as it was", async () => {
    const claim = await createClaim(prisma, { actor: reviewer, document });
    await run(prisma, reviewer, trashClaim, { claimId: claim.id });
    await expect(getClaim.run(reviewer, { claimId: claim.id })).rejects.toEqual(failure("not_found"));
    const back = await run(prisma, reviewer, restoreClaim, { claimId: claim.id });
    expect({ ...back, version: 0, updatedAt: "", seq: 0 }).toEqual({ ...claim, version: 0, updatedAt: "", seq: 0 });
    await expect(run(prisma, reader, trashClaim, { claimId: claim.id })).rejects.toEqual(failure("forbidden"));
  });
});

describe("evidence", () => {
  it("starts the research, changes, goes and comes back", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const proved = await run(prisma, reviewer, addEvidence, evidenceInput(claim.id));
    expect(proved).toMatchObject({ state: "researching", evidenceCount: 1 });
    const [evidence] = proved.evidence;
    if (!evidence) throw new Error("no evidence");
    const changed = await run(prisma, reviewer, updateEvidence, { evidenceId: evidence.id, version: 1, stance: "refutes" });
    expect(changed.evidence[0]).toMatchObject({ stance: "refutes", version: 2, quote: evidence.quote });
    expect((await run(prisma, reviewer, trashEvidence, { evidenceId: evidence.id })).evidence).toEqual([]);
    expect((await run(prisma, reviewer, restoreEvidence, { evidenceId: evidence.id })).evidence).toHaveLength(1);
  });

  it("needs a source of this workspace", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const elsewhere = await createClaim(prisma, { actor: stranger });
    const foreign = await run(prisma, stranger, addEvidence, evidenceInput(elsewhere.id));
    const sourceId = foreign.evidence[0]?.source.id ?? "";
    await expect(run(prisma, reviewer, addEvidence, { claimId: claim.id, stance: "context", sourceId })).rejects.toEqual(field("sourceId"));
    await expect(run(prisma, reviewer, addEvidence, { claimId: claim.id, stance: "context" })).rejects.toEqual(field("sourceId"));
  });

  it("is recognised by the address of its source", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const source = { title: "Bridge statistics", url: "https://www.example.org/bridge/?utm_source=x" };
    await run(prisma, reviewer, addEvidence, { claimId: claim.id, stance: "supports", source });
    const again = run(prisma, reviewer, addEvidence, {
      claimId: claim.id,
      stance: "supports",
      source: { title: "Other title", url: "http://example.org/bridge#top" },
    });
    await expect(again).rejects.toEqual(failure("duplicate", { current: expect.objectContaining({ title: "Bridge statistics" }) as unknown }));
  });

  it("that is confidential is not shown to readers", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    await run(prisma, reviewer, addEvidence, { ...evidenceInput(claim.id), confidential: true });
    expect((await getClaim.run(reader, { claimId: claim.id })).evidence).toEqual([]);
    expect((await getClaim.run(reviewer, { claimId: claim.id })).evidence).toHaveLength(1);
    const { items } = await listClaimEvents.run(reader, { claimId: claim.id });
    expect(items.map((event) => event.type)).not.toContain("evidence.added");
  });
});

describe("judging", () => {
  const firstLabel = async () =>
    (await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { documents: { some: { id: document.id } } } }, orderBy: { position: "asc" } })).id;

  it("shows nobody's assessment to a reviewer who has not submitted an own one", async () => {
    const second = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId });
    const claim = await createClaim(prisma, { actor: editor, document });
    const assessment = { claimId: claim.id, version: null, labelId: await firstLabel(), rationale: "Checked in the archive." };
    expect((await run(prisma, reviewer, assessClaim, assessment)).state).toBe("in_review");
    expect((await getClaim.run(second, { claimId: claim.id })).assessments).toEqual([]);
    expect((await listClaimEvents.run(second, { claimId: claim.id })).items.map((event) => event.type)).not.toContain("claim.assessed");
    expect((await getClaim.run(reader, { claimId: claim.id })).assessments).toEqual([]);
    await run(prisma, second, assessClaim, assessment);
    expect((await getClaim.run(second, { claimId: claim.id })).assessments).toHaveLength(2);
  });

  it("refuses a label of another scale, and one that is retired", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const other = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { template: "clef", workspaceId: editor.workspaceId } } });
    const assessment = { claimId: claim.id, version: null, rationale: "Because." };
    await expect(run(prisma, reviewer, assessClaim, { ...assessment, labelId: other.id })).rejects.toEqual(field("labelId"));
    await expect(run(prisma, reviewer, assessClaim, { ...assessment, labelId: null })).rejects.toEqual(field("labelId"));
    const foreign = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { template: "five-point", workspaceId: stranger.workspaceId } } });
    await expect(run(prisma, editor, ruleClaim, { claimId: claim.id, version: null, labelId: foreign.id, summary: "So." })).rejects.toEqual(field("labelId"));
  });

  it("approves nothing without ruling, justification and evidence, and says what is missing", async () => {
    const claim = await createClaim(prisma, { actor: editor, document, state: "in_review" });
    const approve = (version: number) => run(prisma, editor, moveClaim, { claimId: claim.id, version, to: "approved" });
    await expect(approve(claim.version)).rejects.toEqual(
      failure("gate_not_met", {
        missing: [expect.stringContaining("ruling"), expect.stringContaining("justification"), expect.stringContaining("evidence")] as never,
      }),
    );
    const ruled = await run(prisma, editor, ruleClaim, { ...(await rulingInput(prisma, claim)), justification: "" });
    await expect(approve(ruled.version)).rejects.toEqual(
      failure("gate_not_met", { missing: [expect.stringContaining("justification"), expect.stringContaining("evidence")] as never }),
    );
    const proved = await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const complete = await run(prisma, editor, ruleClaim, await rulingInput(prisma, proved));
    const approved = await approve(complete.version);
    expect(approved).toMatchObject({ state: "approved", ruling: { approvedBy: { id: editor.userId } }, can: { edit: false, rule: false, addEvidence: false } });
    const reopened = await run(prisma, editor, moveClaim, { claimId: claim.id, version: approved.version, to: "in_review", note: "New figures." });
    expect(reopened).toMatchObject({ state: "in_review", ruling: { approvedAt: null, approvedBy: null } });
  });

  it("keeps reviewers from ruling and approving, and everybody from moves the workflow does not know", async () => {
    const claim = await createClaim(prisma, { actor: editor, document, state: "in_review" });
    await expect(run(prisma, reviewer, ruleClaim, await rulingInput(prisma, claim))).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, reviewer, moveClaim, { claimId: claim.id, version: claim.version, to: "approved" })).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, editor, moveClaim, { claimId: claim.id, version: claim.version, to: "published" })).rejects.toEqual(field("to"));
    await expect(run(prisma, editor, moveClaim, { claimId: claim.id, version: claim.version, to: "skipped" })).rejects.toEqual(field("skipReason"));
  });

  it("changes an approved claim in no other way than reopening it", async () => {
    const claim = await createClaim(prisma, { actor: editor, document, state: "approved" });
    await expect(run(prisma, editor, updateClaim, { claimId: claim.id, version: claim.version, statement: "Other" })).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, editor, addEvidence, evidenceInput(claim.id))).rejects.toEqual(failure("forbidden"));
    await expect(
      run(prisma, editor, setFragments, {
        claimId: claim.id,
        version: claim.version,
        revisionId: document.revisionId,
        fragments: [{ exact: "Engineers disagreed" }],
      }),
    ).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, reviewer, trashClaim, { claimId: claim.id })).rejects.toEqual(failure("forbidden"));
  });

  it("answers 409 with the own assessment when it was changed in another tab", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const assessment = { claimId: claim.id, labelId: await firstLabel(), rationale: "One." };
    await run(prisma, reviewer, assessClaim, { ...assessment, version: null });
    await run(prisma, reviewer, assessClaim, { ...assessment, version: 1, rationale: "Two." });
    await expect(run(prisma, reviewer, assessClaim, { ...assessment, version: 1, rationale: "Three." })).rejects.toEqual(
      failure("conflict", { current: expect.objectContaining({ rationale: "Two.", version: 2 }) as unknown }),
    );
    await expect(run(prisma, reviewer, assessClaim, { ...assessment, version: null, rationale: "Four." })).rejects.toEqual(failure("conflict"));
  });
});

describe("the history of a claim", () => {
  it("gives its fields back as they were before any change of it, as a new change", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const update = async (fields: object) => {
      const { version } = await prisma.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { version: true } });
      return run(prisma, reviewer, updateClaim, { claimId: claim.id, version, ...fields });
    };
    await update({ speaker: "The mayor", tags: ["tolls"], saidOn: "1932-05-01" });
    await update({ speaker: "The engineer", statement: "Other words." });
    const last = await update({ tags: ["tolls", "years"], saidOn: null, type: "numerical" });
    const { items } = await listClaimEvents.run(reviewer, { claimId: claim.id });
    const [newest, middle, first] = items.filter((event) => event.type === "claim.updated").map((event) => event.seq);
    const revert = (seq: number | undefined, version: number) => run(prisma, reviewer, revertClaim, { claimId: claim.id, version, seq: seq ?? 0 });
    const before = await revert(middle, last.version);
    expect(before).toMatchObject({ speaker: "The mayor", statement: claim.statement, tags: ["tolls"], saidOn: "1932-05-01", type: null });
    await expect(revert(newest, last.version)).rejects.toEqual(failure("conflict"));
    await expect(revert(items.at(-1)?.seq, before.version)).rejects.toEqual(field("seq"));
    expect(await revert(first, before.version)).toMatchObject({ speaker: claim.speaker, tags: [], saidOn: null });
    expect((await listClaimEvents.run(reviewer, { claimId: claim.id })).items).toHaveLength(items.length + 2);
    await expect(run(prisma, reader, revertClaim, { claimId: claim.id, version: 1, seq: first ?? 0 })).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, stranger, revertClaim, { claimId: claim.id, version: 1, seq: first ?? 0 })).rejects.toEqual(failure("not_found"));
  });
});
