import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorsOfSessions } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { readerOf } from "@/lib/db/test/stream-reader";
import { freshDatabase } from "@/lib/db/testing";
import type { AssignmentsView, PlanView } from "@/lib/domain/assignments-view";
import { CLAIM_STATES } from "@/lib/domain/claim";
import type { AppError } from "@/lib/domain/errors";
import { toDay } from "@/lib/domain/fields";
import type { ReviewMode } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { EXPORT_FORMATS } from "@/lib/exporters/formats";
import { wordsOf } from "@/lib/exporters/read-back";
import { returnToPool } from "@/lib/jobs/return-to-pool";
import { documentAssignments } from "@/lib/queries/assignments";
import { getClaim } from "@/lib/queries/claim";
import { getDocument, listClaims } from "@/lib/queries/document";
import { listDocuments } from "@/lib/queries/documents";
import { exportedFile, ExportDocument } from "@/lib/queries/export-document";
import { followDocument } from "@/lib/queries/follow";
import { listClaimEvents } from "@/lib/queries/history";
import { myWork } from "@/lib/queries/my-work";
import { createClaim, createDocument, createMember, evidenceInput, run, type MadeDocument } from "@/prisma/factories";
import { assessClaim } from "./assess-claim";
import { assignClaim, assignClaims } from "./assign-claims";
import { changeRole } from "./change-role";
import { addEvidence } from "./evidence";
import { applyPlan, previewPlan } from "./plan-assignments";
import { giveBackClaim, takeClaim } from "./take-claim";
import { trashClaim } from "./trash-claim";
import { updateDocument } from "./update-document";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let rana: Actor;
let lukas: Actor;
let mira: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;

const DAY_MS = 86_400_000;
const inDays = (days: number) => toDay(new Date(Date.now() + days * DAY_MS)) ?? "";

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  stranger = await createMember(prisma, { role: "reviewer" });
});

// A workspace of its own for each: loads count over all of it.
beforeEach(async () => {
  admin = await createMember(prisma, { role: "admin" });
  const { workspaceId } = admin;
  editor = await createMember(prisma, { role: "editor", workspaceId, name: "Efua Darko" });
  rana = await createMember(prisma, { role: "reviewer", workspaceId, name: "Rana Reviewer" });
  lukas = await createMember(prisma, { role: "reviewer", workspaceId, name: "Lukas Brandt" });
  mira = await createMember(prisma, { role: "reviewer", workspaceId, name: "Mira Mann" });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  document = await createDocument(prisma, { actor: editor });
});

const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const badField = (field: string) => expect.objectContaining({ code: "invalid", details: { fields: [expect.objectContaining({ field }) as unknown] } });
const made = (state: "spotted" | "researching" | "in_review" | "approved" | "skipped" = "researching") =>
  createClaim(prisma, { actor: editor, document, state });
const assign = (claimId: string, people: Actor[], due?: string | null) =>
  run(prisma, editor, assignClaim, { claimId, assign: people.map(({ userId }) => userId), ...(due === undefined ? {} : { due }) });
const ids = (view: { assignments: { personId: string }[] }) => view.assignments.map(({ personId }) => personId);

async function review(reviewMode: ReviewMode, reviewers = 2) {
  const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
  await run(prisma, editor, updateDocument, { documentId: document.id, version, reviewMode, reviewers });
}

async function assess(actor: Actor, claimId: string, label = 0) {
  const labels = await prisma.scaleLabel.findMany({ where: { scale: { documents: { some: { id: document.id } } } }, orderBy: { position: "asc" } });
  return run(prisma, actor, assessClaim, { claimId, version: null, labelId: labels[label]?.id ?? "", rationale: "So it is." });
}

const eventsOf = async (claimId: string, actor: Actor = editor) => (await listClaimEvents.run(actor, { claimId })).items;

