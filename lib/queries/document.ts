import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id, toDay } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { BLOCK_TYPES, type Block } from "@/lib/domain/text";
import type { ClaimListView, ClaimSummaryView, ClaimView, DocumentView } from "@/lib/domain/views";
import { assignmentPolicy } from "@/lib/policies/assignment";
import { documentPolicy } from "@/lib/policies/document";
import { moderationPolicy } from "@/lib/policies/moderation";
import { publicationPolicy } from "@/lib/policies/publication";
import { claimView, shownTo } from "./claim";
import { anchorsByClaim, claimHeads } from "./claim-summaries";
import { lastSeen } from "./last-seen";
import { scaleSelect, toScaleView } from "./scale";

export interface WorkbenchView {
  document: DocumentView;
  claims: ClaimSummaryView[];
}

export const GetDocument = z.object({ documentId: Id });

/** A document with its current text and the claims marked in it. A fixed number of queries, however many the claims. */
export const getDocument = query(GetDocument, { summary: "Read a document with its text and a summary of its claims." }, async (actor, input) =>
  workbenchView(actor, input.documentId),
);

/** What the workbench shows. Throws `not_found`. */
export async function workbenchView(actor: Actor, documentId: string): Promise<WorkbenchView> {
  return readWorkbench(await db(), actor, documentId);
}

/** The same, also within a transaction. */
export async function readWorkbench(tx: Tx, actor: Actor, documentId: string): Promise<WorkbenchView> {
  const document = await readDocument(tx, actor, documentId);
  return { document, claims: await claimsIn(tx, actor, documentId, document.revision.id) };
}

/** The document with its current text alone. Throws `not_found`. */
export async function documentView(actor: Actor, documentId: string): Promise<DocumentView> {
  return readDocument(await db(), actor, documentId);
}

export const ListClaims = z.object({ documentId: Id });

/** The claims alone: a page asks for them while it shows the text already. */
export const listClaims = query(
  ListClaims,
  { summary: "List the claims of a document with their places in its current text." },
  async (actor, { documentId }) => claimListView(actor, documentId),
);

/** The claims of a document in its current text. Throws `not_found`. */
export async function claimListView(actor: Actor, documentId: string): Promise<ClaimListView> {
  const prisma = await db();
  const seq = await lastSeen(prisma, actor, documentId);
  const document = await prisma.document.findFirst({
    where: { id: documentId, workspaceId: actor.workspaceId, deletedAt: null },
    select: { revision: true },
  });
  if (!document) throw new AppError("not_found", "This document does not exist, or was deleted.");
  const { id: revisionId } = await prisma.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId, number: document.revision } },
    select: { id: true },
  });
  return { revisionId, seq, claims: await claimsIn(prisma, actor, documentId, revisionId) };
}

/** The claim, whole, when it belongs to the document. */
export async function claimOfDocument(actor: Actor, documentId: string, claimId: string): Promise<ClaimView | null> {
  const prisma = await db();
  const here = await prisma.claim.count({ where: { id: claimId, documentId, workspaceId: actor.workspaceId, ...shownTo(actor) } });
  return here > 0 ? claimView(prisma, actor, claimId) : null;
}

async function claimsIn(tx: Tx, actor: Actor, documentId: string, revisionId: string): Promise<ClaimSummaryView[]> {
  const heads = await claimHeads(tx, actor, documentId);
  const anchorsOf = await anchorsByClaim(tx, documentId, revisionId);
  return heads.map((head) => ({ ...head, anchors: anchorsOf.get(head.id) ?? [] }));
}

/** The document with its current text, also within a transaction. Throws `not_found`. */
export async function readDocument(tx: Tx, actor: Actor, documentId: string): Promise<DocumentView> {
  const seq = await lastSeen(tx, actor, documentId);
  const scope = { workspaceId: actor.workspaceId };
  const row = await tx.document.findFirst({
    where: { id: documentId, ...scope, deletedAt: null },
    omit: { searchText: true },
    include: { scale: { select: scaleSelect } },
  });
  if (!row) throw new AppError("not_found", "This document does not exist, or was deleted.");
  const [revision, memberships] = await Promise.all([
    tx.revision.findUniqueOrThrow({ where: { documentId_number: { documentId, number: row.revision } } }),
    tx.membership.findMany({ where: scope, select: { role: true, user: { select: { id: true, name: true } } }, orderBy: { user: { name: "asc" } } }),
  ]);
  return {
    id: row.id,
    title: row.title,
    author: row.author,
    publication: row.publication,
    publishedOn: toDay(row.publishedOn),
    kind: row.kind,
    state: row.state,
    language: row.language,
    url: row.url,
    marksApart: row.marksApart,
    version: row.version,
    revision: {
      id: revision.id,
      number: revision.number,
      text: revision.text,
      blocks: toBlocks(revision.blocks),
      wordCount: revision.wordCount,
      createdAt: revision.createdAt.toISOString(),
    },
    scale: toScaleView(row.scale),
    members: memberships.map(({ role, user }) => ({ ...user, role })),
    seq,
    can: {
      edit: row.lockedAt === null && documentPolicy.edit(actor, row),
      mark: row.lockedAt === null && documentPolicy.mark(actor) && !row.marksApart,
      assign: row.lockedAt === null && assignmentPolicy.assign(actor),
      delete: row.lockedAt === null && documentPolicy.delete(actor, row),
      seeAgreement: documentPolicy.seeAgreement(actor),
      seePublication: publicationPolicy.preview(actor),
      report: moderationPolicy.flag(actor, row.createdById),
      export: documentPolicy.export(),
      exportDesk: documentPolicy.exportDesk(actor),
      exportConfidential: documentPolicy.exportConfidential(actor),
    },
  };
}

/** The title for the browser's tab, and how many claims there are; null when the actor does not find the document. */
export async function workbenchHead(actor: Actor, documentId: string): Promise<{ title: string; claims: number } | null> {
  const prisma = await db();
  const row = await prisma.document.findFirst({
    where: { id: documentId, workspaceId: actor.workspaceId, deletedAt: null },
    select: { title: true, _count: { select: { claims: true } } },
  });
  return row && { title: row.title, claims: row._count.claims };
}

const StoredBlocks: z.ZodType<Block[]> = z.array(
  z.object({
    type: z.enum(BLOCK_TYPES),
    start: z.number(),
    end: z.number(),
    level: z.number().exactOptional(),
    speaker: z.string().exactOptional(),
    time: z.string().exactOptional(),
    marks: z.array(z.object({ type: z.enum(["strong", "emphasis", "code", "link"]), start: z.number(), end: z.number(), href: z.string().exactOptional() })),
  }),
);

/** The blocks as the importer wrote them, checked on the way out of the JSON column. */
export function toBlocks(stored: unknown): Block[] {
  return StoredBlocks.parse(stored);
}
