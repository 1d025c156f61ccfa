import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { addEvidence } from "@/lib/commands/evidence";
import { moveClaim } from "@/lib/commands/move-claim";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { updateWorkspace } from "@/lib/commands/update-workspace";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { CLAIM_STATES } from "@/lib/domain/claim";
import type { AppError } from "@/lib/domain/errors";
import type { PanelRule, ReviewMode } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { EXPORT_FORMATS } from "@/lib/exporters/formats";
import { wordsOf } from "@/lib/exporters/read-back";
import { listAssessmentVersions } from "@/lib/queries/assessment-versions";
import { getClaim } from "@/lib/queries/claim";
import { getDocument, listClaims } from "@/lib/queries/document";
import { documentSettingsView } from "@/lib/queries/document-settings";
import { listDocuments } from "@/lib/queries/documents";
import { exportedFile, ExportDocument } from "@/lib/queries/export-document";
import { listClaimEvents } from "@/lib/queries/history";
import { createClaim, createDocument, createMember, evidenceInput, rulingInput, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let [first, second, third]: Actor[] = [];
let reader: Actor;
let document: MadeDocument;
let labels: string[];

/** Nobody may read these words before the last assessment. */
const SECRET = "SECRET-RATIONALE";

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  const { workspaceId } = admin;
  editor = await createMember(prisma, { role: "editor", workspaceId });
  first = await createMember(prisma, { role: "reviewer", workspaceId, name: "Fatima First" });
  second = await createMember(prisma, { role: "reviewer", workspaceId });
  third = await createMember(prisma, { role: "reviewer", workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId });
});

beforeEach(async () => {
  document = await createDocument(prisma, { actor: editor });
  const rows = await prisma.scaleLabel.findMany({ where: { scale: { documents: { some: { id: document.id } } } }, orderBy: { position: "asc" } });
  labels = rows.map((row) => row.id);
});

const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const person = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error("nobody");
  return actor;
};

async function review(mode: ReviewMode, reviewers = 2, panelRule: PanelRule = "majority") {
  const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
  return run(prisma, editor, updateDocument, { documentId: document.id, version, reviewMode: mode, reviewers, panelRule });
}

const made = (state: "spotted" | "researching" | "in_review" = "researching") => createClaim(prisma, { actor: editor, document, state });

const assess = (actor: Actor | undefined, claimId: string, label: number | null, version: number | null = null, rationale = SECRET) =>
  run(prisma, person(actor), assessClaim, {
    ...{ claimId, version, rationale },
    ...(label === null ? { labelId: null, unjudgeable: true } : { labelId: labels[label] ?? "" }),
  });

/** All that the API gives of a claim and its document, as one text. */
async function everything(actor: Actor, claimId: string): Promise<string> {
  const desk = actor.role !== "reader";
  const files = await Promise.all(
    EXPORT_FORMATS.map(({ key }) =>
      exportedFile(
        actor,
        ExportDocument.parse({
          documentId: document.id,
          format: key,
          ...(desk ? { audience: "desk", assessments: "true", states: CLAIM_STATES.join(",") } : {}),
        }),
      ),
    ),
  );
  const answers: unknown[] = [
    await getClaim.run(actor, { claimId }),
    await listClaimEvents.run(actor, { claimId }),
    await listClaims.run(actor, { documentId: document.id }),
    await getDocument.run(actor, { documentId: document.id }),
    await listDocuments.run(actor, { view: "kept", sort: "updated", page: 1 }),
    ...(actor.role === "editor" || actor.role === "admin" ? [await documentSettingsView(actor, document.id)] : []),
  ];
  // The moment of an export is the only thing that may differ between two.
  return [...answers.map((answer) => JSON.stringify(answer)), ...(await Promise.all(files.map(wordsOf)))]
    .join("\n")
    .replace(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, (moment) => (moment > exportsBegin ? "now" : moment));
}

let exportsBegin = "";