describe("assigning by hand", () => {
  it("asks people until a day, and takes them off; the claim itself is not another by it", async () => {
    const claim = await made();
    const asked = await assign(claim.id, [rana, lukas], inDays(3));
    expect(asked).toMatchObject({
      version: claim.version,
      assigned: 2,
      assignments: [{ personId: rana.userId, due: inDays(3), done: false }, { due: inDays(3) }],
    });
    const later = await assign(claim.id, [], inDays(5));
    expect(later.assignments.map(({ due }) => due)).toEqual([inDays(5), inDays(5)]);
    const left = await run(prisma, editor, assignClaim, { claimId: claim.id, release: [rana.userId] });
    expect(ids(left)).toEqual([lukas.userId]);
    expect(await prisma.assignment.findUnique({ where: { claimId_personId: { claimId: claim.id, personId: rana.userId } } })).toMatchObject({
      endedBecause: "released",
    });
    expect((await eventsOf(claim.id)).map(({ type }) => type).slice(0, 5)).toEqual([
      "assignment.released",
      "assignment.changed",
      "assignment.changed",
      "assignment.made",
      "assignment.made",
    ]);
    expect(ids(await assign(claim.id, [rana]))).toEqual([lukas.userId, rana.userId]);
    // What changes nothing is no event.
    const before = await prisma.event.count();
    await assign(claim.id, [rana], null);
    await run(prisma, editor, assignClaim, { claimId: claim.id, release: [mira.userId] });
    expect(await prisma.event.count()).toBe(before + 1);
  });

  it("is for editors, and only members who review can be asked, until a day that is to come", async () => {
    const claim = await made();
    const attempt = (actor: Actor, change: { assign?: string[]; due?: string }) => run(prisma, actor, assignClaim, { claimId: claim.id, ...change });
    for (const actor of [rana, reader]) await expect(attempt(actor, { assign: [actor.userId] })).rejects.toEqual(failure("forbidden"));
    await expect(attempt(stranger, { assign: [stranger.userId] })).rejects.toEqual(failure("not_found"));
    await expect(attempt(editor, { assign: [rana.userId, reader.userId] })).rejects.toEqual(badField("assign.1"));
    await expect(attempt(editor, { assign: [stranger.userId] })).rejects.toEqual(badField("assign.0"));
    await expect(attempt(editor, { assign: ["nobody"] })).rejects.toEqual(badField("assign.0"));
    await expect(attempt(editor, { assign: [rana.userId], due: inDays(-2) })).rejects.toEqual(badField("due"));
    expect((await getClaim.run(editor, { claimId: claim.id })).assigned).toBe(0);
  });

  it("asks nobody for a claim that is settled, nor more than assess it", async () => {
    const [done, skipped, blind] = [await made("approved"), await made("skipped"), await made()];
    await expect(assign(done.id, [rana])).rejects.toEqual(failure("closed", /Claim 1/));
    await expect(assign(skipped.id, [rana])).rejects.toEqual(failure("closed", /Claim 2/));
    await review("blind", 2);
    await expect(assign(blind.id, [rana, lukas, mira])).rejects.toEqual(badField("assign"));
    await assign(blind.id, [rana, lukas]);
    const swapped = await run(prisma, editor, assignClaim, { claimId: blind.id, assign: [mira.userId], release: [rana.userId] });
    expect(ids(swapped)).toEqual([lukas.userId, mira.userId]);
  });

  it("tells those who are asked, of one claim by its name and of several in one word", async () => {
    const [one, two] = [await made(), await made()];
    const told = async (actor: Actor) =>
      prisma.notification.findMany({ where: { userId: actor.userId, kind: "assigned" }, select: { claimId: true, documentId: true, causedById: true } });
    await assign(one.id, [rana, editor]);
    expect(await told(rana)).toEqual([{ claimId: one.id, documentId: document.id, causedById: editor.userId }]);
    expect(await told(editor)).toEqual([]);
    await run(prisma, editor, assignClaims, { documentId: document.id, claimIds: [one.id, two.id], assign: [lukas.userId, rana.userId] });
    expect(await told(lukas)).toEqual([{ claimId: null, documentId: document.id, causedById: editor.userId }]);
    expect((await told(rana)).map(({ claimId }) => claimId)).toEqual([one.id, two.id]);
    await run(prisma, mira, takeClaim, { claimId: (await made()).id });
    expect(await told(mira)).toEqual([]);
  });

  it("does many claims at once, or none of them", async () => {
    const claims = [await made(), await made(), await made()];
    const view: AssignmentsView = await run(prisma, editor, assignClaims, {
      documentId: document.id,
      claimIds: claims.map(({ id }) => id),
      assign: [rana.userId, editor.userId],
      due: inDays(1),
    });
    expect(view.claims.map(ids)).toEqual(claims.map(() => [editor.userId, rana.userId].sort()));
    expect(view.people.map(({ name, load }) => [name, load])).toContainEqual(["Rana Reviewer", 3]);
    const elsewhere = await createClaim(prisma, { actor: editor });
    const mixed = run(prisma, editor, assignClaims, { documentId: document.id, claimIds: [claims[0]?.id ?? "", elsewhere.id], release: [rana.userId] });
    await expect(mixed).rejects.toEqual(failure("not_found"));
    expect((await documentAssignments(editor, document.id)).claims.map(({ assignments }) => assignments.length)).toEqual([2, 2, 2]);
    await expect(documentAssignments(rana, document.id)).rejects.toEqual(failure("forbidden"));
  });
});

