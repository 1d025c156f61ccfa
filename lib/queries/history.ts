import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { atLeast, type Actor } from "@/lib/domain/role";
import type { EventView } from "@/lib/domain/views";
import { seesAssessment, type AssessedClaim } from "@/lib/policies/assessment";

const LIMIT = 200;

export const ListClaimEvents = z.object({ claimId: Id, before: z.coerce.number().int().min(1).optional() });

/** The history of a claim, newest first; what the actor may not see elsewhere is left out here too. */
export const listClaimEvents = query(
  ListClaimEvents,
  { summary: "Read a claim's history, newest first." },
  async (actor, input): Promise<{ items: EventView[] }> => {
    const prisma = await db();
    const claim = await prisma.claim.findFirst({
      where: { id: input.claimId, workspaceId: actor.workspaceId, deletedAt: null, document: { deletedAt: null } },
      select: {
        state: true,
        round: true,
        assessedAt: true,
        assessments: { select: { reviewerId: true, round: true } },
        document: { select: { reviewMode: true } },
      },
    });
    if (!claim) throw new AppError("not_found", "This claim does not exist, or was deleted.");
    const rows = await prisma.event.findMany({
      where: { claimId: input.claimId, workspaceId: actor.workspaceId, ...(input.before ? { seq: { lt: input.before } } : {}) },
      include: { actor: { select: { id: true, name: true } } },
      orderBy: { seq: "desc" },
      take: LIMIT,
    });
    const thisRound = claim.assessments.filter((each) => each.round === claim.round);
    const scope = { ...claim, ...claim.document, reviewerIds: thisRound.map((each) => each.reviewerId) };
    const items = rows
      .filter((row) => mayRead(actor, scope, row))
      .map((row): EventView => ({ seq: Number(row.seq), type: row.type, actor: row.actor, at: row.at.toISOString(), changes: toChanges(row.data) }));
    return { items };
  },
);

function mayRead(actor: Actor, claim: AssessedClaim, event: { type: string; actorId: string; data: unknown }): boolean {
  if (event.type === "claim.assessed") return seesAssessment(actor, claim, { reviewerId: event.actorId, round: EventRound.parse(event.data).round });
  // Evidence may be confidential, and a ruling a draft: the history of both is for those who work on claims.
  if (event.type.startsWith("evidence.") || event.type === "claim.ruled" || event.type === "claim.agreed") return atLeast(actor, "reviewer");
  return true;
}

/** What was assessed before there were rounds was the first. */
const EventRound = z.object({ round: z.number().default(1) }).catch({ round: 1 });
const Fields = z.record(z.string(), z.unknown()).catch({});
const EventData = z.object({ before: Fields, after: Fields }).catch({ before: {}, after: {} });

function toChanges(data: unknown): EventView["changes"] {
  const { before, after } = EventData.parse(data);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.map((field) => ({ field, before: readable(before[field]), after: readable(after[field]) }));
}

function readable(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
