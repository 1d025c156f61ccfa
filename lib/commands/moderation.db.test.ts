import { beforeAll, describe, expect, it } from "vitest";
import { makeAppeal, settleAppeal } from "@/lib/commands/appeals";
import { reply } from "@/lib/commands/comments";
import { decide } from "@/lib/commands/decide";
import { raiseFlag } from "@/lib/commands/flags";
import { setSwitch } from "@/lib/commands/notifications";
import { startThread } from "@/lib/commands/threads";
import { updateClaim } from "@/lib/commands/update-claim";
import { actorsOfSessions, actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { USUAL_RULES, type DecisionKind, type ModerationSubject } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { listNotifications } from "@/lib/queries/notifications";
import { listQueue } from "@/lib/queries/moderation-queue";
import { getOwnModeration } from "@/lib/queries/moderation-own";
import { createClaim, createDocument, createMember, createWorkspace, run } from "@/prisma/factories";

let prisma: PrismaClient;
let workspaceId: string;
let admin: Actor;
let second: Actor;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  ({ id: workspaceId } = await createWorkspace(prisma));
  admin = await createMember(prisma, { role: "admin", workspaceId });
  second = await createMember(prisma, { role: "admin", workspaceId });
  editor = await createMember(prisma, { role: "editor", workspaceId });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
});

