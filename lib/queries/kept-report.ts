import type { Tx } from "@/lib/db/client";
import type { Report } from "@/lib/exporters/report";
import { correctionsOn } from "@/lib/exporters/report-publication";
import { storedReport } from "@/lib/exporters/stored-report";
import { correctionsOf } from "./published-facts";

/**
 * A report that was kept with a publication of the document, with the corrections that had been made by then. These are read from their own records, which never
 * change: who corrected is called as they are today, and whoever deleted their account has no name any more.
 */
export async function keptReport(tx: Tx, documentId: string, kept: unknown): Promise<Report> {
  const report = storedReport(kept);
  const version = report.publication?.version ?? 0;
  const made = (await correctionsOf(tx, documentId)).filter((each) => each.version <= version);
  return { ...report, corrections: correctionsOn(made, report.claims) };
}
