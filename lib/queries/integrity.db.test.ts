import { expect, it } from "vitest";
import { freshDatabase } from "@/lib/db/testing";
import { createClaim, createDocument, createMember } from "@/prisma/factories";
import { findFaults } from "./integrity";

const { prisma } = await freshDatabase();

it("finds nothing in what the program has written, and what somebody changed behind its back", async () => {
  const actor = await createMember(prisma, { role: "admin" });
  const document = await createDocument(prisma, { actor, text: "One 👩🏽‍🚀 flew to the moon. Then another one did." });
  const claim = await createClaim(prisma, { actor, document, quote: "Then another one did" });
  expect(await findFaults(prisma)).toEqual([]);

  await prisma.anchor.updateMany({ data: { end: { increment: 1 } } });
  expect(await findFaults(prisma)).toMatchObject([{ what: expect.stringContaining("Places"), count: 1 }]);
  await prisma.anchor.updateMany({ data: { end: 10_000 } });
  expect(await findFaults(prisma)).toMatchObject([{ what: expect.stringContaining("Places"), count: 1 }]);
  await prisma.anchor.deleteMany();
  await prisma.document.updateMany({ data: { revision: 7, claimCount: 0 } });
  await prisma.membership.deleteMany();
  const faults = await findFaults(prisma);
  expect(faults.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  expect(faults[1]?.examples).toEqual([claim.id]);
});
