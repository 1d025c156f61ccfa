import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adjudicateClaim } from "@/lib/commands/adjudicate-claim";
import { assessClaim } from "@/lib/commands/assess-claim";
import { changeRole } from "@/lib/commands/change-role";
import { deleteComment, editComment, reply } from "@/lib/commands/comments";
import { moveClaim } from "@/lib/commands/move-claim";
import { setSwitch } from "@/lib/commands/notifications";
import { startThread } from "@/lib/commands/threads";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import type { ThreadView } from "@/lib/domain/thread";
import type { ClaimView } from "@/lib/domain/views";
import { ListNotifications, listNotifications } from "@/lib/queries/notifications";
import { correctDocument, createClaim, createDocument, createMember, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let anna: Actor;
let ben: Actor;
let cleo: Actor;
let reader: Actor;
let document: MadeDocument;
let labels: string[];

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin", name: "Noor" });
  const { workspaceId } = admin;
  editor = await createMember(prisma, { role: "editor", workspaceId, name: "Efua" });
  anna = await createMember(prisma, { workspaceId, name: "Anna" });
  ben = await createMember(prisma, { workspaceId, name: "Ben" });
  cleo = await createMember(prisma, { workspaceId, name: "Cleo" });
  reader = await createMember(prisma, { role: "reader", workspaceId, name: "Only Reading" });
});

beforeEach(async () => {
  await prisma.notification.deleteMany();
  document = await createDocument(prisma, { actor: editor });
  const rows = await prisma.scaleLabel.findMany({ where: { scale: { documents: { some: { id: document.id } } } }, orderBy: { position: "asc" } });
  labels = rows.map((row) => row.id);
});

const blind = () => run(prisma, editor, updateDocument, { documentId: document.id, version: 1, reviewMode: "blind", reviewers: 2 });
const start = (actor: Actor, body: string, input: object = {}) => run(prisma, actor, startThread, { documentId: document.id, body, ...input });
const say = (actor: Actor, thread: ThreadView, body: string) => run(prisma, actor, reply, { threadId: thread.id, body });
const judge = (actor: Actor, claimId: string, label: number) =>
  run(prisma, actor, assessClaim, { claimId, version: null, rationale: "Because.", labelId: labels[label] ?? "" });
const move = (actor: Actor, claim: ClaimView, to: "researching" | "in_review" | "contested") =>
  run(prisma, actor, moveClaim, { claimId: claim.id, version: claim.version, to });

/** What the person is told of, the latest first: the kind, and who caused it. */
async function told(actor: Actor): Promise<string[]> {
  const { items, unread } = await listNotifications.run(actor, ListNotifications.parse({}));
  expect(unread).toBe(items.filter(({ read }) => !read).length);
  return items.map(({ kind, by }) => `${kind} by ${by?.name ?? "nobody"}`);
}

describe("comments", () => {
  it("tell whom they name, and those who take part, but nobody twice and never their author", async () => {
    const thread = await start(anna, "Is this so, @Ben and @Only Reading?");
    expect(await told(ben)).toEqual(["mentioned by Anna"]);
    await say(ben, thread, "Ask @Cleo; I do not know, says @Ben.");
    expect([await told(anna), await told(ben), await told(cleo)]).toEqual([["replied by Ben"], ["mentioned by Anna"], ["mentioned by Ben"]]);
    await say(cleo, thread, "@Anna, it is.");
    expect([await told(anna), await told(ben)]).toEqual([
      ["mentioned by Cleo", "replied by Ben"],
      ["replied by Cleo", "mentioned by Anna"],
    ]);
    expect(await told(reader)).toEqual([]);
  });

  it("tell when they are changed only those whom they name since, and take back what they said", async () => {
    const thread = await start(anna, "@Ben?");
    const comment = thread.comments[0] ?? expect.fail();
    const edited = await run(prisma, anna, editComment, { commentId: comment.id, version: 1, body: "@Ben and @Cleo?" });
    expect([await told(ben), await told(cleo)]).toEqual([["mentioned by Anna"], ["mentioned by Anna"]]);
    expect(await prisma.notification.count()).toBe(2);
    await run(prisma, anna, editComment, { commentId: comment.id, version: edited.comments[0]?.version ?? 0, body: "@Cleo?" });
    expect([await told(ben), await told(cleo)]).toEqual([[], ["mentioned by Anna"]]);
    await run(prisma, anna, deleteComment, { commentId: comment.id });
    expect(await told(cleo)).toEqual([]);
  });
});

