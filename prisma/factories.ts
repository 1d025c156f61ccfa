import { type z } from "zod";
import { addEvidence, type AddEvidence } from "@/lib/commands/evidence";
import { type CreateClaim, createClaim as markClaim } from "@/lib/commands/create-claim";
import { type CreateDocument, createDocument as bringIn } from "@/lib/commands/create-document";
import type { Command, PublicCommand } from "@/lib/commands/command";
import { reviseDocument, type ReviseDocument } from "@/lib/commands/revise-document";
import { moveClaim } from "@/lib/commands/move-claim";
import { hashPassword } from "@/lib/commands/password";
import { type RuleClaim, ruleClaim } from "@/lib/commands/rule-claim";
import { addScaleTemplates } from "@/lib/commands/set-up-workspace";
import type { Tx } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { ClaimState } from "@/lib/domain/claim";
import type { BlockInput } from "@/lib/domain/revision";
import type { Actor, Role } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";

/* Records for the seed, the database tests and the journeys. Each makes the parents it was not given, by the real commands. */

/** What every made account's password is, unless said. */
export const PASSWORD = "correct horse battery";

let counter = 0;
const hashes = new Map<string, Promise<string>>();

/** Runs a command as the API would: checked input, preparation, one transaction, and what follows it. */
export async function run<Schema extends z.ZodType, Prepared, Result>(
  prisma: PrismaClient,
  actor: Actor,
  operation: Command<Schema, Prepared, Result>,
  input: z.input<Schema>,
): Promise<Result> {
  const parsed = operation.schema.parse(input);
  const prepared = await operation.prepare(actor, parsed);
  const result = await prisma.$transaction((tx) => operation.run({ actor, tx, now: new Date() }, parsed, prepared));
  return operation.after ? operation.after(actor, parsed, result) : result;
}

/** Runs a command of somebody without an account as the API would, at a moment. */
export async function runPublic<Schema extends z.ZodType, Prepared, Result>(
  prisma: PrismaClient,
  operation: PublicCommand<Schema, Prepared, Result>,
  input: z.input<Schema>,
  now = new Date(),
): Promise<Result> {
  const parsed = operation.schema.parse(input);
  const prepared = await operation.prepare(parsed);
  return prisma.$transaction((tx) => operation.run({ tx, now }, parsed, prepared));
}

/** Runs a command in a transaction that is open already; only one whose preparation asks no database. */
export async function perform<Schema extends z.ZodType, Prepared, Result>(
  tx: Tx,
  actor: Actor,
  operation: Command<Schema, Prepared, Result>,
  input: z.input<Schema>,
): Promise<Result> {
  const parsed = operation.schema.parse(input);
  const prepared = await operation.prepare(actor, parsed);
  return operation.run({ actor, tx, now: new Date() }, parsed, prepared);
}

/** A workspace with the scale templates. */
export async function createWorkspace(prisma: PrismaClient, given: { name?: string } = {}): Promise<{ id: string }> {
  return prisma.$transaction(async (tx) => {
    const workspace = await tx.workspace.create({ data: { name: given.name ?? "Foreign desk" }, select: { id: true } });
    await addScaleTemplates(tx, workspace.id);
    return workspace;
  });
}

interface GivenMember {
  workspaceId?: string;
  role?: Role;
  email?: string;
  name?: string;
  password?: string;
  demo?: boolean;
  /** True for an address that was only typed. */
  unproven?: boolean;
}

/** A person with a role in a workspace and an open session. */
export async function createMember(prisma: PrismaClient, given: GivenMember = {}): Promise<Actor> {
  const role = given.role ?? "reviewer";
  const workspaceId = given.workspaceId ?? (await createWorkspace(prisma)).id;
  counter += 1;
  const email = given.email ?? `${role}-${String(counter)}@example.org`;
  const name = given.name ?? `Person ${String(counter)}`;
  const user = await prisma.user.create({
    data: {
      ...{ email, name, passwordHash: await hashOf(given.password ?? PASSWORD), demo: given.demo ?? false, provenAt: given.unproven ? null : new Date() },
      memberships: { create: { workspaceId, role } },
    },
    select: { id: true },
  });
  const session = await prisma.session.create({ data: { userId: user.id, expiresAt: new Date(Date.now() + 86_400_000) }, select: { id: true } });
  return { userId: user.id, name, email, sessionId: session.id, workspaceId, role };
}

/** Three paragraphs, in which one claim is interrupted by a clause and one sentence stands twice. */
export const SAMPLE_TEXT = `The bridge opened in 1932. Its tolls, which were raised twice, paid for the whole work within ten years.

The mayor said that traffic doubled last year. Nobody had counted.

In the debate the mayor said that traffic doubled last year. 🌉 Engineers disagreed.`;

