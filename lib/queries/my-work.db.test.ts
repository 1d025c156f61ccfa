import { beforeAll, expect, it } from "vitest";
import { adjudicateClaim } from "@/lib/commands/adjudicate-claim";
import { assessClaim } from "@/lib/commands/assess-claim";
import { assignClaim } from "@/lib/commands/assign-claims";
import { addEvidence } from "@/lib/commands/evidence";
import { seeThread, startThread } from "@/lib/commands/threads";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { createClaim, createDocument, createMember, evidenceInput, run } from "@/prisma/factories";
import { myWork } from "./my-work";

let prisma: PrismaClient;
let editor: Actor;
let one: Actor;
let two: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor", name: "Efua Darko" });
  one = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId, name: "Rana" });
  two = await createMember(prisma, { role: "reviewer", workspaceId: editor.workspaceId, name: "Lukas" });
});

it("lists a claim once, with whoever it waits for, and nobody else's", async () => {
  const document = await createDocument(prisma, { actor: editor });
  const claim = await createClaim(prisma, { actor: editor, document });
  await run(prisma, editor, assignClaim, { claimId: claim.id, assign: [one.userId] });
  expect((await myWork(one)).assigned.map(({ id }) => id)).toEqual([claim.id]);
  expect(await myWork(two)).toMatchObject({ total: 0, assigned: [] });
});

it("asks every reviewer for claims that several assess, whoever has done so, until one has", async () => {
  const document = await createDocument(prisma, { actor: editor });
  const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id }, select: { version: true } });
  await run(prisma, editor, updateDocument, { documentId: document.id, version, reviewMode: "blind" });
  const claim = await createClaim(prisma, { actor: editor, document });
  const waiting = async (actor: Actor) => (await myWork(actor)).toAssess.some(({ id }) => id === claim.id);
  expect(await waiting(two)).toBe(false);
  await run(prisma, editor, addEvidence, evidenceInput(claim.id));
  expect([await waiting(one), await waiting(two)]).toEqual([true, true]);
  await prisma.assessment.create({ data: { claimId: claim.id, workspaceId: one.workspaceId, reviewerId: one.userId, rationale: "So it is." } });
  expect([await waiting(one), await waiting(two)]).toEqual([false, true]);
});

it("gives back what an editor asked about, to those who had assessed it", async () => {
  const document = await createDocument(prisma, { actor: editor });
  await run(prisma, editor, updateDocument, { documentId: document.id, version: 1, reviewMode: "blind", reviewers: 2 });
  const labels = await prisma.scaleLabel.findMany({ where: { scale: { documents: { some: { id: document.id } } } }, select: { id: true } });
  const claim = await createClaim(prisma, { actor: editor, document, state: "researching" });
  for (const [index, actor] of [one, two].entries())
    await run(prisma, actor, assessClaim, { claimId: claim.id, version: null, labelId: labels[index]?.id ?? "", rationale: "So it is." });
  const listed = async (actor: Actor, list: "returned" | "contested") => (await myWork(actor))[list].find(({ id }) => id === claim.id);
  expect(await listed(editor, "contested")).toBeDefined();
  const { version } = await prisma.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { version: true } });
  await run(prisma, editor, adjudicateClaim, { claimId: claim.id, version, kind: "returned", reason: "Which year?" });
  expect((await listed(one, "returned"))?.question).toBe("Which year?");
  expect(await listed(editor, "contested")).toBeUndefined();
  await run(prisma, one, assessClaim, { claimId: claim.id, version: 1, labelId: labels[0]?.id ?? "", rationale: "1931." });
  expect(await listed(one, "returned")).toBeUndefined();
  expect(await listed(two, "returned")).toBeDefined();
});

it("names comments until they are read, and none that are kept blind", async () => {
  const document = await createDocument(prisma, { actor: editor });
  const thread = await run(prisma, one, startThread, { documentId: document.id, body: "See this, @Lukas." });
  const [mention] = (await myWork(two)).mentions;
  expect(mention).toMatchObject({ documentId: document.id, claim: null, author: { name: "Rana" }, body: "See this, @Lukas." });
  await run(prisma, two, seeThread, { threadId: thread.id });
  expect((await myWork(two)).mentions).toEqual([]);

  const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id }, select: { version: true } });
  await run(prisma, editor, updateDocument, { documentId: document.id, version, reviewMode: "blind" });
  const claim = await createClaim(prisma, { actor: editor, document });
  await run(prisma, one, startThread, { documentId: document.id, claimId: claim.id, body: "Plainly false, @Lukas." });
  expect((await myWork(two)).mentions).toEqual([]);
});