describe("while assessments are blind", () => {
  it.each(["blind", "panel"] as const)("nothing that anybody else is sent tells of one: not its words, its number, its time (%s)", async (mode) => {
    await review(mode, mode === "panel" ? 3 : 2);
    const claim = await made();
    exportsBegin = new Date().toISOString();
    const others = [reader, person(second), editor, admin];
    const before = await Promise.all(others.map((actor) => everything(actor, claim.id)));
    const own = await assess(first, claim.id, 0);
    expect(own.assessments).toMatchObject([{ mine: true, rationale: SECRET }]);
    expect(own).toMatchObject({ state: "researching", version: claim.version, updatedAt: claim.updatedAt });
    // Another change of mind is no less secret.
    await assess(first, claim.id, 1, 1);
    const after = await Promise.all(others.map((actor) => everything(actor, claim.id)));
    expect(after).toEqual(before);
    expect(await everything(person(first), claim.id)).toContain(SECRET);
    const assessmentId = own.assessments[0]?.id ?? "";
    for (const actor of others) await expect(listAssessmentVersions.run(actor, { claimId: claim.id, assessmentId })).rejects.toEqual(failure("not_found"));
  });

  it("nobody rules, contests or approves before the last one", async () => {
    await review("blind");
    const claim = await made("in_review");
    await assess(first, claim.id, 0);
    expect((await getClaim.run(editor, { claimId: claim.id })).can).toMatchObject({ rule: false, moveTo: ["skipped", "researching"] });
    await expect(run(prisma, editor, ruleClaim, await rulingInput(prisma, claim))).rejects.toEqual(failure("closed", /not all in/));
    for (const to of ["contested", "approved"] as const)
      await expect(run(prisma, editor, moveClaim, { claimId: claim.id, version: claim.version, to })).rejects.toEqual(failure("closed", /not all in/));
    await expect(run(prisma, editor, updateDocument, { documentId: document.id, version: 2, reviewMode: "proposal" })).rejects.toEqual(
      failure("closed", /assessed blind/),
    );
    const own = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
    await expect(run(prisma, person(first), updateDocument, { documentId: document.id, version: own.version, reviewers: 2 })).rejects.toEqual(
      failure("forbidden"),
    );
  });
});

