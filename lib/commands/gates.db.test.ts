import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addContact, restoreContact, trashContact } from "@/lib/commands/contact";
import { addEvidence, updateEvidence } from "@/lib/commands/evidence";
import { moveClaim } from "@/lib/commands/move-claim";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { changeThread, startThread } from "@/lib/commands/threads";
import { updateWorkspace } from "@/lib/commands/update-workspace";
import { verifyQuote } from "@/lib/commands/verify-quote";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { AppError } from "@/lib/domain/errors";
import { GATE_RULES_DEFAULT, type GateRules } from "@/lib/domain/gate";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { getClaim } from "@/lib/queries/claim";
import { listClaimEvents } from "@/lib/queries/history";
import { createClaim, createDocument, createMember, evidenceInput, rulingInput, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let second: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  admin = await createMember(prisma, { role: "admin" });
  const { workspaceId } = admin;
  editor = await createMember(prisma, { role: "editor", workspaceId });
  second = await createMember(prisma, { role: "editor", workspaceId });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
  document = await createDocument(prisma, { actor: editor });
});

beforeEach(() => ask({}));

async function ask(rules: Partial<GateRules>): Promise<void> {
  const { version } = await prisma.workspace.findUniqueOrThrow({ where: { id: admin.workspaceId } });
  await run(prisma, admin, updateWorkspace, { version, ...GATE_RULES_DEFAULT, ...rules });
}

/** In review, with a ruling by the editor and one primary source that has no address. */
async function ruled(): Promise<ClaimView> {
  const claim = await createClaim(prisma, { actor: editor, document, state: "in_review" });
  const proved = await run(prisma, reviewer, addEvidence, evidenceInput(claim.id));
  return run(prisma, editor, ruleClaim, await rulingInput(prisma, proved));
}

const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const approve = (claim: ClaimView, actor = editor) => run(prisma, actor, moveClaim, { claimId: claim.id, version: claim.version, to: "approved" });
const contact = { contactedOn: "2026-11-20", channel: "E-mail to the press office", outcome: "no_answer" as const };

describe("what a workspace asks for before approval", () => {
  it("is nothing more than ever, unless it is set", async () => {
    expect((await approve(await ruled())).state).toBe("approved");
  });

  it("holds for every claim of it, named one by one, and not for another workspace", async () => {
    await ask({ minSources: 2, quotesVerified: true, claimantContacted: true, secondSignature: true });
    const claim = await ruled();
    await expect(approve(claim)).rejects.toEqual(failure("gate_not_met", /2 sources.*verified.*contacted.*signature/));
    const elsewhere = await createClaim(prisma, { actor: stranger, state: "approved" });
    expect(elsewhere.state).toBe("approved");
  });

  it("is met by a second source, a verified quote, a noted contact and another editor", async () => {
    await ask({ minSources: 2, quotesVerified: true, claimantContacted: true, secondSignature: true, primarySource: true });
    const claim = await ruled();
    const [evidence] = claim.evidence;
    await run(prisma, reviewer, addEvidence, { claimId: claim.id, stance: "context", source: { title: "Another" } });
    await run(prisma, reviewer, verifyQuote, { evidenceId: evidence?.id ?? "", version: evidence?.version ?? 0, verified: true });
    const ready = await run(prisma, reviewer, addContact, { claimId: claim.id, ...contact });
    await expect(approve(ready)).rejects.toEqual(failure("gate_not_met", /second signature/i));
    expect((await getClaim.run(second, { claimId: claim.id })).gate.filter((condition) => !condition.met)).toEqual([]);
    expect((await approve(ready, second)).state).toBe("approved");
  });

  it("stops at an open thread that blocks, until it is resolved or the workspace does not mind", async () => {
    const claim = await ruled();
    const thread = await run(prisma, reviewer, startThread, { documentId: document.id, claimId: claim.id, body: "Which bridge?", blocking: true });
    await expect(approve(claim)).rejects.toEqual(failure("gate_not_met", /thread that blocks/));
    await run(prisma, reviewer, changeThread, { threadId: thread.id, version: thread.version, resolved: true });
    expect((await approve(claim)).state).toBe("approved");
    const other = await ruled();
    await run(prisma, reviewer, startThread, { documentId: document.id, claimId: other.id, body: "And which year?", blocking: true });
    await ask({ noBlockingThreads: false });
    expect((await approve(other)).state).toBe("approved");
  });

  it("wants archived copies of what has an address", async () => {
    await ask({ archived: true });
    const claim = await ruled();
    const source = { title: "On the web", url: "https://example.org/web" };
    const proved = await run(prisma, reviewer, addEvidence, { claimId: claim.id, stance: "supports", source });
    await expect(approve(proved)).rejects.toEqual(failure("gate_not_met", /archived copy/));
    const added = proved.evidence.find((each) => each.source.title === "On the web");
    const archiveUrl = "https://web.archive.org/web/2026/https://example.org/web";
    const kept = await run(prisma, reviewer, updateEvidence, { evidenceId: added?.id ?? "", version: added?.version ?? 0, archiveUrl });
    expect((await approve(kept)).state).toBe("approved");
  });
});

