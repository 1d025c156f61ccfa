import { describe, expect, it, vi } from "vitest";
import { freshDatabase } from "@/lib/db/testing";
import { DEMO_DOCUMENTS } from "./demo/content";
import { seedDemo } from "./seed";

// Some thousand queries: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe("the demo", () => {
  it("fills an empty database by the real commands, once", async () => {
    const { prisma } = await freshDatabase();
    await seedDemo(prisma);
    // What is published was approved before, and one claim of each such document was corrected.
    const expected = DEMO_DOCUMENTS.flatMap(({ claims: given, published }) =>
      given.map(({ state, statement }) =>
        !published || state !== "approved" ? state : published.correction.statement === statement ? "corrected" : "published",
      ),
    );
    const claims = await prisma.claim.findMany({ select: { state: true, statement: true }, orderBy: [{ createdAt: "asc" }] });
    expect(claims.map((claim) => claim.state).sort()).toEqual([...expected].sort());
    expect(await prisma.event.count({ where: { type: "claim.created" } })).toBe(expected.length);
    const before = await prisma.event.count();
    await seedDemo(prisma);
    expect(await prisma.event.count()).toBe(before);
  });

  it("leaves nothing behind when it fails half-way", async () => {
    const { prisma } = await freshDatabase();
    await prisma.$executeRaw`ALTER TABLE "Ruling" ADD CONSTRAINT "broken" CHECK (false)`;
    await expect(seedDemo(prisma)).rejects.toThrow();
    expect(await prisma.user.count()).toBe(0);
    expect(await prisma.document.count()).toBe(0);
  });
});
