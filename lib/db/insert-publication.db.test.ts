import { expect, it } from "vitest";
import { freshDatabase } from "@/lib/db/testing";
import { createDocument, createMember } from "@/prisma/factories";
import { insertPublication } from "./insert-publication";

it("keeps a long report as it is, with characters of two halves wherever it is cut, and leaves no piece of it behind", async () => {
  const { prisma } = await freshDatabase();
  const { workspaceId, userId } = await createMember(prisma);
  const { id: documentId } = await createDocument(prisma);
  const page = await prisma.publicPage.create({ data: { workspaceId, documentId, slug: "long", createdById: userId } });
  const row = { workspaceId, pageId: page.id, publishedById: userId, publishedAt: new Date("2026-11-20T09:30:00.000Z") };
  // One of the two begins each character at an even place, the other at an odd one.
  const reports = ["", "x"].map((lead) => ({ lead, z: `${lead}${"\u{1F9ED}".repeat(300_000)}`, a: ["é", null, 1.5, '\\ " \n'] }));
  await prisma.$transaction(async (tx) => {
    for (const [index, report] of reports.entries()) await insertPublication(tx, { ...row, number: index + 1 }, report);
  });
  const kept = await prisma.publication.findMany({ where: { pageId: page.id }, orderBy: { number: "asc" } });
  // As text, so that a failure is not printed whole.
  expect(kept.map(({ report }, index) => JSON.stringify(report) === JSON.stringify(reports[index]))).toEqual([true, true]);
  expect(kept.map(({ publishedAt }) => publishedAt)).toEqual([row.publishedAt, row.publishedAt]);
  expect(await prisma.reportPiece.count()).toBe(0);
});
