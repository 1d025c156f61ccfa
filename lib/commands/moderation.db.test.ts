import { beforeAll, describe, expect, it } from "vitest";
import { assignClaim } from "@/lib/commands/assign-claims";
import { makeAppeal, settleAppeal } from "@/lib/commands/appeals";
import { reply } from "@/lib/commands/comments";
import { decide, type Decision } from "@/lib/commands/decide";
import { raiseFlag } from "@/lib/commands/flags";
import { addEvidence, trashEvidence } from "@/lib/commands/evidence";
import { setSwitch } from "@/lib/commands/notifications";
import { setPublicPage } from "@/lib/commands/set-public-page";
import { startThread } from "@/lib/commands/threads";
import { marksOf } from "@/lib/commands/thing-marks";
import { undoDecisions } from "@/lib/commands/undo-decisions";
import { updateClaim } from "@/lib/commands/update-claim";
import { actorsOfSessions, actorOfSession } from "@/lib/auth/actor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { MODERATION_SUBJECTS, USUAL_RULES, type ModerationSubject } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { getClaim } from "@/lib/queries/claim";
import { getPublication } from "@/lib/queries/publication";
import { listNotifications } from "@/lib/queries/notifications";
import { listQueue, moderatedViews } from "@/lib/queries/moderation-queue";
import { getOwnModeration } from "@/lib/queries/moderation-own";
import { createClaim, createDocument, createMember, createWorkspace, evidenceInput, run, SAMPLE_TEXT } from "@/prisma/factories";

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
const decided = (actor: Actor, subject: ModerationSubject, id: string, kind: Decision["kind"], more: object = {}) =>
  run(prisma, actor, decide, { things: [{ subject, id, ...("last" in more ? { last: more.last as string | null } : {}) }], kind, rule, ...more });
const flagged = (actor: Actor, subject: ModerationSubject, id: string) => run(prisma, actor, raiseFlag, { subject, id, reason: "offensive", note: "Look." });