describe("two blind assessments", () => {
  it("that agree are the ruling: an editor writes its words, and cannot choose another label", async () => {
    await review("blind");
    const claim = await made();
    await assess(first, claim.id, 1);
    const agreed = await assess(second, claim.id, 1);
    expect(agreed).toMatchObject({ state: "in_review", labelId: labels[1], ruling: { basis: "agreement", labelFixed: true, summary: "" } });
    expect(agreed.assessments).toHaveLength(2);
    expect((await getClaim.run(reader, { claimId: claim.id })).assessments).toEqual([]);
    const words = { claimId: claim.id, version: agreed.ruling?.version ?? null, summary: "They agree.", justification: "Both found it." };
    await expect(run(prisma, editor, ruleClaim, { ...words, labelId: labels[0] ?? "" })).rejects.toEqual(
      failure("invalid", /reviewers decided on “Mostly true”/),
    );
    const ruled = await run(prisma, editor, ruleClaim, { ...words, labelId: labels[1] ?? "" });
    await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const approved = await run(prisma, editor, moveClaim, { claimId: claim.id, version: ruled.version, to: "approved" });
    expect(approved).toMatchObject({ state: "approved", ruling: { basis: "agreement", approvedBy: { id: editor.userId } } });
    expect((await listClaimEvents.run(second ?? reader, { claimId: claim.id })).items.map((event) => event.type)).toContain("claim.agreed");
  });

  it("that differ are contested, and neither approved nor reviewed again past the adjudication", async () => {
    await review("blind");
    const claim = await made("spotted");
    await assess(first, claim.id, 0);
    const contested = await assess(second, claim.id, 4);
    expect(contested).toMatchObject({ state: "contested", ruling: null });
    expect((await getClaim.run(editor, { claimId: claim.id })).can.moveTo).toEqual(["adjudicated"]);
    await expect(run(prisma, editor, moveClaim, { claimId: claim.id, version: contested.version, to: "in_review" })).rejects.toEqual(
      failure("closed", /adjudicated/),
    );
  });

  it("take no third, and no second thoughts after the last: a 409 with a clear word", async () => {
    await review("blind");
    const claim = await made();
    await assess(first, claim.id, 0);
    await assess(second, claim.id, 0);
    expect((await getClaim.run(person(third), { claimId: claim.id })).can.assess).toBe(false);
    await expect(assess(third, claim.id, 1)).rejects.toEqual(failure("closed", /2 assessments already/));
    await expect(assess(first, claim.id, 1, 1)).rejects.toEqual(failure("closed", /closed/));
  });

  it("sent at the same moment are two, not three, and one of them is the last", async () => {
    await review("blind");
    const claim = await made();
    const results = await Promise.allSettled([first, second, third].map((actor) => assess(actor, claim.id, 0)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(2);
    expect(results.find((result) => result.status === "rejected")?.reason).toEqual(failure("closed"));
    expect((await getClaim.run(editor, { claimId: claim.id })).ruling).toMatchObject({ basis: "agreement" });
  });

  it("of which one says that it cannot be judged are contested", async () => {
    await review("blind");
    const claim = await made();
    await assess(first, claim.id, 0);
    const contested = await assess(second, claim.id, null, null, "The files are sealed until 2040.");
    expect(contested.state).toBe("contested");
    expect(contested.assessments.find((each) => each.mine)).toMatchObject({ unjudgeable: true, labelId: null });
  });
});

describe("a panel", () => {
  it("is carried by more than half, once all have voted", async () => {
    await review("panel", 3);
    const claim = await made();
    await assess(first, claim.id, 0);
    expect((await assess(second, claim.id, 0)).ruling).toBeNull();
    expect(await assess(third, claim.id, 3)).toMatchObject({ state: "in_review", labelId: labels[0], ruling: { basis: "vote" } });
    await expect(assess(editor, claim.id, 0)).rejects.toEqual(failure("closed", /panel has voted/));
  });

  it("that must be unanimous is contested by one vote", async () => {
    await review("panel", 3, "unanimity");
    const claim = await made();
    for (const [index, actor] of [first, second, third].entries()) await assess(actor, claim.id, index === 2 ? 1 : 0);
    expect((await getClaim.run(editor, { claimId: claim.id })).state).toBe("contested");
  });
});

describe("after the ruling", () => {
  it.each(["proposal", "blind"] as const)("a vote is told that the verdict stands (%s)", async (mode) => {
    const claim = await createClaim(prisma, { actor: editor, document, state: "approved" });
    await review(mode);
    await expect(assess(first, claim.id, 0)).rejects.toEqual(failure("closed", /verdict stands already/));
    await expect(assess(reader, claim.id, 0)).rejects.toEqual(failure("forbidden"));
  });
});

describe("settings", () => {
  it("of the workspace are what new documents begin with, set by admins", async () => {
    await expect(run(prisma, editor, updateWorkspace, { version: 1, reviewMode: "blind" })).rejects.toEqual(failure("forbidden"));
    const set = await run(prisma, admin, updateWorkspace, { version: 1, reviewMode: "panel", reviewers: 3, panelRule: "unanimity" });
    expect(set).toMatchObject({ reviewMode: "panel", version: 2 });
    await expect(run(prisma, admin, updateWorkspace, { version: 1, name: "Late" })).rejects.toEqual(failure("conflict"));
    const { id } = await createDocument(prisma, { actor: editor });
    expect((await documentSettingsView(editor, id)).document).toMatchObject({ reviewMode: "panel", reviewers: 3, panelRule: "unanimity" });
    await run(prisma, admin, updateWorkspace, { version: 2, reviewMode: "proposal", reviewers: 2, panelRule: "majority" });
  });

  it("of a document take effect on what was assessed already: fewer reviewers may be enough", async () => {
    await review("blind", 3);
    const claim = await made();
    await assess(first, claim.id, 0);
    await assess(second, claim.id, 2);
    expect((await getClaim.run(editor, { claimId: claim.id })).assessments).toEqual([]);
    await review("blind", 2);
    const settled = await getClaim.run(editor, { claimId: claim.id });
    expect(settled).toMatchObject({ state: "contested", review: { blind: false } });
    expect(settled.assessments).toHaveLength(2);
  });

  it("refuse a number that cannot agree, with the field named", async () => {
    expect(updateDocument.schema.safeParse({ documentId: "x", version: 1, reviewers: 1 }).error?.issues[0]?.path).toEqual(["reviewers"]);
    expect(updateDocument.schema.safeParse({ documentId: "x", version: 1, reviewers: 10 }).success).toBe(false);
  });
});

describe("versions", () => {
  it("keep what was submitted first, and what came after", async () => {
    const claim = await made();
    await assess(first, claim.id, 0, null, "One.");
    const again = await assess(first, claim.id, 2, 1, "Two.");
    const assessmentId = again.assessments[0]?.id ?? "";
    expect(again.assessments[0]).toMatchObject({ version: 2, rationale: "Two." });
    const { items } = await listAssessmentVersions.run(editor, { claimId: claim.id, assessmentId });
    expect(items).toMatchObject([
      { number: 2, rationale: "Two.", labelId: labels[2] },
      { number: 1, rationale: "One.", labelId: labels[0] },
    ]);
    await expect(listAssessmentVersions.run(person(second), { claimId: claim.id, assessmentId })).rejects.toEqual(failure("not_found"));
  });
});