describe("taking a claim", () => {
  it("gives the last place to one of those who want it, and back", async () => {
    const claim = await made();
    const results = await Promise.allSettled([rana, lukas, mira].map((actor) => run(prisma, actor, takeClaim, { claimId: claim.id })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toEqual(failure("closed", /its people already/));
    const [owner] = (await getClaim.run(editor, { claimId: claim.id })).assignments;
    const taker = [rana, lukas, mira].find(({ userId }) => userId === owner?.personId) ?? rana;
    expect((await getClaim.run(taker, { claimId: claim.id })).can).toMatchObject({ take: false, giveBack: true, assign: false });
    const back = await run(prisma, taker, giveBackClaim, { claimId: claim.id });
    expect(back).toMatchObject({ assigned: 0, can: { take: true, giveBack: false } });
    expect((await eventsOf(claim.id)).slice(0, 2)).toMatchObject([
      { type: "assignment.given_back", actor: { id: taker.userId } },
      { type: "assignment.taken", changes: [] },
    ]);
    // Twice is once.
    await run(prisma, taker, giveBackClaim, { claimId: claim.id });
    await run(prisma, taker, takeClaim, { claimId: claim.id });
    await run(prisma, taker, takeClaim, { claimId: claim.id });
    expect(await prisma.event.count({ where: { claimId: claim.id, type: { startsWith: "assignment." } } })).toBe(3);
  });

  it("is not for readers, nor of what is settled or assessed by oneself", async () => {
    const [claim, skipped] = [await made(), await made("skipped")];
    await expect(run(prisma, reader, takeClaim, { claimId: claim.id })).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, rana, takeClaim, { claimId: skipped.id })).rejects.toEqual(failure("closed"));
    await assess(rana, claim.id);
    await expect(run(prisma, rana, takeClaim, { claimId: claim.id })).rejects.toEqual(failure("closed", /assessed/));
  });
});

describe("a plan", () => {
  const preview = (people: Actor[], perClaim?: number): Promise<PlanView> =>
    previewPlan.run(editor, { documentId: document.id, personIds: people.map(({ userId }) => userId), perClaim });
  const apply = (people: Actor[], seal: string, more: { due?: string; returnDays?: number | null; perClaim?: number } = {}) =>
    run(prisma, editor, applyPlan, { documentId: document.id, personIds: people.map(({ userId }) => userId), seal, ...more });

  it("is seen before it is done, and done as it was seen; the next one adds what came since", async () => {
    await review("blind", 2);
    for (let count = 0; count < 6; count += 1) await made();
    await made("skipped");
    const people = [rana, lukas, mira];
    const plan = await preview(people);
    expect(plan).toMatchObject({ claims: 6, pairs: 12, understaffed: [] });
    expect(plan.people.map(({ added }) => added)).toEqual([4, 4, 4]);
    expect(await prisma.assignment.count({ where: { workspaceId: editor.workspaceId } })).toBe(0);
    const view = await apply(people, plan.seal, { due: inDays(7), returnDays: 5 });
    expect(view.claims.filter(({ assignments }) => assignments.length === 2)).toHaveLength(6);
    expect(view).toMatchObject({ document: { returnDays: 5 }, people: expect.arrayContaining([{ id: rana.userId, name: rana.name, load: 4 }]) as unknown });
    const empty = await preview(people);
    expect(empty.pairs).toBe(0);
    await made("spotted");
    expect((await preview(people)).pairs).toBe(2);
    expect((await myWork(rana)).assigned).toHaveLength(4);
  });

  it("is not done when somebody changed meanwhile who works on what", async () => {
    const claim = await made();
    const plan = await preview([rana]);
    await assign(claim.id, [lukas]);
    await expect(apply([rana], plan.seal)).rejects.toEqual(failure("conflict", /Meanwhile/));
    expect((await getClaim.run(editor, { claimId: claim.id })).assigned).toBe(1);
  });

  it("keeps who works on a claim and who has proposed, and says what it cannot staff", async () => {
    const [one, two] = [await made(), await made()];
    await assign(one.id, [rana]);
    await assess(lukas, two.id);
    const plan = await preview([rana, lukas], 2);
    expect(plan).toMatchObject({
      pairs: 2,
      people: [
        { name: "Lukas Brandt", load: 0, added: 1 },
        { name: "Rana Reviewer", load: 1, added: 1 },
      ],
    });
    const alone = await preview([rana], 2);
    expect(alone.understaffed).toEqual([{ claimId: one.id, number: 1, statement: one.statement, missing: 1, because: "nobody" }]);
  });

  it("does not tell an editor who has assessed blind", async () => {
    await review("blind", 2);
    const claim = await made();
    const before = await preview([rana, lukas]);
    await assess(rana, claim.id);
    expect(await preview([rana, lukas])).toEqual(before);
  });

  it("names what is wrong with it", async () => {
    await expect(previewPlan.run(rana, { documentId: document.id, personIds: [rana.userId] })).rejects.toEqual(failure("forbidden"));
    await expect(preview([reader])).rejects.toEqual(badField("personIds.0"));
    await review("blind", 2);
    await expect(preview([rana], 3)).rejects.toEqual(badField("perClaim"));
  });
});

