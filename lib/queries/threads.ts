import { z } from "zod";
import { describeSpan } from "@/lib/anchoring/describe";
import { createLocator, type Locator } from "@/lib/anchoring/locate";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { documentInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import type { CommentView, ThreadView, ThreadWords } from "@/lib/domain/thread";
import { authorize } from "@/lib/policies/authorize";
import { isConfidential } from "@/lib/domain/evidence";
import { seesConfidential } from "@/lib/policies/source";
import { seesComment, threadPolicy } from "@/lib/policies/thread";
import { assessedSelect, toAssessed } from "./assessed-claim";

const person = { select: { id: true, name: true } } as const;

const threadSelect = (viewerId: string) =>
  ({
    ...{ id: true, documentId: true, start: true, end: true, blocking: true, resolvedAt: true, lockedAt: true, version: true, createdById: true },
    resolvedBy: person,
    claim: { select: { id: true, number: true, lockedAt: true, ...assessedSelect } },
    document: { select: { lockedAt: true } },
    evidence: { select: { id: true, confidential: true, source: { select: { title: true, confidential: true } } } },
    revision: { select: { number: true, text: true } },
    seen: { where: { userId: viewerId }, select: { seenAt: true } },
    comments: {
      select: {
        id: true,
        authorId: true,
        author: person,
        body: true,
        version: true,
        createdAt: true,
        editedAt: true,
        deletedAt: true,
        hiddenAt: true,
        heldBody: true,
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    },
  }) satisfies Prisma.ThreadSelect;

type ThreadRow = Prisma.ThreadGetPayload<{ select: ReturnType<typeof threadSelect> }>;

export const ListThreads = z.object({
  documentId: Id,
  /** Only those about this claim and its evidence. */
  claimId: Id.optional(),
});

/** The discussions of a document, oldest first, as far as the actor may know of them. */
export const listThreads = query(
  ListThreads,
  { summary: "List the discussions of a document, or of one claim." },
  async (actor, input): Promise<ThreadView[]> => {
    const prisma = await db();
    const document = await documentInScope(prisma, actor, input.documentId);
    authorize(threadPolicy, actor, "read");
    const { claimId } = input;
    const rows = await prisma.thread.findMany({
      where: {
        documentId: document.id,
        OR: [{ claimId: null }, { claim: { deletedAt: null } }],
        AND: [{ OR: [{ evidenceId: null }, { evidence: { deletedAt: null } }] }],
        ...(claimId === undefined ? {} : { claimId }),
      },
      select: threadSelect(actor.userId),
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const text = rows.some(({ revision }) => revision) ? await currentText(prisma, document) : "";
    let locator: Locator | undefined;
    return rows.flatMap((row) => toThreadView(actor, row, { number: document.revision, text, locator: () => (locator ??= createLocator(text)) }) ?? []);
  },
);

/** One discussion. Throws `not_found`, also when the actor may not know of any of it. */
export async function threadView(tx: Tx, actor: Actor, threadId: string): Promise<ThreadView> {
  const row = await tx.thread.findFirst({ where: { id: threadId, workspaceId: actor.workspaceId }, select: { ...threadSelect(actor.userId), document: true } });
  const text = row?.revision ? await currentText(tx, row.document) : "";
  const view = row && toThreadView(actor, row, { number: row.document.revision, text, locator: () => createLocator(text) });
  if (!view) throw new AppError("not_found", "This discussion does not exist, or was deleted.");
  return view;
}

async function currentText(tx: Tx, document: { id: string; revision: number }): Promise<string> {
  const where = { documentId_number: { documentId: document.id, number: document.revision } };
  return (await tx.revision.findUniqueOrThrow({ where, select: { text: true } })).text;
}

interface CurrentText {
  number: number;
  text: string;
  locator: () => Locator;
}

function toThreadView(actor: Actor, row: ThreadRow, now: CurrentText): ThreadView | null {
  const claim = row.claim && toAssessed(row.claim);
  const seenAt = row.seen[0]?.seenAt ?? null;
  const locked = row.lockedAt !== null || row.document.lockedAt !== null || (row.claim?.lockedAt ?? null) !== null;
  const comments = row.comments
    .filter(({ authorId, heldBody }) => (heldBody === null || authorId === actor.userId) && seesComment(actor, authorId, claim))
    .map((comment) => toCommentView(actor, comment, seenAt))
    .map((comment) => (locked ? { ...comment, can: { edit: false } } : comment));
  if (comments.length === 0) return null;
  const { evidence } = row;
  const confidential = evidence !== null && isConfidential(evidence) && !seesConfidential(actor);
  return {
    id: row.id,
    documentId: row.documentId,
    claim: row.claim && { id: row.claim.id, number: row.claim.number },
    evidence: evidence && { id: evidence.id, title: confidential ? "A confidential source" : evidence.source.title },
    words: wordsOf(row, now),
    blocking: row.blocking,
    resolved: row.resolvedAt && row.resolvedBy && { by: row.resolvedBy, at: row.resolvedAt.toISOString() },
    version: row.version,
    comments,
    locked,
    can: {
      reply: !locked && threadPolicy.write(actor),
      resolve: !locked && threadPolicy.resolve(actor, row),
      setBlocking: !locked && row.claim !== null && threadPolicy.setBlocking(actor, row),
    },
  };
}

function toCommentView(actor: Actor, row: ThreadRow["comments"][number], seenAt: Date | null): CommentView {
  const held = row.heldBody !== null;
  const deleted = row.deletedAt !== null && !held;
  return {
    ...{ id: row.id, author: row.author, body: row.heldBody ?? row.body, version: row.version, deleted, hidden: row.hiddenAt !== null && !held, held },
    createdAt: row.createdAt.toISOString(),
    editedAt: deleted ? null : (row.editedAt?.toISOString() ?? null),
    unread: row.authorId !== actor.userId && (seenAt === null || row.createdAt > seenAt),
    can: { edit: !deleted && !held && threadPolicy.editComment(actor, row) },
  };
}

/** Where the words are now: in a text that was corrected since, the engine says. */
function wordsOf({ revision, start, end }: ThreadRow, now: CurrentText): ThreadWords | null {
  if (!revision || start === null || end === null) return null;
  const quote = revision.text.slice(start, end);
  const words = { quote, said: { start, end, revision: revision.number }, revision: now.number };
  if (revision.number === now.number) return { ...words, place: { start, end, status: "exact" } };
  const found = now.locator().locate(describeSpan(revision.text, { start, end }));
  return { ...words, place: found && { start: found.start, end: found.end, status: found.status } };
}
