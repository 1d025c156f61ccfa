import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { ClaimEvents, EventView } from "@/lib/domain/views";
import { eventChanges, eventPerson, eventRound } from "@/lib/events/log";
import { visibleTo } from "@/lib/policies/event";
import { assessedSelect, toAssessed } from "./assessed-claim";
import { earlierActor, earlierSelect, isTold } from "./earlier-event";
import { hiddenIn } from "./hidden";

const LIMIT = 200;
/** What a bundle told of one claim comes whole; no check leaves so much. */
const EARLIER_LIMIT = 2000;

export const ListClaimEvents = z.object({ claimId: Id, before: z.coerce.number().int().min(1).optional() });

/** The history of a claim, newest first; what the actor may not see elsewhere is left out here too. */
export const listClaimEvents = query(ListClaimEvents, { summary: "Read a claim's history, newest first." }, async (actor, input): Promise<ClaimEvents> => {
  const prisma = await db();
  const claim = await prisma.claim.findFirst({
    where: { id: input.claimId, workspaceId: actor.workspaceId, deletedAt: null, document: { deletedAt: null } },
    select: assessedSelect,
  });
  if (!claim) throw new AppError("not_found", "This claim does not exist, or was deleted.");
  const rows = await prisma.event.findMany({
    where: { claimId: input.claimId, workspaceId: actor.workspaceId, ...(input.before ? { seq: { lt: input.before } } : {}) },
    include: { actor: { select: { id: true, name: true } } },
    orderBy: { seq: "desc" },
    take: LIMIT,
  });
  const scope = toAssessed(claim);
  const hidden = await hiddenIn(prisma, { claimId: input.claimId });
  const items = rows
    .filter((row) => !hidden.speaksOf(row.data))
    .filter((row) => visibleTo(actor, { ...row, round: eventRound(row.data), personId: eventPerson(row.data) }, scope) === "named")
    .map((row): EventView => ({ seq: Number(row.seq), type: row.type, actor: row.actor, at: row.at.toISOString(), changes: eventChanges(row.data) }));
  const told = await prisma.earlierEvent.findMany({
    where: { claimId: input.claimId, workspaceId: actor.workspaceId },
    select: earlierSelect,
    orderBy: { number: "desc" },
    // With the newest of what happened here, and not again with what came before it.
    take: input.before === undefined ? EARLIER_LIMIT : 0,
  });
  const earlier = told
    .filter((row) => isTold(actor, row, scope, hidden))
    .map((row): EventView => ({ seq: row.number, type: row.type, actor: earlierActor(row), at: row.at.toISOString(), changes: eventChanges(row) }));
  return { items, earlier };
});
