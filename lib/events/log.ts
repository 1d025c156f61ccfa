import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import type { EventView } from "@/lib/domain/views";

/** A row of the log. */
export interface LoggedEvent {
  seq: number;
  type: string;
  claimId: string | null;
  actor: { id: string; name: string };
  at: Date;
  /** The round of assessments it belongs to. */
  round: number;
  /** Whom it is about, of an assignment. */
  personId: string | null;
  /** Changes how claims are reviewed, and with it what people may know of any of them. */
  resets: boolean;
}

/** What was assessed before there were rounds was the first. */
const EventRound = z.object({ round: z.number().default(1) }).catch({ round: 1 });

/** The round of assessments that an event's data names. */
export function eventRound(data: unknown): number {
  return EventRound.parse(data).round;
}

const EventPerson = z.object({ personId: z.string().nullable().default(null) }).catch({ personId: null });

/** Whom an event's data names as the person it is about. */
export function eventPerson(data: unknown): string | null {
  return EventPerson.parse(data).personId;
}

const Named = z.string().nullable().default(null);
const EventThings = z.object({ evidenceId: Named, commentId: Named }).catch({ evidenceId: null, commentId: null });

/** Which evidence and which comment an event's data names. */
export function eventThings(data: unknown): z.output<typeof EventThings> {
  return EventThings.parse(data);
}

const ReviewChange = z.object({ after: z.object({ reviewMode: z.string() }) });

const Fields = z.record(z.string(), z.unknown()).catch({});
const EventData = z.object({ before: Fields, after: Fields }).catch({ before: {}, after: {} });

/** What an event changed, field by field, as readable text. */
export function eventChanges(data: unknown): EventView["changes"] {
  const { before, after } = EventData.parse(data);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.map((field) => ({ field, before: readable(before[field]), after: readable(after[field]) }));
}

function readable(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The events of a document after a number, oldest first. */
export async function eventsAfter(documentId: string, after: number, limit: number): Promise<LoggedEvent[]> {
  const prisma = await db();
  const rows = await prisma.event.findMany({
    where: { documentId, seq: { gt: after } },
    select: { seq: true, type: true, claimId: true, at: true, data: true, actor: { select: { id: true, name: true } } },
    orderBy: { seq: "asc" },
    take: limit,
  });
  return rows.map(({ data, seq, ...row }) => ({
    ...row,
    seq: Number(seq),
    round: eventRound(data),
    personId: eventPerson(data),
    resets: ReviewChange.safeParse(data).success,
  }));
}

/** The number of the document's last event, 0 without any. It is for the hub alone: it also counts events of which a viewer may not know. */
export async function lastSeq(tx: Tx, documentId: string): Promise<number> {
  const row = await tx.event.findFirst({ where: { documentId }, select: { seq: true }, orderBy: { seq: "desc" } });
  return Number(row?.seq ?? 0);
}
