import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import type { StudioScale } from "@/lib/domain/views";
import { scaleViews } from "@/lib/queries/scale";
import { studioView } from "@/lib/queries/scale-studio";
import { createDocument, createMember, run } from "@/prisma/factories";
import { copyScale, restoreScale, retireScale, saveScale, setDefaultScale } from "./scales";

let prisma: PrismaClient;
let admin: Actor;
let first: StudioScale;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  [first] = (await studioView(admin)) as [StudioScale]; // every workspace begins with some
});

const saved = ({ id, version, name, labels }: StudioScale): z.input<typeof saveScale.schema> => ({
  ...{ scaleId: id, version, name },
  labels: labels.map(({ name: label, definition, boundaryRule, rating, tone, retired }) => ({ name: label, definition, boundaryRule, rating, tone, retired })),
});

describe("the scales of a workspace", () => {
  it("are for admins to change, the default first", async () => {
    expect(first).toMatchObject({ isDefault: true, retired: false, documents: 0 });
    const editor = await createMember(prisma, { role: "editor", workspaceId: admin.workspaceId });
    await expect(studioView(editor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(run(prisma, editor, copyScale, { from: first.id, name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createMember(prisma, { role: "admin" });
    await expect(run(prisma, stranger, copyScale, { from: first.id, name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
    await expect(run(prisma, stranger, saveScale, saved(first))).rejects.toMatchObject({ code: "not_found" });
  });

  it("are copied, changed in place while nobody uses them, and offered at once", async () => {
    const copy = await run(prisma, admin, copyScale, { from: first.id, name: "Ours" });
    expect(copy.labels.map(({ name }) => name)).toEqual(first.labels.map(({ name }) => name));
    const input = saved(copy);
    const changed = await run(prisma, admin, saveScale, {
      ...input,
      name: "Ours alone",
      labels: [{ name: "Satire", tone: "off" as const }, ...[...input.labels].reverse()].map((label, index) => ({ ...label, retired: index === 1 })),
    });
    expect(changed).toMatchObject({ id: copy.id, version: 2, name: "Ours alone" });
    expect(changed.labels.map(({ name, retired }) => [name, retired]).slice(0, 3)).toEqual([
      ["Satire", false],
      ["Misleading (missing context)", true],
      ["Unverifiable", false],
    ]);
    expect((await scaleViews(admin)).map(({ name }) => name)).toContain("Ours alone");
    await expect(run(prisma, admin, saveScale, input)).rejects.toMatchObject({ code: "conflict" });
    const twice = [...input.labels, { name: "TRUE", tone: "true" as const }];
    await expect(run(prisma, admin, saveScale, { ...input, version: 2, labels: twice })).rejects.toMatchObject({ code: "invalid" });
  });

  it("get a next version where documents use them, and the documents keep theirs", async () => {
    const document = await createDocument(prisma, { actor: admin });
    const before = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
    expect(before.scaleId).toBe(first.id);
    const used = (await studioView(admin)).find(({ id }) => id === first.id) ?? first;
    const next = await run(prisma, admin, saveScale, { ...saved(used), labels: saved(used).labels.slice(0, 3) });
    expect(next).toMatchObject({ version: used.version + 1, isDefault: true, documents: 0, earlier: 1 });
    expect(next.id).not.toBe(first.id);
    expect(await prisma.document.findUniqueOrThrow({ where: { id: document.id } })).toMatchObject({ scaleId: first.id });
    expect(await prisma.scaleLabel.count({ where: { scaleId: first.id, retiredAt: null } })).toBe(used.labels.length);
    expect((await scaleViews(admin)).map(({ id }) => id)).not.toContain(first.id);
    const younger = await createDocument(prisma, { actor: admin });
    expect(await prisma.document.findUniqueOrThrow({ where: { id: younger.id } })).toMatchObject({ scaleId: next.id });
    await expect(run(prisma, admin, saveScale, saved(used))).rejects.toMatchObject({ code: "not_found" });
  });

  it("go out by other words without a new version, also where documents use them; the log says what was changed", async () => {
    const [used] = await studioView(admin);
    if (!used) throw new Error("A workspace has several scales.");
    expect(used.documents).toBeGreaterThan(0);
    const mapped = { averitec: "Supported" as const, scifact: null, claimReview: "Right" };
    const { labels, ...input } = saved(used);
    const changed = await run(prisma, admin, saveScale, {
      ...input,
      labels: labels.map((label, index) => (index === 0 ? { ...label, outgoing: mapped } : label)),
    });
    expect([changed.id, changed.version, changed.labels[0]?.id]).toEqual([used.id, used.version, used.labels[0]?.id]);
    expect(changed.labels.map(({ outgoing }) => outgoing).slice(0, 2)).toEqual([mapped, undefined]);
    const event = await prisma.event.findFirstOrThrow({ where: { type: "scale.changed" }, orderBy: { seq: "desc" } });
    expect(event.data).toMatchObject({ before: { True: "{}" }, after: { True: JSON.stringify(mapped) } });
    const copy = await run(prisma, admin, copyScale, { from: used.id, name: "Copied with its classes" });
    expect(copy.labels[0]?.outgoing).toEqual(mapped);
    const wrong = { ...input, labels: [{ ...labels[0], outgoing: { averitec: "TRUE" } }] };
    expect(saveScale.schema.safeParse(wrong).success).toBe(false);
  });

  it("are offered no more, and again; never the one with which documents begin", async () => {
    const [standard, other] = await studioView(admin);
    if (!standard || !other) throw new Error("A workspace has several scales.");
    await expect(run(prisma, admin, retireScale, { scaleId: standard.id })).rejects.toMatchObject({ code: "conflict" });
    await run(prisma, admin, retireScale, { scaleId: other.id });
    expect((await scaleViews(admin)).map(({ id }) => id)).not.toContain(other.id);
    await expect(run(prisma, admin, setDefaultScale, { scaleId: other.id })).rejects.toMatchObject({ code: "conflict" });
    await run(prisma, admin, restoreScale, { scaleId: other.id });
    await run(prisma, admin, setDefaultScale, { scaleId: other.id });
    expect((await scaleViews(admin))[0]?.id).toBe(other.id);
  });
});
