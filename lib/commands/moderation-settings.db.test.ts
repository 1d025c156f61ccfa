import { beforeAll, describe, expect, it } from "vitest";
import { editComment, reply } from "@/lib/commands/comments";
import { decide } from "@/lib/commands/decide";
import { addEvidence } from "@/lib/commands/evidence";
import { askQuestion } from "@/lib/commands/question";
import { createSource } from "@/lib/commands/source";
import { startThread } from "@/lib/commands/threads";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateModeration } from "@/lib/commands/update-moderation";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { USUAL_LIMITS } from "@/lib/domain/contribution-limits";
import { USUAL_RULES } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { contributionLimit } from "@/lib/queries/contribution-limit";
import { getModerationSettings, moderationSettings } from "@/lib/queries/moderation-settings";
import { createClaim, createMember, createWorkspace, evidenceInput, run } from "@/prisma/factories";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let reviewer: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  const { id: workspaceId } = await createWorkspace(prisma);
  admin = await createMember(prisma, { role: "admin", workspaceId });
  editor = await createMember(prisma, { role: "editor", workspaceId });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId });
});

const failure = (code: string, message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const set = async (changes: object) => run(prisma, admin, updateModeration, { version: (await moderationSettings(prisma, admin)).version, ...changes });

describe("the settings of moderation", () => {
  it("are for admins alone, and refuse what somebody else changed meanwhile", async () => {
    const { version } = await moderationSettings(prisma, admin);
    await expect(getModerationSettings.run(editor, {})).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, editor, updateModeration, { version, refusedTerms: "x" })).rejects.toEqual(failure("forbidden"));
    await set({ refusedTerms: "" });
    await expect(run(prisma, admin, updateModeration, { version, refusedTerms: "x" })).rejects.toEqual(failure("conflict"));
  });

  it("say by which rules moderators decide, in their order, and leave a trace", async () => {
    const claim = await createClaim(prisma, { actor: reviewer });
    const hide = (rule: string) => run(prisma, admin, decide, { things: [{ subject: "claim", id: claim.id }], kind: "hide", rule });
    const { moderationRules } = await set({ moderationRules: ["Second.", "  First \n of all. "] });
    expect(moderationRules).toEqual(["Second.", "First of all."]);
    await expect(hide(USUAL_RULES[0] ?? "")).rejects.toEqual(failure("invalid", /rule/));
    await hide("First of all.");
    expect(() => updateModeration.schema.parse({ version: 1, moderationRules: ["Same.", "Same."] })).toThrow(/say the same/);
    const [event] = await prisma.event.findMany({ where: { type: "workspace.updated" }, orderBy: { seq: "desc" }, take: 1 });
    expect(event?.data).toMatchObject({ before: { moderationRules: [] }, after: { moderationRules: ["Second.", "First of all."] } });
    await set({ moderationRules: [] });
  });

  it("say how much each role may contribute; what is not said stays as it was", async () => {
    await set({ contributionLimits: { reviewer: { minute: 2 } } });
    await set({ contributionLimits: { editor: { hour: 7 } } });
    expect(await contributionLimit(prisma, reviewer)).toEqual({ ...USUAL_LIMITS.reviewer, minute: 2 });
    expect(await contributionLimit(prisma, editor)).toEqual({ ...USUAL_LIMITS.editor, hour: 7 });
    expect(await contributionLimit(prisma, admin)).toEqual(USUAL_LIMITS.admin);
    expect(() => updateModeration.schema.parse({ version: 1, contributionLimits: { reader: { minute: 0 } } })).toThrow(/At least 1/);
  });

  it("refuse words and links wherever somebody writes, and say which", async () => {
    await set({ refusedTerms: "casino\nspam.example" });
    const claim = await createClaim(prisma, { actor: reviewer });
    const thread = await run(prisma, reviewer, startThread, { documentId: claim.documentId, claimId: claim.id, body: "Well?" });
    const [first] = thread.comments;
    const { source: _, ...evidence } = evidenceInput(claim.id);
    const source = { title: "A page", url: "https://shop.spam.example/x" };
    const refused = failure("invalid", /“(casino|spam\.example)” is on the list/);
    await expect(run(prisma, reviewer, startThread, { documentId: claim.documentId, body: "A Casino!" })).rejects.toEqual(refused);
    await expect(run(prisma, reviewer, reply, { threadId: thread.id, body: "See spam.example" })).rejects.toEqual(refused);
    await expect(run(prisma, reviewer, editComment, { commentId: first?.id ?? "", version: 1, body: "CASINO" })).rejects.toEqual(refused);
    const about = { claimId: claim.id, version: claim.version, mediaKind: "image" as const, mediaUrl: "https://pictures.spam.example/1.jpg" };
    await expect(run(prisma, reviewer, updateClaim, about)).rejects.toEqual(refused);
    await expect(run(prisma, reviewer, updateClaim, { claimId: claim.id, version: claim.version, statement: "Casino." })).rejects.toEqual(refused);
    await expect(run(prisma, reviewer, askQuestion, { claimId: claim.id, text: "Which casino?" })).rejects.toEqual(refused);
    await expect(run(prisma, reviewer, createSource, source)).rejects.toEqual(refused);
    await expect(run(prisma, reviewer, addEvidence, { ...evidence, source })).rejects.toEqual(refused);
    await expect(run(prisma, reviewer, addEvidence, { ...evidence, source: { title: "A page" }, note: "casino" })).rejects.toEqual(refused);
    // The words of others are evidence, whatever they are.
    await run(prisma, reviewer, addEvidence, { ...evidence, source: { title: "A page" }, quote: "The casino opened." });
    expect(await prisma.comment.count({ where: { threadId: thread.id } })).toBe(1);
    await set({ refusedTerms: "" });
  });
});
