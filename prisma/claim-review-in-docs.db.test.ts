import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { claimReview } from "@/lib/exporters/claim-review";
import { buildReport } from "@/lib/exporters/report";
import { published } from "@/lib/exporters/sample-publication";
import { faultsOf } from "@/lib/exporters/schemas/valid";
import { claimViews } from "@/lib/queries/claim";
import { documentView } from "@/lib/queries/document";
import { seedDemo } from "./seed";

// Some thousand queries: slow on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

it("the ClaimReview in docs/formats.md is the one that the demo gives", async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  await seedDemo(database.prisma);
  const review = await firstReview(await database.prisma.workspace.findFirstOrThrow({ select: { id: true } }));
  expect(faultsOf("claim-review", review)).toEqual([]);
  const printed = /```json\n([^]*?)\n```/.exec(readFileSync("docs/formats.md", "utf8"))?.[1];
  expect(JSON.parse(printed ?? "null")).toEqual(review);

  /** Of the first decided claim of the first document, as if all of it had been published. */
  async function firstReview(workspace: { id: string }) {
    const editor: Actor = { userId: "", name: "", email: "", sessionId: "", workspaceId: workspace.id, role: "editor" };
    const { id } = await database.prisma.document.findFirstOrThrow({ where: { title: { contains: "dinner" } }, select: { id: true } });
    const { revision, scale, ...document } = await documentView(editor, id);
    const claims = await claimViews(database.prisma, editor, id, revision);
    const plain = { workspace: "Demo desk", baseUrl: "https://desk.example", exportedAt: "2026-11-24T08:00:00.000Z", document, revision, scale, claims };
    const report = buildReport(published({ ...plain, publisher: NOBODY, publication: null, corrections: [] }));
    const first = report.claims.find(({ fragments, verdict }) => fragments.length > 1 && verdict) ?? report.claims[0];
    return first ? claimReview(report, first) : null;
  }
});

const NOBODY = { homepage: null, accent: null, logo: null, policies: { corrections: null, verification: null, principles: null, funding: null } };
