import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { currentOrigin } from "./origin";

/** What happened, past tense: "noun.verb". */
export type EventType =
  | "document.created"
  | "document.imported"
  | "document.updated"
  | "document.rescaled"
  | "document.revised"
  | "document.trashed"
  | "document.restored"
  | "document.published"
  | "page.set"
  | "contribution.held"
  | "flag.raised"
  | "flag.settled"
  | "moderation.decided"
  | "appeal.made"
  | "appeal.settled"
  | "mark.added"
  | "mark.removed"
  | "marks.submitted"
  | "claim.created"
  | "claim.imported"
  | "claim.updated"
  | "claim.fragments_set"
  | "claim.reanchored"
  | "claim.returned"
  | "claim.anchor_settled"
  | "claim.anchor_unsettled"
  | "claim.moved"
  | "claim.trashed"
  | "claim.restored"
  | "claim.assessed"
  | "claim.agreed"
  | "claim.adjudicated"
  | "claim.ruled"
  | "claim.set_aside"
  | "claim.published"
  | "claim.corrected"
  | "claim.rescaled"
  | "assignment.made"
  | "assignment.taken"
  | "assignment.changed"
  | "assignment.released"
  | "assignment.given_back"
  | "assignment.lapsed"
  | "assignment.left"
  | "evidence.added"
  | "evidence.updated"
  | "evidence.trashed"
  | "evidence.restored"
  | "evidence.quote_verified"
  | "snapshot.added"
  | "snapshot.trashed"
  | "snapshot.restored"
  | "question.asked"
  | "question.updated"
  | "question.trashed"
  | "question.restored"
  | "contact.added"
  | "contact.trashed"
  | "contact.restored"
  | "thread.started"
  | "thread.changed"
  | "thread.resolved"
  | "thread.reopened"
  | "comment.added"
  | "comment.edited"
  | "comment.deleted"
  | "comment.hidden"
  | "comment.restored"
  | "source.created"
  | "source.updated"
  | "document.exported"
  | "audit.exported"
  | "session.started"
  | "session.refused"
  | "session.ended"
  | "password.changed"
  | "password.link_made"
  | "password.reset"
  | "address.proven"
  | "second_factor.set_up"
  | "second_factor.codes_renewed"
  | "second_factor.recovery_code_used"
  | "second_factor.turned_off"
  | "second_factor.reset"
  | "workspace.created"
  | "workspace.updated"
  | "scale.created"
  | "scale.changed"
  | "scale.made_default"
  | "scale.retired"
  | "scale.restored"
  | "workspace.closed"
  | "workspace.reopened"
  | "instance.updated"
  | "instance.transferred"
  | "account.suspended"
  | "account.restored"
  | "account.deleted"
  | "member.invited"
  | "member.joined"
  | "member.role_changed"
  | "member.removed"
  | "member.left"
  | "invitation.revoked"
  | "domain.admitted"
  | "domain.dropped";

/** An event before it is written. */
export interface NewEvent {
  type: EventType;
  documentId?: string;
  claimId?: string;
  /** Only the fields that changed. */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  /** Other records concerned, by their ids or as they were. */
  ids?: Prisma.InputJsonObject;
}

/** Appends the event to the log, in the transaction of the change. Throws `closed` when a moderator has locked what it is about: then nothing is changed. */
export async function record(tx: Tx, actor: Pick<Actor, "userId" | "workspaceId">, event: NewEvent): Promise<void> {
  if (event.documentId !== undefined) await inTurn(tx, event.documentId);
  await expectUnlocked(tx, event.documentId ?? null, [event]);
  await tx.event.create({ data: toRow(actor, event), select: { seq: true } });
}

/** Events a statement of recordAll: the embedded database works in this thread, and others get their turn between two statements. */
const ROWS = 250;

/**
 * Appends many events of one document, or of none, in the order given. They travel as one JSON value, which costs a tenth of createMany's parameters.
 */
export async function recordAll(tx: Tx, actor: Pick<Actor, "userId" | "workspaceId">, documentId: string | null, events: readonly NewEvent[]): Promise<void> {
  if (documentId !== null) await inTurn(tx, documentId);
  await expectUnlocked(tx, documentId, events);
  const origin = currentOrigin();
  for (let from = 0; from < events.length; from += ROWS) {
    const rows = JSON.stringify(events.slice(from, from + ROWS).map((event) => toRow(actor, event)));
    await tx.$executeRaw`
      INSERT INTO "Event" ("workspaceId", "documentId", "actorId", "requestId", "ip", "claimId", "type", "data")
      SELECT ${actor.workspaceId}, ${documentId}::text, ${actor.userId}, ${origin?.requestId ?? null}::text, ${origin?.ip ?? null}::text, "claimId", "type", "data"
      FROM ROWS FROM (json_to_recordset(${rows}::json) AS ("claimId" text, "type" text, "data" jsonb)) WITH ORDINALITY
      ORDER BY "ordinality"`;
  }
}

