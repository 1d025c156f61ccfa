import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "@/lib/db/client";
import type { Report } from "@/lib/exporters/report";
import { keptReport } from "./kept-report";

/** The latest publication of the document, also of a page that is taken back; null when it was never published. */
export async function latestPublication(tx: Tx, documentId: string): Promise<{ id: string; number: number; report: Report } | null> {
  const row = await tx.publication.findFirst({
    where: { page: { documentId } },
    select: { id: true, number: true, report: true },
    orderBy: { number: "desc" },
  });
  // A report can be long, and is taken apart by whoever asks for it.
  await turn();
  return row && { ...row, report: await keptReport(tx, documentId, row.report) };
}
