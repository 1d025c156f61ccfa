import type { Tx } from "@/lib/db/client";
import type { Report } from "@/lib/exporters/report";
import { cleanField } from "@/lib/exporters/clean";
import { storedReport } from "@/lib/exporters/stored-report";

/** A report that was kept with a publication of the document. Who corrected is called as they are today: whoever deleted their account has no name any more. */
export async function keptReport(tx: Tx, documentId: string, kept: unknown): Promise<Report> {
  const report = storedReport(kept);
  if (report.corrections.length === 0) return report;
  const rows = await tx.correction.findMany({ where: { documentId }, select: { id: true, by: { select: { name: true } } } });
  const names = new Map(rows.map(({ id, by }) => [id, cleanField(by.name)]));
  return { ...report, corrections: report.corrections.map((each) => ({ ...each, by: names.get(each.id) ?? "" })) };
}
