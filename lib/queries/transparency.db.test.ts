import { beforeAll, describe, expect, it } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { transparencyFile, transparencyPage } from "@/lib/http/public-lists";
import { exportTransparency, getTransparency } from "@/lib/queries/transparency";
import { createMember, createWorkspace } from "@/prisma/factories";

let prisma: PrismaClient;
let admin: Actor;
let reader: Actor;
let stranger: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  const { id: workspaceId } = await createWorkspace(prisma);
  admin = await createMember(prisma, { role: "admin", workspaceId, name: "Petronella" });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
  // Both in one month, whenever this is run.
  const now = new Date();
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15, 12));
  const before = new Date(at.getTime() - 3 * 3_600_000);
  const here = { workspaceId, subject: "person" as const, subjectId: reader.userId };
  const report = { ...here, reason: "spam" as const, note: "", createdAt: before, settledAt: at, settledById: admin.userId, outcome: "acted_on" as const };
  await prisma.flag.createMany({ data: Array.from({ length: 6 }, () => report) });
  await prisma.flag.create({ data: { ...here, reason: "held", note: "", createdAt: before } });
  await prisma.moderationDecision.createMany({
    data: Array.from({ length: 5 }, () => ({ ...here, kind: "warn" as const, before: {}, after: {}, byId: admin.userId, personId: reader.userId, at: before })),
  });
});

describe("moderation in numbers", () => {
  it("counts what was reported and decided, for members, without names and small numbers", async () => {
    const { months } = await getTransparency.run(reader, {});
    const counts = months.flatMap(({ counts }) => counts);
    expect(counts).toEqual(
      expect.arrayContaining([
        { measure: "reports", count: 6 },
        { measure: "warn", count: 5 },
        { measure: "held", count: "few" },
      ]),
    );
    expect(months.map(({ medianHours }) => medianHours && Math.round(medianHours))).toContain(3);
    expect(JSON.stringify(months)).not.toMatch(new RegExp(`Petronella|${reader.userId}`));
    expect((await getTransparency.run(stranger, {})).months).toEqual([]);
    const file = await exportTransparency.run(reader, {});
    expect(file.body).toMatch(/month,measure,count\r\n\d{4}-\d\d,reports,6\r\n\d{4}-\d\d,held,fewer than 5/);
  });

  it("is for everybody only where the workspace says so", async () => {
    const status = async (read: typeof transparencyPage) => {
      const answer = await (await read()).make();
      return { status: answer.status ?? 200, body: String(answer.body) };
    };
    expect((await status(transparencyPage)).status).toBe(404);
    expect((await status(transparencyFile)).status).toBe(404);
    await prisma.workspace.update({ where: { id: admin.workspaceId }, data: { publicTransparency: true } });
    const { status: found, body } = await status(transparencyPage);
    expect([found, body.includes("Reports received"), body.includes("Petronella")]).toEqual([200, true, false]);
    expect((await status(transparencyFile)).body).toContain("reports,6");
  });
});