/** A JSON record without one of its fields. */
const leaving = (json: unknown, field: string) => Object.fromEntries(Object.entries(Object(json)).filter(([name]) => name !== field));

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
    const about = (await queue(admin, { subject: "claim" })).items.find(({ id }) => id === claim.id);
    expect(about?.passage.filter(({ quoted }) => quoted).map(({ text }) => text)).toEqual(claim.anchors.map(({ exact }) => exact));
    expect(SAMPLE_TEXT).toContain(
      about?.passage
        .map(({ text }) => text)
        .join("")
        .replace(/…/g, "")
        .trim(),
    );
  });

  it("are taken again once the thing has changed since the decision, or for another reason", async () => {
    const { document, claim, threadId, commentId } = await makeComment();
    const member = await createMember(prisma, { role: "reviewer", workspaceId });
    const { evidence } = await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const [piece, { id: pageId }] = [
      evidence[0],
      await prisma.publicPage.create({ data: { workspaceId, documentId: document.id, slug: "again", createdById: editor.userId } }),
    ];
    const ids: Record<ModerationSubject, string> = {
      ...{ document: document.id, claim: claim.id, comment: commentId, person: member.userId, page: pageId },
      ...{ evidence: piece?.id ?? "", source: piece?.source.id ?? "" },
    };
    const again = failure("duplicate", /kept it as it is\. Nothing has changed since/);
    const later = new Date(Date.now() + 60_000);
    /** Each changes as by its own command; nothing else does. */
    const changes: Record<ModerationSubject, () => Promise<unknown>> = {
      document: () =>
        prisma.event.create({ data: { ...{ workspaceId, documentId: document.id, actorId: editor.userId }, type: "document.revised", data: {}, at: later } }),
      claim: () => prisma.claim.update({ where: { id: claim.id }, data: { updatedAt: later } }),
      evidence: () => prisma.evidence.update({ where: { id: ids.evidence }, data: { updatedAt: later } }),
      comment: () => prisma.comment.update({ where: { id: commentId }, data: { editedAt: later } }),
      source: () => prisma.source.update({ where: { id: ids.source }, data: { updatedAt: later } }),
      person: () => run(prisma, member, reply, { threadId, body: "Me again." }),
      page: () => prisma.event.create({ data: { ...{ workspaceId, documentId: document.id, actorId: editor.userId }, type: "page.set", data: {}, at: later } }),
    };
    for (const subject of MODERATION_SUBJECTS) await flagged(second, subject, ids[subject]);
    await run(prisma, admin, decide, { things: MODERATION_SUBJECTS.map((subject) => ({ subject, id: ids[subject] })), kind: "keep" });
    for (const subject of MODERATION_SUBJECTS) await expect(flagged(second, subject, ids[subject]), subject).rejects.toEqual(again);
    await flagged(editor, "comment", commentId);
    await run(prisma, second, raiseFlag, { subject: "person", id: member.userId, reason: "spam" });
    await decided(admin, "person", member.userId, "keep");
    // What evidence and claim say hangs on source and evidence: those that hang on others first.
    for (const subject of ["claim", "evidence", "source", "document", "comment", "person", "page"] as const) {
      await expect(flagged(second, subject, ids[subject]), subject).rejects.toEqual(again);
      await changes[subject]();
      await flagged(second, subject, ids[subject]);
    }
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
    const { document, claim, threadId, commentId } = await makeComment();
    await decided(admin, "comment", commentId, "lock");
    await expect(run(prisma, editor, reply, { threadId, body: "And yet." })).rejects.toEqual(failure("closed", /locked this discussion/));
    await decided(admin, "claim", claim.id, "lock");
    const changed = { claimId: claim.id, version: claim.version, statement: "Something else" };
    await expect(run(prisma, editor, updateClaim, changed)).rejects.toEqual(failure("closed", /locked this claim/));
    await decided(admin, "claim", claim.id, "unlock");
    await run(prisma, editor, updateClaim, changed);

    const { evidence } = await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const evidenceId = evidence[0]?.id ?? "";
    await decided(admin, "evidence", evidenceId, "lock");
    await expect(run(prisma, editor, trashEvidence, { evidenceId })).rejects.toEqual(failure("closed", /locked this evidence/));
    expect((await getClaim.run(editor, { claimId: claim.id })).evidence[0]).toMatchObject({ closed: "locked", can: { edit: false } });
    const place = { workspaceId, documentId: document.id };
    const page = await prisma.publicPage.create({ data: { ...place, slug: "locked", createdById: editor.userId }, select: { id: true, version: true } });
    await decided(admin, "page", page.id, "lock");
    const back = { documentId: document.id, version: page.version, revoked: true };
    await expect(run(prisma, editor, setPublicPage, back)).rejects.toEqual(failure("closed", /locked this public page/));
    expect(await getPublication.run(editor, { documentId: document.id })).toMatchObject({ page: { locked: true }, can: { publish: false, setPage: false } });
    await run(prisma, editor, trashEvidence, { evidenceId: (await decided(admin, "evidence", evidenceId, "unlock"))[0]?.id ?? "" });
    await decided(admin, "page", page.id, "unlock");
    await run(prisma, editor, setPublicPage, back);
  });

  it("show no evidence whose source is hidden, also where hiding it is taken back", async () => {
    const { claim } = await makeComment();
    const { evidence } = await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const [id, sourceId] = [evidence[0]?.id ?? "", evidence[0]?.source.id ?? ""];
    const [view] = await decided(admin, "evidence", id, "hide");
    await decided(admin, "source", sourceId, "hide");
    const refused = failure("conflict", /hidden the source/);
    await expect(decided(admin, "evidence", id, "restore")).rejects.toEqual(refused);
    await expect(run(prisma, admin, undoDecisions, { decisionIds: [view?.history[0]?.id ?? ""] })).rejects.toEqual(refused);
  });
});

