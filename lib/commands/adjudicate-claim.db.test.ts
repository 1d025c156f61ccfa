import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adjudicateClaim, type AdjudicateClaim } from "@/lib/commands/adjudicate-claim";
import { assessClaim } from "@/lib/commands/assess-claim";
import { addEvidence } from "@/lib/commands/evidence";
import { moveClaim } from "@/lib/commands/move-claim";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { getClaim } from "@/lib/queries/claim";
import { disagreementsView } from "@/lib/queries/disagreements";
import { listClaimEvents } from "@/lib/queries/history";
import { createClaim, createDocument, createMember, evidenceInput, run, type MadeDocument } from "@/prisma/factories";
import type { z } from "zod";

let prisma: PrismaClient;
let editor: Actor;
let anna: Actor;
let ben: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;
let labels: string[];

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
  const rows = await prisma.scaleLabel.findMany({ where: { scale: { documents: { some: { id: document.id } } } }, orderBy: { position: "asc" } });
  labels = rows.map((row) => row.id);
  await run(prisma, editor, updateDocument, { documentId: document.id, version: 1, reviewMode: "blind", reviewers: 2 });
});

const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });

async function judge(actor: Actor, claimId: string, label: number | null, version: number | null = null): Promise<ClaimView> {
  return run(prisma, actor, assessClaim, {
    ...{ claimId, version, rationale: `What ${actor.name} found.` },
    ...(label === null ? { labelId: null, unjudgeable: true } : { labelId: labels[label] ?? "" }),
  });
}

async function contested(one: number | null, two: number | null): Promise<ClaimView> {
  const claim = await createClaim(prisma, { actor: editor, document, state: "researching" });
  await judge(anna, claim.id, one);
  return judge(ben, claim.id, two);
}

const decide = (claim: ClaimView, input: Omit<z.input<typeof AdjudicateClaim>, "claimId" | "version">, actor = editor) =>
  run(prisma, actor, adjudicateClaim, { claimId: claim.id, version: claim.version, ...input });
const of = (claim: ClaimView, actor: Actor) => claim.assessments.find((each) => each.reviewer.id === actor.userId)?.id ?? "";

