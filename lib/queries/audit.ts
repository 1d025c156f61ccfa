import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { AUDIT_ACTION_NAMES, AUDIT_ACTIONS, AUDIT_THINGS, type AuditEntryView, type AuditPage } from "@/lib/domain/audit";
import { Day, Id, toDate } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { eventChanges, eventPerson, eventRound } from "@/lib/events/log";
import { sealedSelect } from "@/lib/events/seal";
import { authorize } from "@/lib/policies/authorize";
import { visibleTo } from "@/lib/policies/event";
import { workspacePolicy } from "@/lib/policies/workspace";
import { assessedSelect, toAssessed } from "./assessed-claim";

const PAGE = 50;
const DAY_MS = 86_400_000;

export const AuditFilter = z.object({
  actorId: Id.optional(),
  action: z.enum(AUDIT_ACTION_NAMES).optional(),
  documentId: Id.optional(),
  claimId: Id.optional(),
  /** Any other thing, or a person, that an entry is about. */
  subjectId: Id.optional(),
  /** Both days belong to the period, in UTC. */
  from: Day.optional(),
  to: Day.optional(),
});
type Filter = z.output<typeof AuditFilter>;

export const ListAudit = AuditFilter.extend({ before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional() });

/** The log of the workspace, newest first. */
export const listAudit = query(ListAudit, { summary: "Read the audit log, newest first." }, async (actor, { before, ...filter }): Promise<AuditPage> => {
  authorize(workspacePolicy, actor, "readAudit");
  const prisma = await db();
  const rows = await prisma.event.findMany({
    where: { AND: [filterWhere(actor, filter), before === undefined ? {} : { seq: { lt: before } }] },
    select: auditSelect,
    orderBy: { seq: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const [seen, seals, people] = await Promise.all([sightOf(prisma, actor, shown), sealsOf(prisma, shown), everybody(prisma, actor)]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const items = shown
    .filter((row) => seen(row) || !tells(filter))
    .map((row): AuditEntryView => {
      const seal = seals.get(row.seq);
      const entry = {
        seq: Number(row.seq),
        at: row.at.toISOString(),
        document: row.document,
        seal: seal ? { position: seal.position, hash: seal.hash } : null,
      };
      return seen(row)
        ? {
            ...entry,
            actor: row.actor,
            type: row.type,
            claim: row.claim,
            changes: eventChanges(row.data),
            details: details(row.data, names),
            requestId: row.requestId,
            ip: row.ip,
          }
        : { ...entry, actor: null, type: null, claim: null, changes: [], details: [], requestId: null, ip: null };
    });
  return { items, before: rows.length > PAGE ? Number(shown.at(-1)?.seq ?? 0) : null, people };
});

export const auditSelect = {
  ...sealedSelect,
  actor: { select: { id: true, name: true } },
  document: { select: { id: true, title: true } },
  claim: { select: { id: true, number: true } },
} satisfies Prisma.EventSelect;

export type AuditRow = Prisma.EventGetPayload<{ select: typeof auditSelect }>;

/** The rows that a filter asks for, of the actor's workspace. */
export function filterWhere(actor: Actor, { actorId, action, documentId, claimId, subjectId, from, to }: Filter): Prisma.EventWhereInput {
  const [begin, last] = [toDate(from ?? null), toDate(to ?? null)];
  return {
    workspaceId: actor.workspaceId,
    ...(actorId === undefined ? {} : { actorId }),
    ...(documentId === undefined ? {} : { documentId }),
    ...(claimId === undefined ? {} : { claimId }),
    AND: [
      action === undefined ? {} : { OR: AUDIT_ACTIONS[action].map((startsWith) => ({ type: { startsWith } })) },
      subjectId === undefined ? {} : { OR: AUDIT_THINGS.map((name) => ({ data: { path: [name], equals: subjectId } })) },
    ],
    at: { ...(begin ? { gte: begin } : {}), ...(last ? { lt: new Date(last.getTime() + DAY_MS) } : {}) },
  };
}

/** True for a filter by whose answer one would learn who did what, or to what, although it is withheld. */
export function tells({ actorId, action, claimId, subjectId }: Filter): boolean {
  return [actorId, action, claimId, subjectId].some((each) => each !== undefined);
}

/** Which of the rows the actor may know of: what reviewers keep from each other, the log does not tell either. */
export async function sightOf(prisma: PrismaClient, actor: Actor, rows: readonly AuditRow[]): Promise<(row: AuditRow) => boolean> {
  const ids = [...new Set(rows.flatMap(({ claimId }) => claimId ?? []))];
  const claims = await prisma.claim.findMany({ where: { id: { in: ids } }, select: { id: true, ...assessedSelect } });
  const scopes = new Map(claims.map((claim) => [claim.id, toAssessed(claim)]));
  return (row) => visibleTo(actor, { ...row, round: eventRound(row.data), personId: eventPerson(row.data) }, scopes.get(row.claimId ?? "") ?? null) === "named";
}

/** The seals of the rows, by the number of the event. */
export async function sealsOf(prisma: PrismaClient, rows: readonly { seq: bigint }[]): Promise<Map<bigint, Prisma.EventSealGetPayload<object>>> {
  const seals = await prisma.eventSeal.findMany({ where: { eventSeq: { in: rows.map(({ seq }) => seq) } } });
  return new Map(seals.map((seal) => [seal.eventSeq, seal]));
}

/** Whoever has done anything here, also those who left. */
async function everybody(prisma: PrismaClient, actor: Actor) {
  return prisma.user.findMany({
    where: { OR: [{ memberships: { some: { workspaceId: actor.workspaceId } } }, { events: { some: { workspaceId: actor.workspaceId } } }] },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

const Data = z.record(z.string(), z.unknown()).catch({});

/** What an event says beside the fields that changed; people by their names. */
function details(data: unknown, names: ReadonlyMap<string, string>): AuditEntryView["details"] {
  return Object.entries(Data.parse(data))
    .filter(([field, value]) => field !== "before" && field !== "after" && value !== null && value !== undefined)
    .map(([field, value]) => ({
      field,
      value: typeof value === "string" ? (names.get(value) ?? value) : JSON.stringify(value),
      id: typeof value === "string" && AUDIT_THINGS.includes(field) ? value : null,
    }));
}
