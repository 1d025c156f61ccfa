import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { FLAG_OUTCOMES } from "@/lib/domain/flag";
import { LEAVES_OPEN, outcomeOf, type DecisionKind, type ModerationSubject } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { notify } from "./notify";

/* What a decision makes of reports; and how they wait again once it is taken back. */

/** A thing of a workspace, as rows about it name it. */
export interface Here {
  workspaceId: string;
  subject: ModerationSubject;
  subjectId: string;
}

const moment = z.iso.datetime().nullable();
const Report = z.object({
  id: z.string(),
  settledAt: moment,
  settledById: z.string().nullable(),
  outcome: z.enum(FLAG_OUTCOMES).nullable(),
  answer: z.string(),
  escalatedAt: moment,
});
/** How a report stands, for the row of a decision. */
export type Report = z.output<typeof Report>;

/** The reports that such a decision settles, or hands on. What is shown again was reported in vain, whatever was decided before. */
export async function reportsFor(tx: Tx, here: Here, kind: DecisionKind): Promise<Report[]> {
  if (kind !== "escalate" && LEAVES_OPEN.includes(kind)) return [];
  const where = kind === "restore" ? { ...here, OR: [{ settledAt: null }, { outcome: "acted_on" as const }] } : { ...here, settledAt: null };
  const rows = await tx.flag.findMany({
    where,
    select: { id: true, settledAt: true, settledById: true, outcome: true, answer: true, escalatedAt: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ settledAt, escalatedAt, ...row }) => ({
    ...row,
    settledAt: settledAt?.toISOString() ?? null,
    escalatedAt: escalatedAt?.toISOString() ?? null,
  }));
}

/** How the report stands after such a decision. */
export function reportAfter(report: Report, actor: Actor, { kind, note }: { kind: DecisionKind; note: string }, now: Date): Report {
  if (kind === "escalate") return { ...report, escalatedAt: report.escalatedAt ?? now.toISOString() };
  return { ...report, settledAt: now.toISOString(), settledById: actor.userId, outcome: outcomeOf(kind), answer: note.trim() };
}

/** Writes how reports stand after a decision; whoever made one that is settled is told. */
export async function settleReports(tx: Tx, actor: Actor, here: Here, reports: readonly Report[], decisionId: string, now: Date): Promise<void> {
  const settled = reports.filter(({ settledAt }) => settledAt !== null).map(({ id }) => id);
  if (settled.length > 0) {
    const made = await tx.flag.findMany({ where: { id: { in: settled }, reporterId: { not: null } }, select: { reporterId: true } });
    const to = [...new Set(made.flatMap(({ reporterId }) => reporterId ?? []))];
    await notify(tx, actor, { kind: "report_settled", to, decisionId, by: "nobody" }, now);
  }
  await writeReports(tx, here, reports);
}

/** Has the reports stand as the row of a decision says that they stood before it. */
export async function reopenReports(tx: Tx, here: Here, before: unknown): Promise<Report[]> {
  const { reports } = z.object({ reports: z.array(Report).default([]) }).parse(before);
  await writeReports(tx, here, reports);
  return reports;
}

/** A report does not wait again where the same person has made another meanwhile: one of each waits. */
async function writeReports(tx: Tx, { workspaceId, subjectId }: Here, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Flag" SET "settledAt" = given."settledAt", "settledById" = given."settledById", "outcome" = given."outcome"::"FlagOutcome",
      "answer" = given."answer", "escalatedAt" = given."escalatedAt"
    FROM json_to_recordset(${JSON.stringify(reports)}::json)
      AS given ("id" text, "settledAt" timestamp(3), "settledById" text, "outcome" text, "answer" text, "escalatedAt" timestamp(3))
    WHERE "Flag"."id" = given."id" AND "Flag"."workspaceId" = ${workspaceId} AND "Flag"."subjectId" = ${subjectId}
      AND (given."settledAt" IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM "Flag" other
        WHERE other."subjectId" = ${subjectId} AND other."reporterId" = "Flag"."reporterId" AND other."settledAt" IS NULL AND other."id" <> "Flag"."id"))`;
}
