import { beforeAll, describe, expect, it } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { likelySuccessors, waysBack } from "@/lib/domain/scale-move";
import type { ClaimView, ScaleMoveView, StudioScale } from "@/lib/domain/views";
import { studioView } from "@/lib/queries/scale-studio";
import { getScaleMove } from "@/lib/queries/scale-move";
import { createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";
import { assessClaim } from "./assess-claim";
import { moveToScale } from "./move-to-scale";
import { saveScale } from "./scales";

let prisma: PrismaClient;
let admin: Actor;
let reviewer: Actor;
let document: MadeDocument;
let ruled: ClaimView;
let assessed: ClaimView;

const withLabels = ({ id, version, name }: StudioScale, labels: readonly Omit<StudioScale["labels"][number], "id">[]) => ({
  ...{ scaleId: id, version, name },
  labels: labels.map(({ name: called, definition, boundaryRule, rating, tone, retired }) => ({
    name: called,
    definition,
    boundaryRule,
    rating,
    tone,
    retired,
  })),
});

const view = (): Promise<ScaleMoveView> => getScaleMove.run(admin, { documentId: document.id });
const labelsNow = async () => {
  const of = { claim: { documentId: document.id } };
  const [rulings, assessments, versions] = [
    await prisma.ruling.findMany({ where: of, select: { label: { select: { name: true, scaleId: true } } } }),
    await prisma.assessment.findMany({ where: of, select: { label: { select: { name: true, scaleId: true } } } }),
    await prisma.assessmentVersion.findMany({ where: { assessment: of }, select: { label: { select: { name: true, scaleId: true } } } }),
  ];
  const rows = [...rulings, ...assessments, ...versions];
  return { names: rows.map(({ label }) => label?.name), scales: [...new Set(rows.map(({ label }) => label?.scaleId))] };
};

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId: admin.workspaceId });
  document = await createDocument(prisma, { actor: admin });
  ruled = await createClaim(prisma, { actor: admin, document, state: "approved" });
  assessed = await createClaim(prisma, { actor: admin, document, state: "in_review" });
  const { labels } = await prisma.scale.findFirstOrThrow({
    where: { documents: { some: { id: document.id } } },
    include: { labels: { orderBy: { position: "asc" } } },
  });
  await run(prisma, reviewer, assessClaim, { claimId: assessed.id, version: null, labelId: labels[1]?.id ?? "", rationale: "It is so." });
  // The next version calls the first label otherwise, and has no “Mostly true” any more.
  const [scale] = await studioView(admin);
  if (!scale) throw new Error("A workspace has scales.");
  const next = scale.labels.filter((_, index) => index !== 1).map((label, index) => (index === 0 ? { ...label, name: "Accurate" } : label));
  await run(prisma, admin, saveScale, withLabels(scale, next));
});

