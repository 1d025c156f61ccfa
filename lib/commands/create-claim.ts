import { z } from "zod";
import { lockedDocument } from "@/lib/db/scopes";
import type { Tx } from "@/lib/db/client";
import { joinedQuote } from "@/lib/domain/anchor";
import { AppError } from "@/lib/domain/errors";
import { Id, prose } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import type { Block } from "@/lib/domain/text";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { claimView } from "@/lib/queries/claim";
import { toBlocks } from "@/lib/queries/document";
import { command } from "./command";
import { anchorsFor, Fragments, markedRevision, writeAnchors } from "./fragments";
import { hold, screen } from "./screen";

/** The longest statement, in UTF-16 units. */
export const STATEMENT_MAX = 2000;

export const CreateClaim = z.object({
  documentId: Id,
  revisionId: Id,
  fragments: Fragments,
  /** The quote unless said. */
  statement: prose(STATEMENT_MAX).optional(),
});

/** Marks a claim in the text. The statement begins as the quote, the speaker as the speaker of that turn. */
export const createClaim = command(
  CreateClaim,
  { summary: "Mark a claim in a document's text.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const document = await lockedDocument(tx, actor, input.documentId);
    authorize(documentPolicy, actor, "mark");
    if (document.marksApart) throw new AppError("closed", "In this document each reviewer marks for themselves first, under “Mark for yourself”.");
    const revision = await markedRevision(tx, document.id, input.revisionId);
    const why = await screen(tx, actor, { statement: input.statement });
    const id = await writeClaim(tx, actor, { document, revision, fragments: input.fragments, statement: input.statement }, now);
    if (why !== null) await hold(tx, actor, { subject: "claim", id, documentId: document.id, claimId: id }, why, now);
    return claimView(tx, actor, id);
  },
);

interface NewClaim {
  /** Locked. */
  document: Awaited<ReturnType<typeof lockedDocument>>;
  revision: Awaited<ReturnType<typeof markedRevision>>;
  fragments: z.output<typeof Fragments>;
  statement: string | undefined;
}

/** Writes a claim with its anchors and its event; answers its id. */
export async function writeClaim(tx: Tx, actor: Actor, { document, revision, fragments, statement: said }: NewClaim, now: Date): Promise<string> {
  const anchors = anchorsFor(revision.text, fragments);
  const quote = joinedQuote(anchors).replace(/\s+/g, " ");
  const statement = said?.trim() || quote.slice(0, STATEMENT_MAX);
  const { claimCount: number } = await tx.document.update({
    where: { id: document.id },
    data: { claimCount: { increment: 1 }, updatedAt: now, ...(document.state === "draft" ? { state: "in_progress" } : {}) },
    select: { claimCount: true },
  });
  const { workspaceId } = actor;
  const speaker = speakerAt(toBlocks(revision.blocks), anchors[0]?.start ?? 0);
  const claim = await tx.claim.create({
    data: { workspaceId, documentId: document.id, number, statement, speaker, createdById: actor.userId },
    select: { id: true },
  });
  await writeAnchors(tx, { id: claim.id, workspaceId, document }, revision, anchors);
  await record(tx, actor, { type: "claim.created", documentId: document.id, claimId: claim.id, after: { statement, quote } });
  return claim.id;
}

function speakerAt(blocks: readonly Block[], offset: number): string {
  return blocks.find((block) => block.start <= offset && offset < block.end)?.speaker ?? "";
}
