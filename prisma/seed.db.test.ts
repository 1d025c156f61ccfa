import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { claimReview } from "@/lib/exporters/claim-review";
import { buildReport } from "@/lib/exporters/report";
import { published } from "@/lib/exporters/sample-publication";
import { faultsOf } from "@/lib/exporters/schemas/valid";
import { claimViews } from "@/lib/queries/claim";
import { documentView } from "@/lib/queries/document";
import { DEMO_DOCUMENTS } from "./demo/content";
import { seedDemo } from "./seed";

// Some thousand queries: slow on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describe("the demo", () => {
  let prisma: PrismaClient;

  beforeAll(async () => {
    const database = await freshDatabase();
    adoptDatabase(database);
    ({ prisma } = database);
    await seedDemo(prisma);
  });

  it("fills an empty database by the real commands, once", async () => {
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

  it("gives the ClaimReview that is printed in docs/formats.md", async () => {
    const review = await firstReview(await prisma.workspace.findFirstOrThrow({ select: { id: true } }));
    expect(faultsOf("claim-review", review)).toEqual([]);
    const printed = /```json\n([^]*?)\n```/.exec(readFileSync("docs/formats.md", "utf8"))?.[1];
    expect(JSON.parse(printed ?? "null")).toEqual(review);
  });

  it("leaves nothing behind when it fails half-way", async () => {
    const { prisma } = await freshDatabase();
    await prisma.$executeRaw`ALTER TABLE "Ruling" ADD CONSTRAINT "broken" CHECK (false)`;
    await expect(seedDemo(prisma)).rejects.toThrow();
    expect(await prisma.user.count()).toBe(0);
    expect(await prisma.document.count()).toBe(0);
  });

  /** Of the first decided claim of the first document, as if all of it had been published. */
  async function firstReview(workspace: { id: string }) {
    const editor: Actor = { userId: "", name: "", email: "", sessionId: "", workspaceId: workspace.id, role: "editor" };
    const { id } = await prisma.document.findFirstOrThrow({ where: { title: { contains: "dinner" } }, select: { id: true } });
    const { revision, scale, ...document } = await documentView(editor, id);
    const claims = await claimViews(prisma, editor, id, revision);
    const plain = { workspace: "Demo desk", baseUrl: "https://desk.example", exportedAt: "2026-11-24T08:00:00.000Z", document, revision, scale, claims };
    const report = buildReport(published({ ...plain, publisher: NOBODY, publication: null, corrections: [] }));
    const first = report.claims.find(({ fragments, verdict }) => fragments.length > 1 && verdict) ?? report.claims[0];
    return first ? claimReview(report, first) : null;
  }
});

const NOBODY = { homepage: null, accent: null, logo: null, policies: { corrections: null, verification: null, principles: null, funding: null } };
