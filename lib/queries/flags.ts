import type { Tx } from "@/lib/db/client";
import type { FlagOutcome, FlagReason } from "@/lib/domain/flag";
import type { PersonView } from "@/lib/domain/views";

/** What a reader reported of a published page or of one of its claims. */
export interface FlagView {
  id: string;
  claim: { id: string; number: number; statement: string } | null;
  reason: FlagReason;
  note: string;
  contact: string;
  at: string;
  settled: { outcome: FlagOutcome; answer: string; by: PersonView; at: string } | null;
}

const LIMIT = 200;

/** What readers reported on the document's public page: the open ones first, the latest first. */
export async function flagViews(tx: Tx, documentId: string): Promise<FlagView[]> {
  const person = { select: { id: true, name: true } } as const;
  const rows = await tx.flag.findMany({
    where: { documentId, reporterId: null, reason: { not: "held" } },
    select: {
      ...{ id: true, reason: true, note: true, contact: true, createdAt: true, settledAt: true, outcome: true, answer: true },
      claim: { select: { id: true, number: true, statement: true } },
      settledBy: person,
    },
    orderBy: [{ settledAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: LIMIT,
  });
  return rows.map(({ createdAt, settledAt, settledBy, outcome, answer, ...flag }) => ({
    ...flag,
    at: createdAt.toISOString(),
    settled: settledAt && settledBy && outcome && { outcome, answer, by: settledBy, at: settledAt.toISOString() },
  }));
}