describe("what nobody touches", () => {
  const after = (days: number) => new Date(Date.now() + days * DAY_MS);
  const lapsesIn = (days: number) => prisma.document.update({ where: { id: document.id }, data: { returnDays: days } });

  it("goes back to the pool after its days, once, however many processes look", async () => {
    const claim = await made();
    await assign(claim.id, [rana]);
    await returnToPool(after(300));
    expect((await getClaim.run(editor, { claimId: claim.id })).assigned).toBe(1);
    await lapsesIn(5);
    await returnToPool(after(4.9));
    expect((await getClaim.run(editor, { claimId: claim.id })).assigned).toBe(1);
    await Promise.all([returnToPool(after(5.1)), returnToPool(after(5.1)), returnToPool(after(5.2))]);
    expect((await getClaim.run(rana, { claimId: claim.id })).can.take).toBe(true);
    expect((await eventsOf(claim.id)).filter(({ type }) => type === "assignment.lapsed")).toMatchObject([{ actor: { id: rana.userId } }]);
  });

  it("is not what somebody worked on since, and never what they have assessed", async () => {
    await review("blind", 2);
    const [proved, assessed] = [await made(), await made()];
    await assign(proved.id, [rana, lukas]);
    await assign(assessed.id, [rana, lukas]);
    await prisma.assignment.updateMany({ where: { workspaceId: editor.workspaceId }, data: { createdAt: after(-4) } });
    await run(prisma, rana, addEvidence, evidenceInput(proved.id));
    await assess(rana, assessed.id);
    await lapsesIn(3);
    await returnToPool(after(1));
    expect(ids(await getClaim.run(editor, { claimId: proved.id }))).toEqual([rana.userId]);
    expect(ids(await getClaim.run(editor, { claimId: assessed.id }))).toEqual([rana.userId]);
    await returnToPool(after(40));
    expect(ids(await getClaim.run(editor, { claimId: proved.id }))).toEqual([]);
    expect(ids(await getClaim.run(editor, { claimId: assessed.id }))).toEqual([rana.userId]);
  });

  it("counts anew from when somebody is asked again", async () => {
    const claim = await made();
    await assign(claim.id, [rana]);
    await lapsesIn(2);
    await returnToPool(after(3));
    await assign(claim.id, [rana]);
    await returnToPool(after(1));
    expect(ids(await getClaim.run(editor, { claimId: claim.id }))).toEqual([rana.userId]);
  });
});

describe("whoever only reads from now on", () => {
  it("is taken off all their claims", async () => {
    const [one, two] = [await made(), await made()];
    await assign(one.id, [rana, lukas]);
    await assign(two.id, [rana]);
    await run(prisma, admin, changeRole, { userId: rana.userId, role: "editor" });
    expect((await getClaim.run(editor, { claimId: two.id })).assigned).toBe(1);
    await run(prisma, admin, changeRole, { userId: rana.userId, role: "reader" });
    expect(ids(await getClaim.run(editor, { claimId: one.id }))).toEqual([lukas.userId]);
    expect((await eventsOf(two.id))[0]).toMatchObject({
      type: "assignment.left",
      actor: { id: admin.userId },
      changes: [{ field: "assigneeId", before: rana.userId }],
    });
  });
});