describe("claims", () => {
  it("ask for assessments when a person lets them be assessed, and only those who have not", async () => {
    await blind();
    const claim = await createClaim(prisma, { actor: editor, document });
    await judge(ben, claim.id, 0);
    expect(await prisma.notification.count()).toBe(0);
    await move(editor, claim, "researching");
    expect([await told(anna), await told(ben), await told(cleo), await told(editor), await told(reader)]).toEqual([
      ["assessment_wanted by Efua"],
      [],
      ["assessment_wanted by Efua"],
      [],
      [],
    ]);
  });

  it("ask nobody else when as many as are needed were asked by name", async () => {
    await blind();
    const [few, enough] = [
      await createClaim(prisma, { actor: editor, document }),
      await createClaim(prisma, { actor: editor, document, quote: "Nobody had counted" }),
    ];
    const ask = (claim: ClaimView, people: Actor[]) =>
      prisma.assignment.createMany({
        data: people.map(({ userId }) => ({ claimId: claim.id, personId: userId, workspaceId: admin.workspaceId, assignedById: editor.userId })),
      });
    await ask(few, [anna]);
    await ask(enough, [anna, ben]);
    await move(editor, enough, "researching");
    expect(await prisma.notification.count()).toBe(0);
    await move(editor, few, "researching");
    expect([await told(anna), await told(ben), await told(cleo)]).toEqual([[], ["assessment_wanted by Efua"], ["assessment_wanted by Efua"]]);
  });

  it("do not ask for what is proposed and ruled", async () => {
    await move(editor, await createClaim(prisma, { actor: editor, document }), "researching");
    expect(await prisma.notification.count()).toBe(0);
  });

  it("call editors when the assessments differ, and name nobody; then tell those who assessed what became of it", async () => {
    await blind();
    const claim = await createClaim(prisma, { actor: editor, document, state: "researching" });
    await prisma.notification.deleteMany();
    await judge(anna, claim.id, 0);
    expect(await prisma.notification.count()).toBe(0);
    const contested = await judge(ben, claim.id, 4);
    expect([await told(editor), await told(admin), await told(anna), await told(ben), await told(cleo)]).toEqual([
      ["contested by nobody"],
      ["contested by nobody"],
      [],
      [],
      [],
    ]);
    const decision = { claimId: claim.id, version: contested.version, reason: "Which year do you mean?" };
    const returned = await run(prisma, editor, adjudicateClaim, { ...decision, kind: "returned" });
    expect([await told(anna), await told(ben), await told(cleo)]).toEqual([["returned by Efua"], ["returned by Efua"], []]);
    expect(returned.state).toBe("in_review");
    for (const [actor, label] of [
      [anna, 0],
      [ben, 4],
    ] as const)
      await run(prisma, actor, assessClaim, { claimId: claim.id, version: 1, rationale: "Because.", labelId: labels[label] ?? "" });
    const { version } = await prisma.claim.findUniqueOrThrow({ where: { id: claim.id } });
    await run(prisma, admin, adjudicateClaim, { ...decision, version, kind: "written", labelId: labels[2] ?? "" });
    expect(await told(anna)).toEqual(["decided by Noor", "returned by Efua"]);
    expect(await told(cleo)).toEqual([]);
  });

  it("tell those who proposed when the verdict stands", async () => {
    const approved = await createClaim(prisma, { actor: editor, document, state: "approved" });
    await move(editor, approved, "in_review");
    const { version } = await judge(anna, approved.id, 0);
    expect(await told(anna)).toEqual([]);
    await run(prisma, editor, moveClaim, { claimId: approved.id, version, to: "approved" });
    expect(await told(anna)).toEqual(["decided by Efua"]);
  });

  it("call the other editors when one contests", async () => {
    await move(editor, await createClaim(prisma, { actor: editor, document, state: "in_review" }), "contested");
    expect([await told(editor), await told(admin), await told(anna)]).toEqual([[], ["contested by Efua"], []]);
  });
});

describe("a correction of the text", () => {
  it("tells those whose quotes lost their place, once, however many there are", async () => {
    for (const quote of ["The mayor said that traffic doubled last year", "Nobody had counted"]) await createClaim(prisma, { actor: anna, document, quote });
    await createClaim(prisma, { actor: ben, document, quote: "The bridge opened in 1932" });
    const cut = (text: string) => text.replace("The mayor said that traffic doubled last year. Nobody had counted.", "Nothing of it remains here.");
    await correctDocument(prisma, { actor: editor, document, edit: cut });
    expect([await told(anna), await told(ben), await told(editor)]).toEqual([["quotes_in_doubt by Efua"], [], []]);
  });
});

describe("nobody is told", () => {
  const mention = async () => void (await start(anna, "@Cleo, look."));

  it("who has switched it off, until it is on again", async () => {
    await run(prisma, cleo, setSwitch, { kind: "mentioned", inPage: false, mail: "off" });
    await mention();
    expect(await prisma.notification.count({ where: { userId: cleo.userId } })).toBe(0);
    await run(prisma, cleo, setSwitch, { kind: "mentioned", mail: "daily" });
    await mention();
    expect(await told(cleo)).toEqual([]);
    expect(await prisma.notification.findMany({ where: { userId: cleo.userId }, select: { inPage: true, mail: true } })).toEqual([
      { inPage: false, mail: "daily" },
    ]);
    await run(prisma, cleo, setSwitch, { kind: "mentioned", inPage: true, mail: "immediate" });
    await mention();
    expect(await told(cleo)).toEqual(["mentioned by Anna"]);
  });

  it("who is suspended or left", async () => {
    const { workspaceId } = admin;
    const suspended = await createMember(prisma, { workspaceId, name: "Sus" });
    const left = await createMember(prisma, { workspaceId, name: "Lef" });
    const thread = await start(suspended, "Well?");
    await say(left, thread, "Well.");
    await prisma.user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
    await prisma.membership.deleteMany({ where: { userId: left.userId } });
    await prisma.notification.deleteMany();
    await say(anna, thread, "@Sus, @Lef?");
    expect(await prisma.notification.count()).toBe(0);
  });

  it("who came to read only: neither of what comes nor of what was", async () => {
    const demoted = await createMember(prisma, { workspaceId: admin.workspaceId, name: "Dem" });
    const thread = await start(anna, "@Dem?");
    expect(await told(demoted)).toEqual(["mentioned by Anna"]);
    await say(demoted, thread, "Yes.");
    await run(prisma, admin, changeRole, { userId: demoted.userId, role: "reader" });
    await say(anna, thread, "And now?");
    expect(await prisma.notification.count({ where: { userId: demoted.userId } })).toBe(1);
    expect(await told({ ...demoted, role: "reader" })).toEqual([]);
    await expect(run(prisma, { ...demoted, role: "reader" }, setSwitch, { kind: "mentioned", mail: "off" })).rejects.toEqual(
      expect.objectContaining({ code: "invalid" satisfies AppError["code"] }),
    );
  });
});
