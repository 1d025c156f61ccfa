import { beforeAll, describe, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { agreementView, exportAgreement, ExportAgreement, GetAgreement } from "@/lib/queries/agreement";
import { createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";
import type { z } from "zod";

let prisma: PrismaClient;
let editor: Actor;
let anna: Actor;
let ben: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;
let labels: { id: string; name: string }[];

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  const { workspaceId } = editor;
  anna = await createMember(prisma, { role: "reviewer", workspaceId, name: "Anna" });
  ben = await createMember(prisma, { role: "reviewer", workspaceId, name: "=Ben()" });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
  document = await createDocument(prisma, { actor: editor });
  labels = await prisma.scaleLabel.findMany({ where: { scale: { documents: { some: { id: document.id } } } }, orderBy: { position: "asc" } });
  await run(prisma, editor, updateDocument, { documentId: document.id, version: 1, reviewMode: "blind", reviewers: 2 });
  await judge([0, 0]);
  await judge([4, 3]);
  await judge([1, null]);
  await judge([2]);
});

/** A claim, judged by Anna and then by Ben; null where it cannot be judged. */
async function judge(chosen: (number | null)[]): Promise<void> {
  const claim = await createClaim(prisma, { actor: editor, document, state: "researching" });
  for (const [index, label] of chosen.entries())
    await run(prisma, index === 0 ? anna : ben, assessClaim, {
      ...{ claimId: claim.id, version: null, rationale: "Because.", labelId: label === null ? null : (labels[label]?.id ?? ""), unjudgeable: label === null },
    });
}

const view = (actor: Actor, filters: Partial<z.input<typeof GetAgreement>> = {}) =>
  agreementView(actor, GetAgreement.parse({ documentId: document.id, ...filters }));
const failure = (code: AppError["code"]) => expect.objectContaining({ code });

describe("the agreement of a document", () => {
  it("counts what was judged twice, and never what is still blind", async () => {
    const found = await view(editor);
    expect(found.report).toMatchObject({ claims: 2, judgements: 4 });
    expect(found.unjudgeable).toBe(1);
    expect(found.report.figures.find((figure) => figure.key === "raw")?.value).toBe(0.5);
    // A header, two judgements each of three claims, and the end of the last line: nothing of the fourth.
    expect((await csv("judgements")).split("\r\n")).toHaveLength(1 + 6 + 1);
  });

  it("compares two, and says when somebody is not one of the reviewers", async () => {
    const found = await view(anna, { first: anna.userId, second: ben.userId });
    expect(found.report.confusion[4]?.[3]).toBe(1);
    expect(found.report.figures.map((figure) => figure.key)).toContain("kappa_linear");
    await expect(view(editor, { first: anna.userId, second: reader.userId })).rejects.toEqual(failure("invalid"));
    await expect(view(editor, { first: anna.userId })).rejects.toEqual(failure("invalid"));
  });

  it("keeps to the period, and takes all texts of the scale on request", async () => {
    expect((await view(editor, { to: "2020-01-01" })).report.claims).toBe(0);
    expect((await view(editor, { from: "2020-01-01", scope: "scale" })).report.claims).toBe(2);
  });

  it("is for those who work on claims in this workspace", async () => {
    await expect(view(reader)).rejects.toEqual(failure("forbidden"));
    await expect(view(stranger)).rejects.toEqual(failure("not_found"));
  });

  it("can be taken out, with no cell that a spreadsheet would run", async () => {
    expect(await csv("figures")).toMatch(/^\ufefffigure,value,low_95,high_95,claims\r\nRaw agreement,0.5,/);
    expect(await csv("labels")).toContain("True,2,1");
    expect(await csv("confusion")).toContain("False,0,0,0,1,0,0,0");
    expect(await csv("judgements")).toContain("'=Ben()");
  });
});

async function csv(table: string): Promise<string> {
  return String((await exportAgreement.run(editor, ExportAgreement.parse({ documentId: document.id, table }))).body);
}