/**
 * Numbers are given when a row is written and seen when it is committed. The document's row stays locked in between, so that its events are seen in the
 * order of their numbers, and whoever has read up to a number has missed none below it. Most commands hold the lock already.
 */
async function inTurn(tx: Tx, documentId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Document" WHERE "id" = ${documentId} FOR NO KEY UPDATE`;
}

/** What goes on where everything else is locked: what moderators do and what comes of it, what is said to them, and reading. */
const GOES_ON = /^(moderation|flag|appeal)\.|^comment\.(hidden|restored)$|^(document\.exported|assignment\.left)$/;

/** What changes the public page of a document. */
const PUBLISHES = /^(page\.set|document\.published|claim\.(published|corrected))$/;

/** Every change is recorded, so that this is the one place where a lock is asked for. */
async function expectUnlocked(tx: Tx, documentId: string | null, all: readonly NewEvent[]): Promise<void> {
  const events = all.filter(({ type }) => !GOES_ON.test(type));
  if (events.length === 0) return;
  const claims = [...new Set(events.flatMap(({ claimId }) => claimId ?? []))];
  const named = (key: string) => [...new Set(events.flatMap(({ ids }) => (typeof ids?.[key] === "string" ? [ids[key]] : [])))];
  if (documentId === null && named("sourceId").length === 0) return;
  const [locked] = await tx.$queryRaw<{ what: string }[]>`
    SELECT 'document' AS "what" FROM "Document" WHERE "id" = ${documentId} AND "lockedAt" IS NOT NULL
    UNION ALL SELECT 'claim' FROM "Claim" WHERE "id" = ANY(${claims}) AND "lockedAt" IS NOT NULL
    UNION ALL SELECT 'discussion' FROM "Thread" WHERE "id" = ANY(${named("threadId")}) AND "lockedAt" IS NOT NULL
    UNION ALL SELECT 'source' FROM "Source" WHERE "id" = ANY(${named("sourceId")}) AND "lockedAt" IS NOT NULL
    UNION ALL SELECT 'evidence' FROM "Evidence" WHERE "id" = ANY(${named("evidenceId")}) AND "lockedAt" IS NOT NULL
    UNION ALL SELECT 'public page' FROM "PublicPage"
      WHERE "documentId" = ${documentId} AND "lockedAt" IS NOT NULL AND ${events.some(({ type }) => PUBLISHES.test(type))}
    LIMIT 1`;
  if (locked) throw new AppError("closed", `A moderator has locked this ${locked.what}: nobody can change it until it is unlocked. Nothing was changed.`);
}

function toRow(actor: Pick<Actor, "userId" | "workspaceId">, event: NewEvent) {
  return {
    workspaceId: actor.workspaceId,
    actorId: actor.userId,
    type: event.type,
    ...currentOrigin(),
    ...(event.documentId === undefined ? {} : { documentId: event.documentId }),
    ...(event.claimId === undefined ? {} : { claimId: event.claimId }),
    data: { before: event.before ?? {}, after: event.after ?? {}, ...event.ids },
  };
}

type Plain = string | number | boolean | null | Date | readonly string[];

/**
 * The fields of `after` that differ from `before`, in both shapes, as the log keeps them; null when nothing differs. Days are
 * kept as "yyyy-mm-dd".
 */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, Plain | undefined>,
): { before: Prisma.InputJsonObject; after: Prisma.InputJsonObject } | null {
  const old: Record<string, Prisma.InputJsonValue | null> = {};
  const now: Record<string, Prisma.InputJsonValue | null> = {};
  for (const [field, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const from = toJson(before[field]);
    const to = toJson(value);
    if (JSON.stringify(from) === JSON.stringify(to)) continue;
    old[field] = from;
    now[field] = to;
  }
  return Object.keys(now).length === 0 ? null : { before: old, after: now };
}

function toJson(value: unknown): Prisma.InputJsonValue | null {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" ? value : JSON.stringify(value);
}
