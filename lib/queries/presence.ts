import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { Presence, PresenceNotice } from "@/lib/domain/live";
import { presenceBoard } from "@/lib/events/presence";

const Offset = z.int().min(0).max(10_000_000);

export const BePresent = z.object({
  documentId: Id,
  /** A name that the page gave itself; pages of one person are told apart by it. */
  tab: z.uuid(),
  /** False to say goodbye. */
  here: z.boolean().default(true),
  /** The claim that is open. */
  claimId: Id.nullable().default(null),
  /** The words that are selected: [start, end) in UTF-16 units of the revision's text. */
  selection: z.object({ revisionId: Id, start: Offset, end: Offset }).nullable().default(null),
  /** The record in which a longer text is being written ("ruling:…"), and since when, as an earlier answer said. */
  writing: z
    .object({ record: z.string().regex(/^[a-z]+:[\w-]{1,64}$/), since: z.int().min(0).nullable() })
    .nullable()
    .default(null),
});

interface PresenceAnswer {
  people: Presence[];
  /** Since when one writes oneself, by the server's clock. */
  since: number | null;
}

/**
 * Says that one is at a document, to everyone else who is, and answers who they are. To be said again every ten seconds, and whenever it changes. It is not
 * written down. Where claims are assessed without knowing of each other, nobody hears at which claim the others are.
 */
export const bePresent = query(
  BePresent,
  { summary: "Say that one is at a document, and hear who else is." },
  async (actor, input): Promise<PresenceAnswer> => {
    const { documentId, here, claimId, selection, writing } = input;
    const prisma = await db();
    const document = await prisma.document.findFirst({
      where: { id: documentId, workspaceId: actor.workspaceId, deletedAt: null },
      select: { reviewMode: true },
    });
    if (!document) throw new AppError("not_found", "This document does not exist, or was deleted.");
    const board = presenceBoard();
    const tab = `${actor.userId} ${input.tab}`;
    const now = Date.now();
    const where = { claimId, selection, writing: writing && { record: writing.record, since: Math.min(writing.since ?? now, now) } };
    const nowhere = { claimId: null, selection: null, writing: null };
    const presence: Presence = { tab, person: { id: actor.userId, name: actor.name }, ...(document.reviewMode === "proposal" ? where : nowhere) };
    const notice: PresenceNotice = { documentId, tab, presence: here ? presence : null };
    await prisma.$executeRaw`SELECT pg_notify('assay_presence', ${JSON.stringify(notice)})`;
    return { people: board.at(documentId).filter((each) => each.tab !== tab), since: presence.writing?.since ?? null };
  },
);