describe("a verified quote", () => {
  it("names who found it, and falls when the quote changes, not when anything else does", async () => {
    const [evidence] = (await ruled()).evidence;
    const id = evidence?.id ?? "";
    const verified = await run(prisma, second, verifyQuote, { evidenceId: id, version: 1, verified: true });
    expect(verified.evidence[0]?.quoteVerified).toMatchObject({ by: { id: second.userId } });
    const noted = await run(prisma, reviewer, updateEvidence, { evidenceId: id, version: 2, note: "Page 4." });
    expect(noted.evidence[0]?.quoteVerified).not.toBeNull();
    const changed = await run(prisma, reviewer, updateEvidence, { evidenceId: id, version: 3, quote: "Opened in March." });
    expect(changed.evidence[0]?.quoteVerified).toBeNull();
    await expect(run(prisma, second, verifyQuote, { evidenceId: id, version: 1, verified: true })).rejects.toEqual(failure("conflict"));
    await run(prisma, reviewer, updateEvidence, { evidenceId: id, version: 4, quote: "" });
    await expect(run(prisma, second, verifyQuote, { evidenceId: id, version: 5, verified: true })).rejects.toEqual(failure("invalid", /no quote/));
    await expect(run(prisma, reader, verifyQuote, { evidenceId: id, version: 5, verified: true })).rejects.toEqual(failure("forbidden"));
    await expect(run(prisma, stranger, verifyQuote, { evidenceId: id, version: 5, verified: true })).rejects.toEqual(failure("not_found"));
  });
});

describe("contacts with the claimant", () => {
  it("are noted, taken away and brought back, and are for those who work on claims", async () => {
    const claim = await createClaim(prisma, { actor: editor, document });
    const noted = await run(prisma, reviewer, addContact, { claimId: claim.id, ...contact, note: "Asked for the figures." });
    expect(noted.contacts).toMatchObject([{ ...contact, note: "Asked for the figures.", createdBy: { id: reviewer.userId } }]);
    expect((await getClaim.run(reader, { claimId: claim.id })).contacts).toEqual([]);
    const types = async (actor: Actor) => (await listClaimEvents.run(actor, { claimId: claim.id })).items.map((event) => event.type);
    expect(await types(reviewer)).toContain("contact.added");
    expect(await types(reader)).not.toContain("contact.added");
    const contactId = noted.contacts[0]?.id ?? "";
    expect((await run(prisma, reviewer, trashContact, { contactId })).contacts).toEqual([]);
    await expect(run(prisma, reviewer, trashContact, { contactId })).rejects.toEqual(failure("not_found"));
    expect((await run(prisma, reviewer, restoreContact, { contactId })).contacts).toHaveLength(1);
    await expect(run(prisma, stranger, trashContact, { contactId })).rejects.toEqual(failure("not_found"));
    await expect(run(prisma, reader, addContact, { claimId: claim.id, ...contact })).rejects.toEqual(failure("forbidden"));
    expect(addContact.schema.safeParse({ claimId: "c", ...contact, channel: " " }).error?.issues[0]?.path).toEqual(["channel"]);
  });
});