describe("while a claim is assessed blind", () => {
  /** All that the API gives of a claim and its document. */
  async function everything(actor: Actor, claimId: string): Promise<string> {
    const desk = actor.role !== "reader";
    const asked = { documentId: document.id, ...(desk ? { audience: "desk", states: CLAIM_STATES.join(","), assessments: "true" } : {}) };
    const files = await Promise.all(EXPORT_FORMATS.map(({ key }) => exportedFile(actor, ExportDocument.parse({ ...asked, format: key }))));
    const { document: whole, ...rest } = await getDocument.run(actor, { documentId: document.id });
    const answers = [
      await getClaim.run(actor, { claimId }),
      await listClaimEvents.run(actor, { claimId }),
      await listClaims.run(actor, { documentId: document.id }),
      // The members of the workspace are known.
      { ...rest, document: { ...whole, members: [] } },
      await listDocuments.run(actor, { view: "kept", sort: "updated", page: 1 }),
      await myWork(actor),
    ];
    return [...answers.map((answer) => JSON.stringify(answer)), ...(await Promise.all(files.map(wordsOf)))].join("\n");
  }

  it("no other reviewer learns who is asked: not from the API, the history, a file, nor the stream", async () => {
    await review("blind", 2);
    const claim = await made();
    const failures: unknown[] = [];
    const context = { lastEventId: null, actorsOf: actorsOfSessions, failed: (error: unknown) => void failures.push(error) };
    const streams = await Promise.all(
      [lukas, reader, editor].map(async (actor) => ({ actor, reader: readerOf(await followDocument.run(actor, { documentId: document.id }, context)) })),
    );
    await assign(claim.id, [rana, mira], inDays(3));
    await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const names = new RegExp([rana, mira].flatMap(({ userId, name }) => [userId, name]).join("|"));
    for (const actor of [lukas, reader]) expect(await everything(actor, claim.id), actor.role).not.toMatch(names);
    expect(await everything(editor, claim.id)).toMatch(names);
    const own = await everything(rana, claim.id);
    expect(own).toContain(rana.userId);
    expect(own).not.toContain(mira.userId);
    // How many, so that nobody takes what has its people.
    expect(await getClaim.run(lukas, { claimId: claim.id })).toMatchObject({ assigned: 2, assignments: [], can: { take: false } });
    for (const { actor, reader: stream } of streams) {
      const added = (message: { kind: string }) => message.kind === "changes" && JSON.stringify(message).includes('"evidenceCount":1');
      await stream.until(() => stream.messages.some(added));
      const heard = JSON.stringify(stream.messages);
      if (actor === editor) expect(heard).toContain(rana.userId);
      else expect(heard).not.toMatch(names);
      await stream.leave();
    }
    expect(failures).toEqual([]);
  });

  it("is over once all have assessed, or where nobody is blind", async () => {
    await review("blind", 2);
    const claim = await made();
    await assign(claim.id, [rana, mira]);
    await assess(rana, claim.id);
    expect((await getClaim.run(editor, { claimId: claim.id })).assignments.map(({ done }) => done)).toEqual([false, false]);
    expect((await getClaim.run(rana, { claimId: claim.id })).assignments).toMatchObject([{ personId: rana.userId, done: true }]);
    await assess(mira, claim.id);
    expect((await getClaim.run(lukas, { claimId: claim.id })).assignments.map(({ done }) => done)).toEqual([true, true]);
    await review("proposal");
    const open = await made();
    await assign(open.id, [rana]);
    expect(ids(await getClaim.run(lukas, { claimId: open.id }))).toEqual([rana.userId]);
    expect((await getClaim.run(reader, { claimId: open.id })).assigned).toBe(0);
  });
});

describe("my work", () => {
  it("lists what is due first, and nothing that is done, settled or in the trash", async () => {
    const [late, none, soon, trashed, done] = [await made(), await made(), await made(), await made(), await made()];
    await assign(none.id, [rana]);
    await assign(soon.id, [rana], inDays(1));
    await assign(late.id, [rana], inDays(9));
    await prisma.assignment.updateMany({ where: { claimId: late.id }, data: { due: new Date(Date.now() - 3 * DAY_MS) } });
    for (const claim of [trashed, done]) await assign(claim.id, [rana]);
    await run(prisma, editor, trashClaim, { claimId: trashed.id });
    await assess(rana, done.id);
    const { assigned, total } = await myWork(rana);
    expect(assigned.map(({ id, due }) => [id, due])).toEqual([
      [late.id, inDays(-3)],
      [soon.id, inDays(1)],
      [none.id, null],
    ]);
    expect(total).toBe(3);
    expect((await documentAssignments(editor, document.id)).people.find(({ id }) => id === rana.userId)?.load).toBe(3);
  });

  it("asks everybody for what lacks people, and nobody for what has them", async () => {
    await review("blind", 2);
    const claim = await made();
    const waits = async (actor: Actor) => (await myWork(actor)).toAssess.some(({ id }) => id === claim.id);
    await assign(claim.id, [rana]);
    expect([await waits(rana), await waits(lukas)]).toEqual([false, true]);
    await assign(claim.id, [mira]);
    expect(await waits(lukas)).toBe(false);
  });
});