const failure = (code: string, message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const rule = USUAL_RULES[0] ?? "";
const queue = (actor: Actor, asked: object = {}) => listQueue.run(actor, listQueue.schema.parse(asked));
const decided = (actor: Actor, subject: ModerationSubject, id: string, kind: DecisionKind, more: object = {}) =>
  run(prisma, actor, decide, { things: [{ subject, id, ...("last" in more ? { last: more.last as string | null } : {}) }], kind, rule, ...more });
const flagged = (actor: Actor, subject: ModerationSubject, id: string) => run(prisma, actor, raiseFlag, { subject, id, reason: "offensive", note: "Look." });

/** A comment of the reviewer on a claim of its own. */
async function makeComment() {
  const document = await createDocument(prisma, { actor: editor });
  const claim = await createClaim(prisma, { actor: editor, document });
  const thread = await run(prisma, editor, startThread, { documentId: document.id, claimId: claim.id, body: "Well?" });
  const { comments } = await run(prisma, reviewer, reply, { threadId: thread.id, body: "Nonsense, you fool." });
  return { document, claim, threadId: thread.id, commentId: comments.at(-1)?.id ?? "" };
}

describe("reports", () => {
  it("are taken once of each person and thing, of what they see, and not of their own", async () => {
    const { commentId, claim } = await makeComment();
    await flagged(editor, "comment", commentId);
    await expect(flagged(editor, "comment", commentId)).rejects.toEqual(failure("duplicate"));
    await flagged(admin, "comment", commentId);
    await expect(flagged(reviewer, "comment", commentId)).rejects.toEqual(failure("closed", /your own/));
    await expect(flagged(reader, "comment", commentId)).rejects.toEqual(failure("not_found"));
    await expect(flagged(stranger, "claim", claim.id)).rejects.toEqual(failure("not_found"));
    await flagged(reader, "claim", claim.id);
    await flagged(editor, "person", reviewer.userId);
    const { items } = await queue(admin, { subject: "comment" });
    expect(items.find(({ id }) => id === commentId)?.flags).toHaveLength(2);
    expect(items.find(({ id }) => id === commentId)?.words).toBe("Nonsense, you fool.");
  });

  it("are one where the same person sends two at once", async () => {
    const { commentId } = await makeComment();
    const sent = await Promise.allSettled([flagged(editor, "comment", commentId), flagged(editor, "comment", commentId)]);
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("tell whoever made them what became of it, and not who decided", async () => {
    const { commentId } = await makeComment();
    await flagged(editor, "comment", commentId);
    await decided(admin, "comment", commentId, "keep");
    const { flags } = await getOwnModeration.run(editor, {});
    expect(flags[0]).toMatchObject({ subject: "comment", settled: { outcome: "dismissed" } });
    expect(JSON.stringify(flags)).not.toContain(admin.userId);
    expect((await queue(admin)).items.some(({ id }) => id === commentId)).toBe(false);
    expect((await queue(admin, { state: "settled" })).items.some(({ id }) => id === commentId)).toBe(true);
  });
});

describe("decisions", () => {
  it("name a rule of the workspace where they are against somebody", async () => {
    const { commentId } = await makeComment();
    await expect(decided(admin, "comment", commentId, "hide", { rule: "" })).rejects.toEqual(failure("invalid", /rule/));
    await expect(decided(admin, "comment", commentId, "hide", { rule: "Because." })).rejects.toEqual(failure("invalid", /rule/));
  });

  it("are one where two moderators decide at once; the other hears of it", async () => {
    const { commentId } = await makeComment();
    await flagged(editor, "comment", commentId);
    const both = await Promise.allSettled([
      decided(admin, "comment", commentId, "hide", { last: null }),
      decided(second, "comment", commentId, "keep", { last: null }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []))).toEqual([failure("conflict", /Another moderator/)]);
    expect(await prisma.moderationDecision.count({ where: { subjectId: commentId } })).toBe(1);
  });

  it("are all taken, or none", async () => {
    const { commentId, claim } = await makeComment();
    const things = [
      { subject: "comment" as const, id: commentId },
      { subject: "claim" as const, id: claim.id },
    ];
    // The editor marked the claim: nobody decides about themselves.
    await expect(run(prisma, editor, decide, { things, kind: "hide", rule })).rejects.toEqual(failure("forbidden"));
    expect(await prisma.moderationDecision.count({ where: { subjectId: commentId } })).toBe(0);
    await run(prisma, admin, decide, { things, kind: "hide", rule });
    await run(prisma, admin, decide, { things, kind: "restore" });
    expect((await prisma.comment.findUniqueOrThrow({ where: { id: commentId } })).body).toBe("Nonsense, you fool.");
  });

  it("are never changed", async () => {
    const { commentId } = await makeComment();
    await decided(admin, "comment", commentId, "hide");
    await expect(prisma.moderationDecision.updateMany({ where: { subjectId: commentId }, data: { note: "Another story." } })).rejects.toThrow();
  });

  it("lock what nobody may change until it is unlocked", async () => {
    const { claim, threadId, commentId } = await makeComment();
    await decided(admin, "comment", commentId, "lock");
    await expect(run(prisma, editor, reply, { threadId, body: "And yet." })).rejects.toEqual(failure("closed", /locked this discussion/));
    await decided(admin, "claim", claim.id, "lock");
    const changed = { claimId: claim.id, version: claim.version, statement: "Something else" };
    await expect(run(prisma, editor, updateClaim, changed)).rejects.toEqual(failure("closed", /locked this claim/));
    await decided(admin, "claim", claim.id, "unlock");
    await run(prisma, editor, updateClaim, changed);
  });
});

describe("whom it concerns", () => {
  const told = async (viewer: Actor) =>
    (await listNotifications.run(viewer, listNotifications.schema.parse({}))).items.flatMap(({ kind, by, decision }) =>
      decision ? [{ kind, by, decided: decision.kind, appeal: decision.appeal }] : [],
    );

  it("is told of what was decided, of their reports, and of their appeals, and never by whom", async () => {
    const { commentId } = await makeComment();
    const author = reviewer;
    await prisma.notification.deleteMany();
    await flagged(editor, "comment", commentId);
    await decided(admin, "comment", commentId, "escalate");
    expect(await told(author)).toEqual([]);
    await decided(admin, "comment", commentId, "hide");
    expect(await told(author)).toEqual([{ kind: "moderated", by: null, decided: "hide", appeal: null }]);
    expect(await told(editor)).toEqual([{ kind: "report_settled", by: null, decided: "hide", appeal: null }]);
    expect((await getOwnModeration.run(editor, {})).flags[0]?.settled?.outcome).toBe("acted_on");
    const [own] = (await getOwnModeration.run(author, {})).decisions;
    const { id: appealId } = await run(prisma, author, makeAppeal, { decisionId: own?.id ?? "", text: "It was a joke." });
    await run(prisma, second, settleAppeal, { appealId, outcome: "granted", answer: "" });
    expect(await told(author)).toEqual(
      expect.arrayContaining([
        { kind: "appeal_settled", by: null, decided: "hide", appeal: "granted" },
        { kind: "moderated", by: null, decided: "restore", appeal: null },
      ]),
    );
    // What is shown again was reported in vain, and whoever did learns that, too.
    expect(await told(editor)).toContainEqual({ kind: "report_settled", by: null, decided: "restore", appeal: null });
    expect((await getOwnModeration.run(editor, {})).flags[0]?.settled?.outcome).toBe("dismissed");
    expect(await told(admin)).toEqual([]);
  });

  it("is told also when they may only read, and not of what they switched off", async () => {
    await prisma.notification.deleteMany();
    await decided(admin, "person", reader.userId, "warn");
    expect(await told(reader)).toEqual([{ kind: "moderated", by: null, decided: "warn", appeal: null }]);
    await run(prisma, reader, setSwitch, { kind: "moderated", inPage: false, mail: "off" });
    await decided(admin, "person", reader.userId, "warn");
    expect(await prisma.notification.count({ where: { userId: reader.userId } })).toBe(1);
  });
});

describe("appeals", () => {
  it("are made once, by whom it concerns, and answered by another moderator", async () => {
    const { commentId } = await makeComment();
    await decided(admin, "comment", commentId, "hide", { message: "Be civil, please." });
    const own = (await getOwnModeration.run(reviewer, {})).decisions[0];
    expect(own).toMatchObject({ kind: "hide", rule, message: "Be civil, please.", canAppeal: true });
    const decisionId = own?.id ?? "";
    await expect(run(prisma, editor, makeAppeal, { decisionId, text: "No." })).rejects.toEqual(failure("not_found"));
    const { id: appealId } = await run(prisma, reviewer, makeAppeal, { decisionId, text: "It was a joke between us." });
    await expect(run(prisma, reviewer, makeAppeal, { decisionId, text: "Please." })).rejects.toEqual(failure("duplicate"));
    expect((await queue(second, { state: "appealed" })).items.some(({ id }) => id === commentId)).toBe(true);
    await expect(run(prisma, admin, settleAppeal, { appealId, outcome: "refused" })).rejects.toEqual(failure("forbidden", /Another moderator/));
    await run(prisma, second, settleAppeal, { appealId, outcome: "granted", answer: "So it was." });
    expect((await prisma.comment.findUniqueOrThrow({ where: { id: commentId } })).body).toBe("Nonsense, you fool.");
    await expect(run(prisma, second, settleAppeal, { appealId, outcome: "refused" })).rejects.toEqual(failure("conflict"));
  });
});

describe("sanctions", () => {
  const session = (actor: Actor) => actorOfSession(actor.sessionId, new Date());

  it("let somebody read, and not write; or not come in, and end their streams, until they are lifted", async () => {
    const member = await createMember(prisma, { role: "reviewer", workspaceId });
    await expect(decided(editor, "person", member.userId, "restrict")).rejects.toEqual(failure("forbidden"));
    await decided(admin, "person", member.userId, "restrict", { until: "2999-01-01" });
    expect((await session(member))?.sanction).toEqual({ kind: "restrict", until: new Date("2999-01-01T23:59:59.999Z") });
    await decided(admin, "person", member.userId, "lift");
    expect((await session(member))?.sanction).toBeUndefined();
    await decided(admin, "person", member.userId, "suspend");
    expect((await session(member))?.sanction).toEqual({ kind: "suspend", until: null });
    expect(await actorsOfSessions([member.sessionId])).toEqual(new Map());
    expect(await prisma.sanction.count({ where: { userId: member.userId } })).toBe(2);
  });

  it("end with their day", async () => {
    const member = await createMember(prisma, { role: "reviewer", workspaceId });
    await expect(decided(admin, "person", member.userId, "suspend", { until: "2001-01-01" })).rejects.toEqual(failure("invalid", /not over yet/));
    await decided(admin, "person", member.userId, "suspend");
    await prisma.sanction.updateMany({ where: { userId: member.userId }, data: { until: new Date(Date.now() - 1000) } });
    expect((await session(member))?.sanction).toBeUndefined();
  });

  it("leave somebody who can run the workspace", async () => {
    const place = await createWorkspace(prisma);
    const [one, other] = [
      await createMember(prisma, { role: "admin", workspaceId: place.id }),
      await createMember(prisma, { role: "admin", workspaceId: place.id }),
    ];
    await expect(decided(one, "person", one.userId, "ban")).rejects.toEqual(failure("forbidden"));
    const both = await Promise.allSettled([decided(one, "person", other.userId, "ban"), decided(other, "person", one.userId, "ban")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
