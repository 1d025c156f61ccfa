import { beforeAll, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { createClaim as markClaim } from "@/lib/commands/create-claim";
import { addEvidence } from "@/lib/commands/evidence";
import { moveClaim } from "@/lib/commands/move-claim";
import { reviseDocument } from "@/lib/commands/revise-document";
import { setFragments } from "@/lib/commands/set-fragments";
import { restoreClaim, trashClaim } from "@/lib/commands/trash-claim";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { searchTextOf } from "@/lib/domain/search";
import { blocksOf, createClaim, createDocument, createMember, evidenceInput, run } from "@/prisma/factories";

const ROUNDS = 12;
const LINES = [
  "The bridge opened in 1932.",
  "Its tolls, which were raised twice, paid for the whole work within ten years.",
  "The mayor said that traffic doubled last year.",
  "Nobody had counted.",
  "Engineers disagreed, and one of them left the city.",
  "A second bridge was promised three times and never built.",
  "The ferry took eleven minutes on a calm day.",
];

let prisma: PrismaClient;
let editor: Actor;
let second: Actor;
let reviewer: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  second = await createMember(prisma, { role: "editor", workspaceId: editor.workspaceId });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId });
});

/** Everything that must hold of a document between two writes, whoever wrote at once. */
async function expectWhole(documentId: string): Promise<void> {
  const document = await prisma.document.findUniqueOrThrow({ where: { id: documentId } });
  const revisions = await prisma.revision.findMany({ where: { documentId }, orderBy: { number: "asc" } });
  expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: document.revision }, (_, index) => index + 1));
  const current = revisions.at(-1);
  if (!current) throw new Error("There is no revision.");
  expect(document.searchText).toBe(searchTextOf(document, current.text));
  const claims = await prisma.claim.findMany({ where: { documentId }, include: { anchors: { where: { revisionId: current.id } }, ruling: true } });
  expect(claims).toHaveLength(document.claimCount);
  for (const claim of claims) {
    expect(claim.anchors.length, `claim ${String(claim.number)} in revision ${String(current.number)}`).toBeGreaterThan(0);
    for (const anchor of claim.anchors) {
      const words = current.text.slice(anchor.start, anchor.end);
      if (anchor.status === "exact" || anchor.status === "moved" || anchor.status === "edited") expect(words).toBe(anchor.exact);
      if (claim.state === "approved") expect(["exact", "moved"]).toContain(anchor.status);
    }
    if (claim.ruling) expect(claim.ruling.approvedAt !== null).toBe(claim.state === "approved");
  }
}

it("lets one of two corrections win and loses no anchor, whatever else is written at once", { timeout: 240_000 }, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const document = await createDocument(prisma, { actor: editor, text: LINES.join("\n\n") });
    const approved = await createClaim(prisma, { actor: editor, document, quote: "The bridge opened in 1932", state: "approved" });
    const ready = await createClaim(prisma, { actor: editor, document, quote: "Nobody had counted", state: "approved" });
    const reopened = await run(prisma, editor, moveClaim, { claimId: ready.id, version: ready.version, to: "in_review" });
    const open = await createClaim(prisma, { actor: editor, document, quote: "The ferry took eleven minutes" });
    const trashed = await createClaim(prisma, { actor: editor, document, quote: "raised twice" });
    await run(prisma, editor, trashClaim, { claimId: trashed.id });

    const revise = (actor: Actor, text: string) => run(prisma, actor, reviseDocument, { documentId: document.id, base: 1, blocks: blocksOf(text) });
    const mark = (exact: string) => run(prisma, reviewer, markClaim, { documentId: document.id, revisionId: document.revisionId, fragments: [{ exact }] });
    const { version } = open;
    const corrections = [
      revise(editor, `A note.\n\n${document.text.replace("1932", "1935").replace("Nobody had counted.", "")}`),
      revise(second, document.text.replace("eleven minutes", "twelve minutes").replace("Nobody had", "No one had")),
    ];
    const others: Promise<unknown>[] = [
      mark("A second bridge was promised three times"),
      mark("The mayor said that traffic doubled"),
      mark("eleven minutes on a calm day"),
      run(prisma, reviewer, setFragments, {
        claimId: open.id,
        version,
        revisionId: document.revisionId,
        fragments: [{ exact: "The ferry" }, { exact: "one of them left the city" }],
      }),
      run(prisma, reviewer, assessClaim, { claimId: open.id, version: null, labelId: approved.ruling?.labelId ?? null, rationale: "It did." }),
      run(prisma, editor, moveClaim, { claimId: reopened.id, version: reopened.version, to: "approved" }),
      run(prisma, reviewer, addEvidence, { ...evidenceInput(open.id), source: { title: "Timetable", type: "official_record" } }),
      run(prisma, second, updateClaim, { claimId: open.id, version, tags: ["ferry"] }),
      run(prisma, second, restoreClaim, { claimId: trashed.id }),
      run(prisma, second, updateDocument, { documentId: document.id, version: 1, title: `Round ${String(round)}` }),
    ];
    const results = await Promise.allSettled([...corrections, ...others]);
    const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    for (const reason of reasons) {
      if (!(reason instanceof AppError)) throw reason;
      expect(["conflict", "gate_not_met"]).toContain(reason.code);
    }
    const [one, other] = results;
    expect([one?.status, other?.status].sort()).toEqual(["fulfilled", "rejected"]);
    const loser = one?.status === "rejected" ? one : other;
    expect(loser).toMatchObject({ reason: { code: "conflict", details: { current: { revision: 2 } } } });
    expect(results.slice(2, 5).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    await expectWhole(document.id);
  }
});
