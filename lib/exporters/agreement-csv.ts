import type { AgreementView, Judged } from "@/lib/domain/agreement-report";
import { FIGURE_NAMES } from "@/lib/domain/agreement-words";
import type { Confidence } from "@/lib/domain/evidence";
import { cleanField } from "./clean";
import { csvText } from "./csv-text";
import type { ExportedFile } from "./exported-file";

export const AGREEMENT_TABLES = ["figures", "confusion", "labels", "judgements"] as const;
type AgreementTable = (typeof AGREEMENT_TABLES)[number];

/** One judgement with the names of what it is about. */
export interface JudgementRow extends Judged {
  document: string;
  /** The claim's number in its document. */
  claim: number;
  statement: string;
  reviewer: string;
  label: string | null;
  unjudgeable: boolean;
  confidence: Confidence | null;
  version: number;
  submittedAt: string;
}

type Cells = readonly (string | number | null)[];

/** One table of the agreement as CSV. */
export function agreementCsv(table: AgreementTable, view: AgreementView, judgements: readonly JudgementRow[]): ExportedFile {
  const rows = table === "judgements" ? judgementRows(judgements) : TABLES[table](view);
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? cleanField(cell).trim() : (cell ?? ""))));
  const body = csvText(cells);
  return { type: "text/csv; charset=utf-8; header=present", extension: "csv", body };
}

const TABLES: Record<Exclude<AgreementTable, "judgements">, (view: AgreementView) => Cells[]> = {
  figures: ({ report }) => [
    ["figure", "value", "low_95", "high_95", "claims"],
    ...report.figures.map(({ key, value, low, high, claims }): Cells => [FIGURE_NAMES[key], rounded(value), rounded(low), rounded(high), claims]),
  ],
  confusion: (view) => {
    const names = view.report.labelIds.map((id) => labelName(view, id));
    return [
      [view.pair ? view.pair.map((each) => each.name).join(" \\ ") : "", ...names],
      ...view.report.confusion.map((row, index): Cells => [names[index] ?? "", ...row]),
    ];
  },
  labels: (view) => [
    ["label", "chosen", "chosen_by_the_other_too"],
    ...view.report.labels.map(({ labelId, chosen, agreement }): Cells => [labelName(view, labelId), chosen, rounded(agreement)]),
  ],
};

function judgementRows(judgements: readonly JudgementRow[]): Cells[] {
  return [
    ["document", "claim", "statement", "reviewer", "label", "confidence", "version", "submitted_at"],
    ...judgements.map((row): Cells => {
      const label = row.unjudgeable ? "Cannot be judged" : row.label;
      return [row.document, row.claim, row.statement, row.reviewer, label, row.confidence, row.version, row.submittedAt];
    }),
  ];
}

function labelName({ scale }: AgreementView, id: string): string {
  return scale.labels.find((label) => label.id === id)?.name ?? "";
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 1e4) / 1e4;
}