describe("adjudication", () => {
  it("takes one: its label is the ruling's, its rationale the draft of the words, and the reviewers learn why", async () => {
    const claim = await contested(0, 3);
    const decided = await decide(claim, { kind: "taken", assessmentId: of(claim, ben), reason: "The archive is closer to the event." });
    expect(decided).toMatchObject({
      state: "adjudicated",
      labelId: labels[3],
      ruling: { basis: "adjudication", labelFixed: false, summary: "", justification: "What Ben found." },
    });
    const seen = await getClaim.run(anna, { claimId: claim.id });
    expect(seen.adjudications).toMatchObject([{ kind: "taken", reviewer: { name: "Ben" }, reason: "The archive is closer to the event.", labelId: labels[3] }]);
    expect((await getClaim.run(reader, { claimId: claim.id })).adjudications).toEqual([]);
    const types = async (actor: Actor) => (await listClaimEvents.run(actor, { claimId: claim.id })).items.map((event) => event.type);
    expect(await types(anna)).toContain("claim.adjudicated");
    expect(await types(reader)).not.toContain("claim.adjudicated");
    await expect(judge(anna, claim.id, 3, 1)).rejects.toEqual(failure("closed", /adjudicated already/));

    const words = {
      claimId: claim.id,
      version: decided.ruling?.version ?? null,
      labelId: labels[3] ?? "",
      summary: "Mostly not.",
      justification: "See the archive.",
    };
    const ruled = await run(prisma, editor, ruleClaim, words);
    await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    expect((await run(prisma, editor, moveClaim, { claimId: claim.id, version: ruled.version, to: "approved" })).ruling).toMatchObject({
      basis: "adjudication",
    });
  });

  it("writes another, and can be taken back as long as nothing is approved", async () => {
    const claim = await contested(0, 4);
    await expect(decide(claim, { kind: "written", reason: "Neither." })).rejects.toEqual(failure("invalid", /Choose a label/));
    const decided = await decide(claim, { kind: "written", labelId: labels[2] ?? "", reason: "Half of it holds." });
    expect(decided).toMatchObject({ state: "adjudicated", labelId: labels[2] });
    const back = await run(prisma, editor, moveClaim, { claimId: claim.id, version: decided.version, to: "contested" });
    expect(back.can.adjudicate).toBe(true);
  });

  it("sends back with a question: a new round, as blind as the first", async () => {
    const claim = await contested(0, 4);
    const back = await decide(claim, { kind: "returned", reason: "Which year do you mean?" });
    expect(back).toMatchObject({ state: "in_review", review: { round: 2, blind: true }, assessments: [] });
    const mine = await getClaim.run(anna, { claimId: claim.id });
    expect(mine.adjudications[0]).toMatchObject({ kind: "returned", reason: "Which year do you mean?" });
    expect(mine.assessments).toMatchObject([{ mine: true, current: false, version: 1 }]);
    expect(mine.can.assess).toBe(true);
    const before = JSON.stringify([await getClaim.run(ben, { claimId: claim.id }), await listClaimEvents.run(editor, { claimId: claim.id })]);
    await judge(anna, claim.id, 1, 1);
    expect(JSON.stringify([await getClaim.run(ben, { claimId: claim.id }), await listClaimEvents.run(editor, { claimId: claim.id })])).toBe(before);
    expect(await judge(ben, claim.id, 1, 1)).toMatchObject({ state: "in_review", labelId: labels[1], ruling: { basis: "agreement" } });
  });

  it("says that none is right: back to research", async () => {
    const claim = await contested(0, null);
    const back = await decide(claim, { kind: "none_right", reason: "Nobody asked the ministry." });
    expect(back).toMatchObject({ state: "researching", ruling: null, review: { round: 2 } });
  });

  it("takes nothing that gives no verdict, nothing of another claim, and no decision without a reason", async () => {
    const claim = await contested(0, null);
    const other = await contested(0, 4);
    await expect(decide(claim, { kind: "taken", assessmentId: of(claim, ben), reason: "So." })).rejects.toEqual(failure("invalid", /no verdict/));
    await expect(decide(claim, { kind: "taken", assessmentId: of(other, ben), reason: "So." })).rejects.toEqual(failure("invalid", /one of this claim/));
    expect(adjudicateClaim.schema.safeParse({ claimId: "c", version: 1, kind: "returned", reason: " " }).error?.issues[0]?.path).toEqual(["reason"]);
  });

  it("is an editor's, once: whoever comes second is told so", async () => {
    const claim = await contested(0, 4);
    const input = { kind: "written" as const, labelId: labels[2] ?? "", reason: "Half." };
    await expect(decide(claim, input, anna)).rejects.toEqual(failure("forbidden"));
    await expect(decide(claim, input, reader)).rejects.toEqual(failure("forbidden"));
    await expect(decide(claim, input, stranger)).rejects.toEqual(failure("not_found"));
    const results = await Promise.allSettled([decide(claim, input), decide(claim, input)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toEqual(failure("closed", /not contested any more/));
  });
});

describe("the disagreements of a document", () => {
  it("come with those furthest apart first, and what was decided after them", async () => {
    const near = await contested(0, 1);
    const far = await contested(0, 4);
    const off = await contested(0, null);
    const done = await contested(1, 3);
    await contested(2, 2);
    await decide(done, { kind: "written", labelId: labels[2] ?? "", reason: "Half." });
    const view = await disagreementsView(anna, document.id);
    expect(view.open.map(({ claim }) => claim.id)).toEqual([off.id, far.id, near.id]);
    expect(view.open[1]).toMatchObject({ distance: { kind: "steps", steps: 4 }, can: { adjudicate: false } });
    expect(view.decided.map((claim) => claim.id)).toEqual([done.id]);
    expect((await disagreementsView(editor, document.id)).open[0]?.can.adjudicate).toBe(true);
    await expect(disagreementsView(reader, document.id)).rejects.toEqual(failure("forbidden"));
    await expect(disagreementsView(stranger, document.id)).rejects.toEqual(failure("not_found"));
  });
});
