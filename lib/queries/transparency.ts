import { z } from "zod";
import { FileResult, query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { transparency, type TransparencyView } from "@/lib/domain/transparency";
import type { Actor } from "@/lib/domain/role";
import { exportFilename } from "@/lib/exporters/filename";
import { transparencyCsv } from "@/lib/exporters/transparency-csv";

/** Months that are told, the present one among them. */
const MONTHS = 24;

/** How the workspaces moderate, in numbers without names. */
async function countModeration(tx: Tx, workspaceIds: readonly string[], now: Date): Promise<TransparencyView> {
  const ids = [...workspaceIds];
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1));
  const counted = await tx.$queryRaw<{ month: string; measure: string; count: bigint }[]>`
    SELECT to_char(each."at", 'YYYY-MM') AS "month", each."measure", count(*) AS "count" FROM (
      SELECT "createdAt" AS "at", CASE WHEN "reason"::text = 'held' THEN 'held' ELSE 'reports' END AS "measure" FROM "Flag" WHERE "workspaceId" = ANY(${ids})
      UNION ALL SELECT "at", "kind"::text FROM "ModerationDecision" WHERE "workspaceId" = ANY(${ids})
      UNION ALL SELECT "createdAt", 'appeals' FROM "Appeal" WHERE "workspaceId" = ANY(${ids})
      UNION ALL SELECT "settledAt", 'appeals_' || "outcome"::text FROM "Appeal" WHERE "workspaceId" = ANY(${ids}) AND "settledAt" IS NOT NULL
    ) AS each WHERE each."at" >= ${since} GROUP BY 1, 2`;
  const medians = await tx.$queryRaw<{ month: string; settled: bigint; seconds: number }[]>`
    SELECT to_char("settledAt", 'YYYY-MM') AS "month", count(*) AS "settled",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "settledAt" - "createdAt")::float8) AS "seconds"
    FROM "Flag" WHERE "workspaceId" = ANY(${ids}) AND "reason"::text <> 'held' AND "settledAt" >= ${since} GROUP BY 1`;
  return transparency(
    counted.map((each) => ({ ...each, count: Number(each.count) })),
    medians.map((each) => ({ ...each, settled: Number(each.settled) })),
  );
}

/** How the actor's workspace moderates, for the page. */
export async function transparencyView({ workspaceId }: Actor): Promise<TransparencyView> {
  return countModeration(await db(), [workspaceId], new Date());
}

/** The same, for programs. */
export const getTransparency = query(z.object({}), { summary: "Read in numbers how the workspace is moderated." }, transparencyView);

/** The same as a table. */
export const exportTransparency = query(
  z.object({}),
  { summary: "Take out in numbers how the workspace is moderated, as CSV.", makesFile: true },
  async (actor) =>
    new FileResult({
      type: "text/csv; charset=utf-8",
      filename: exportFilename("Moderation in numbers", "csv"),
      body: transparencyCsv(await transparencyView(actor)),
    }),
);

/** How those workspaces moderate that let everybody read it; null where none does. */
export async function publicTransparency(): Promise<TransparencyView | null> {
  const prisma = await db();
  const open = await prisma.workspace.findMany({ where: { publicTransparency: true }, select: { id: true } });
  return open.length === 0
    ? null
    : countModeration(
        prisma,
        open.map(({ id }) => id),
        new Date(),
      );
}