export interface MadeDocument {
  id: string;
  revisionId: string;
  text: string;
}

/** A document with one revision, brought in by an editor. */
export async function createDocument(prisma: PrismaClient, given: { actor?: Actor; text?: string; title?: string } = {}): Promise<MadeDocument> {
  const actor = given.actor ?? (await createMember(prisma, { role: "editor" }));
  const input: z.input<typeof CreateDocument> = {
    title: given.title ?? "The bridge and its tolls",
    source: { kind: "paste", text: given.text ?? SAMPLE_TEXT },
  };
  const { id } = await run(prisma, actor, bringIn, input);
  const revision = await prisma.revision.findFirstOrThrow({ where: { documentId: id }, select: { id: true, text: true } });
  return { id, revisionId: revision.id, text: revision.text };
}

/** Corrects the document's current text, by an editor; what is made with the answer lies on the new revision. */
export async function correctDocument(
  prisma: PrismaClient,
  given: { actor: Actor; document: MadeDocument; edit: (text: string) => string; note?: string },
): Promise<MadeDocument> {
  const { actor, document } = given;
  const base = await prisma.revision.findFirstOrThrow({ where: { documentId: document.id }, orderBy: { number: "desc" } });
  const input: z.input<typeof ReviseDocument> = {
    documentId: document.id,
    base: base.number,
    blocks: blocksOf(given.edit(base.text)),
    ...(given.note === undefined ? {} : { note: given.note }),
  };
  const { revision } = (await run(prisma, actor, reviseDocument, input)).document;
  return { id: document.id, revisionId: revision.id, text: revision.text };
}

/** A text as its paragraphs, the way a page sends what was edited. */
export function blocksOf(text: string): BlockInput[] {
  return text.split("\n\n").map((paragraph) => ({ type: "paragraph", text: paragraph }));
}

/** A claim on a quote of the document, led to a state by its editor along the workflow. */
export async function createClaim(
  prisma: PrismaClient,
  given: { actor?: Actor; document?: MadeDocument; quote?: string; state?: ClaimState } = {},
): Promise<ClaimView> {
  const actor = given.actor ?? (await createMember(prisma, { role: "editor" }));
  const document = given.document ?? (await createDocument(prisma, { actor }));
  const input: z.input<typeof CreateClaim> = {
    documentId: document.id,
    revisionId: document.revisionId,
    fragments: [{ exact: given.quote ?? "The bridge opened in 1932" }],
  };
  return leadTo(prisma, actor, await run(prisma, actor, markClaim, input), given.state ?? "spotted");
}

/** Evidence from a new source, for tests that need some. */
export function evidenceInput(claimId: string): z.input<typeof AddEvidence> {
  return {
    claimId,
    stance: "supports",
    quote: "Opened to traffic on 19 March 1932.",
    source: { title: "City archive, bridge file", type: "official_record", primary: true },
  };
}

/** A ruling with the first label of the document's scale. */
export async function rulingInput(prisma: PrismaClient, claim: ClaimView): Promise<z.input<typeof RuleClaim>> {
  const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { documents: { some: { id: claim.documentId } } } }, orderBy: { position: "asc" } });
  return {
    claimId: claim.id,
    version: claim.ruling?.version ?? null,
    labelId: label.id,
    summary: "The records agree.",
    justification: "The city archive names the day.",
  };
}

const ROUTE: Partial<Record<ClaimState, ClaimState[]>> = {
  skipped: ["skipped"],
  researching: ["researching"],
  in_review: ["researching", "in_review"],
  contested: ["researching", "in_review", "contested"],
  adjudicated: ["researching", "in_review", "contested", "adjudicated"],
  approved: ["researching", "in_review", "approved"],
};

async function leadTo(prisma: PrismaClient, actor: Actor, marked: ClaimView, state: ClaimState): Promise<ClaimView> {
  let claim = marked;
  if (state === "approved") {
    claim = await run(prisma, actor, addEvidence, evidenceInput(claim.id));
    claim = await run(prisma, actor, ruleClaim, await rulingInput(prisma, claim));
  }
  for (const to of ROUTE[state] ?? []) {
    if (claim.state === to || !claim.can.moveTo.includes(to)) continue;
    claim = await run(prisma, actor, moveClaim, {
      claimId: claim.id,
      version: claim.version,
      to,
      ...(to === "skipped" ? { skipReason: "opinion" as const } : {}),
    });
  }
  return claim;
}

async function hashOf(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
}