describe("what was just decided", () => {
  const undone = (actor: Actor, ...decisionIds: string[]) => run(prisma, actor, undoDecisions, { decisionIds });
  /** How a thing stands, for moderators and in the database, but for what was decided about it. */
  async function standing(subject: ModerationSubject, id: string) {
    const [view] = await moderatedViews(prisma, second, [{ subject, id }], new Date());
    const { version: _, ...marks } = await marksOf(prisma, workspaceId, { subject, id }, new Date());
    const unread = await prisma.notification.count({ where: { decisionId: { not: null }, readAt: null } });
    return { ...view, history: null, marks, unread };
  }

  it("has a row with before and after, and is taken back by whom it was, with all that came of it", { timeout: 300_000 }, async () => {
    const { document, claim, commentId } = await makeComment();
    const member = await createMember(prisma, { role: "reviewer", workspaceId });
    await run(prisma, admin, assignClaim, { claimId: claim.id, assign: [member.userId] });
    const { evidence } = await run(prisma, editor, addEvidence, evidenceInput(claim.id));
    const piece = { evidence: evidence[0]?.id ?? "", source: evidence[0]?.source.id ?? "" };
    const place = { workspaceId, documentId: document.id };
    const page = await prisma.publicPage.create({ data: { ...place, slug: "taken-back", createdById: editor.userId }, select: { id: true } });
    const ids: Record<ModerationSubject, string> = {
      ...{ document: document.id, claim: claim.id, comment: commentId, person: member.userId, page: page.id, ...piece },
    };
    // Each kind of thing is reported by who sees it, once, and is not there for a stranger.
    for (const subject of MODERATION_SUBJECTS) {
      await expect(flagged(stranger, subject, ids[subject])).rejects.toEqual(failure("not_found"));
      await flagged(second, subject, ids[subject]);
      await expect(flagged(second, subject, ids[subject])).rejects.toEqual(failure("duplicate"));
    }

    const held: [ModerationSubject, string][] = [];
    await prisma.workspace.update({ where: { id: workspaceId }, data: { heldTerms: "glyph" } });
    const spoken = await run(prisma, reviewer, startThread, { documentId: document.id, body: "A glyph." });
    held.push(["comment", spoken.comments[0]?.id ?? ""]);
    const given = { ...evidenceInput(claim.id), note: "A glyph.", source: { title: "A page of glyphs" } };
    const waiting = await run(prisma, reviewer, addEvidence, given);
    held.push(["evidence", waiting.evidence.find(({ closed }) => closed)?.id ?? ""]);
    await prisma.workspace.update({ where: { id: workspaceId }, data: { heldTerms: "" } });
    await prisma.notification.deleteMany();

    const check = async (subject: ModerationSubject, id: string, kind: Decision["kind"]) => {
      const before = await standing(subject, id);
      const [view] = await decided(admin, subject, id, kind);
      const decisionId = view?.history[0]?.id ?? "";
      const row = await prisma.moderationDecision.findUniqueOrThrow({ where: { id: decisionId } });
      expect({ subject, kind, before: row.before }).not.toEqual({ subject, kind, before: row.after });
      const after = await standing(subject, id);
      expect({ subject, kind, stands: after }).not.toEqual({ subject, kind, stands: before });
      await undone(admin, decisionId);
      expect({ subject, kind, stands: await standing(subject, id) }).toEqual({ subject, kind, stands: before });
      const back = await prisma.moderationDecision.findUniqueOrThrow({ where: { undoesId: decisionId } });
      expect(back.before).toEqual(row.after);
      expect(row.before).toMatchObject(leaving(back.after, "version"));
    };
    const reported = ["keep", "resolve", "escalate", "warn"] as const;
    const kinds: Record<ModerationSubject, Decision["kind"][]> = {
      document: ["hide", "delete", "lock"],
      claim: [...reported, "hide", "delete", "lock"],
      evidence: ["hide", "delete", "lock"],
      comment: ["keep", "hide", "lock"],
      source: ["hide", "delete", "lock"],
      page: ["hide", "lock"],
      person: ["keep", "warn", "approve_first", "restrict", "suspend", "ban"],
    };
    for (const [subject, each] of Object.entries(kinds) as [ModerationSubject, Decision["kind"][]][])
      for (const kind of each) await check(subject, ids[subject], kind);
    expect(await prisma.assignment.count({ where: { personId: member.userId, endedAt: null } })).toBe(1);
    expect((await prisma.comment.findUniqueOrThrow({ where: { id: commentId } })).body).toBe("Nonsense, you fool.");

    for (const [subject, id] of held) {
      await check(subject, id, "approve");
      await check(subject, id, "hide");
    }
    expect(await prisma.source.count({ where: { title: "A page of glyphs", heldAt: { not: null } } })).toBe(1);

    const taken: [ModerationSubject, Decision["kind"], Decision["kind"]][] = [
      ["claim", "lock", "unlock"],
      ["person", "suspend", "lift"],
      ...(["comment", "evidence", "source", "page", "claim", "document"] as const).map(
        (subject) => [subject, "hide", "restore"] as [ModerationSubject, "hide", "restore"],
      ),
    ];
    for (const [subject, first, then] of taken) {
      await decided(admin, subject, ids[subject], first);
      await check(subject, ids[subject], then);
      await decided(admin, subject, ids[subject], then);
    }
  });

  it("is not taken back by others, later, twice, or after anything else was decided; who heard of it hears that it is", async () => {
    const { commentId, claim } = await makeComment();
    const [view] = await decided(admin, "comment", commentId, "hide");
    const decisionId = view?.history[0]?.id ?? "";
    await expect(undone(second, decisionId)).rejects.toEqual(failure("not_found"));
    await expect(undone({ ...admin, role: "reviewer" }, decisionId)).rejects.toEqual(failure("forbidden"));
    await expect(undone(stranger, decisionId)).rejects.toEqual(failure("not_found"));
    await prisma.notification.updateMany({ where: { decisionId }, data: { readAt: new Date() } });
    await undone(admin, decisionId);
    await expect(undone(admin, decisionId)).rejects.toEqual(failure("conflict", /changed since/));
    expect(await prisma.notification.count({ where: { userId: reviewer.userId, decision: { kind: "undo", undoesId: decisionId } } })).toBe(1);
    const own = (await getOwnModeration.run(reviewer, {})).decisions.find(({ id }) => id === decisionId);
    expect(own).toMatchObject({ kind: "hide", undone: true, canAppeal: false });
    await expect(run(prisma, reviewer, makeAppeal, { decisionId, text: "No." })).rejects.toEqual(failure("closed"));
    // All of several, or none: of the two, one is another's.
    const [mine] = await decided(admin, "claim", claim.id, "keep");
    const [theirs] = await decided(second, "comment", commentId, "keep");
    await expect(undone(admin, mine?.history[0]?.id ?? "", theirs?.history[0]?.id ?? "")).rejects.toEqual(failure("not_found"));
    expect(await prisma.moderationDecision.count({ where: { subjectId: claim.id } })).toBe(1);
    const gone = await decided(admin, "comment", commentId, "delete");
    await expect(undone(admin, gone[0]?.history[0]?.id ?? "")).rejects.toEqual(failure("closed", /cannot be taken back/));
    const at = new Date(Date.now() - 11 * 60_000);
    const data = { workspaceId, subject: "claim" as const, subjectId: claim.id, kind: "keep" as const, before: {}, after: {}, byId: admin.userId, at };
    const old = await prisma.moderationDecision.create({ data, select: { id: true } });
    await expect(undone(admin, old.id)).rejects.toEqual(failure("closed", /within 10 minutes/));
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
    await decided(admin, "comment", commentId, "warn");
    const warned = (await getOwnModeration.run(reviewer, {})).decisions[0]?.id ?? "";
    const again = await run(prisma, reviewer, makeAppeal, { decisionId: warned, text: "Why?" });
    await run(prisma, second, settleAppeal, { appealId: again.id, outcome: "refused", answer: "So." });
    const rows = await prisma.moderationDecision.findMany({ where: { subjectId: commentId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    expect(rows.map(({ kind }) => kind)).toEqual(["hide", "restore", "warn", "uphold"]);
    expect(rows.at(-1)).toMatchObject({ before: { appeal: null }, after: { appeal: "refused" }, byId: second.userId });
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