describe("a judged document", () => {
  it("shows an editor which claims carry which labels, and no assessment", async () => {
    const { from, versions, claims } = await view();
    expect([from.version, versions.map(({ version }) => version)]).toEqual([1, [2]]);
    expect(claims).toEqual({ [from.labels[0]?.id ?? ""]: [{ id: ruled.id, number: ruled.number }] });
    await expect(getScaleMove.run(reviewer, { documentId: document.id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not moved by others, to other scales, without a successor for each label, or over a change of somebody else", async () => {
    const { from, version, versions } = await view();
    const [to] = versions;
    const successors = { ...likelySuccessors(from.labels, to?.labels ?? []), [from.labels[1]?.id ?? ""]: to?.labels[0]?.id ?? "" } as Record<string, string>;
    const input = { documentId: document.id, version, scaleId: to?.id ?? "", successors };
    const other = await prisma.scale.findFirstOrThrow({ where: { workspaceId: admin.workspaceId, template: "clef" } });
    const { [from.labels[1]?.id ?? ""]: _, ...unsaid } = successors;
    for (const [actor, wrong, code] of [
      [reviewer, {}, "forbidden"],
      [await createMember(prisma, { role: "admin" }), {}, "not_found"],
      [admin, { scaleId: other.id }, "invalid"],
      [admin, { scaleId: from.id }, "invalid"],
      [admin, { successors: unsaid }, "invalid"],
      [admin, { successors: { ...successors, [from.labels[1]?.id ?? ""]: from.labels[0]?.id ?? "" } }, "invalid"],
      [admin, { version: version + 1 }, "conflict"],
    ] as const)
      await expect(run(prisma, actor, moveToScale, { ...input, ...wrong })).rejects.toMatchObject({ code });
    expect((await labelsNow()).names).toEqual(["True", "Mostly true", "Mostly true"]);
  });

  it("is moved as a whole; each history says so, and what lost nothing leads back", async () => {
    const { from, version, versions } = await view();
    const [to] = versions;
    if (!to) throw new Error("There are two versions.");
    const ids = (names: readonly string[]) => names.map((name) => from.labels.find((label) => label.name === name)?.id ?? "");
    const [accurate, half] = [to.labels[0]?.id ?? "", to.labels[1]?.id ?? ""];
    const [first = "", second = ""] = ids(["True", "Mostly true"]);
    const moved = await run(prisma, admin, moveToScale, {
      documentId: document.id,
      version,
      scaleId: to.id,
      successors: { [first]: accurate, [second]: half },
    });
    expect([moved.scaleId, await labelsNow()]).toEqual([to.id, { names: ["Accurate", "Half true", "Half true"], scales: [to.id] }]);
    const claim = await prisma.claim.findUniqueOrThrow({ where: { id: ruled.id } });
    expect([claim.version, claim.state]).toEqual([ruled.version + 1, "approved"]);
    const events = await prisma.event.findMany({ where: { documentId: document.id, type: { endsWith: ".rescaled" } }, orderBy: { seq: "asc" } });
    expect(events.map(({ type, claimId, data }) => [type, claimId, data])).toEqual([
      ["document.rescaled", null, { before: { scaleVersion: 1 }, after: { scaleVersion: 2, labels: ["True → Accurate", "Mostly true → Half true"] } }],
      ["claim.rescaled", ruled.id, { before: { verdict: "True" }, after: { verdict: "Accurate" } }],
    ]);
    const back = waysBack({ [first]: accurate, [second]: half }) ?? {};
    await run(prisma, admin, moveToScale, { documentId: document.id, version: moved.version, scaleId: from.id, successors: back });
    expect(await labelsNow()).toEqual({ names: ["True", "Mostly true", "Mostly true"], scales: [from.id] });
  });

  it("keeps what is published as it is: such a verdict changes by a correction only", async () => {
    const { from, version, versions } = await view();
    const [to] = versions;
    const successors = { ...likelySuccessors(from.labels, to?.labels ?? []), [from.labels[1]?.id ?? ""]: to?.labels[1]?.id ?? "" } as Record<string, string>;
    const input = { documentId: document.id, version, scaleId: to?.id ?? "", successors };
    await prisma.claim.update({ where: { id: ruled.id }, data: { state: "published" } });
    await expect(run(prisma, admin, moveToScale, input)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("published with “True”") });
    // A label that is the same in both versions may be published.
    await prisma.ruling.update({ where: { claimId: ruled.id }, data: { labelId: from.labels[2]?.id ?? "" } });
    await run(prisma, admin, moveToScale, input);
    expect((await labelsNow()).names).toEqual(["Half true", "Half true", "Half true"]);
  });

  it("tells nothing of what is assessed blind, not even that a label is carried", async () => {
    await prisma.document.update({ where: { id: document.id }, data: { reviewMode: "blind" } });
    const { from, version, versions } = await view();
    const first = versions[0]?.labels[0]?.id ?? "";
    const carried = await prisma.assessment.findMany({ where: { claim: { documentId: document.id } }, select: { labelId: true } });
    const successors = Object.fromEntries(carried.map(({ labelId }) => [labelId ?? "", first]));
    const partly = run(prisma, admin, moveToScale, { documentId: document.id, version, scaleId: versions[0]?.id ?? "", successors });
    await expect(partly).rejects.toMatchObject({ code: "invalid" });
    expect((await view()).whole).toBe(true);
    expect(from.labels.length).toBeGreaterThan(carried.length);
  });
});
