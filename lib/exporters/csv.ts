import { joinedQuote } from "@/lib/domain/anchor";
import { STATE_NAMES } from "@/lib/domain/claim";
import { MEDIA_AUTHENTICITY_NAMES } from "@/lib/domain/media";
import { correctionLead, correctionWords } from "./correction-words";
import { csvText } from "./csv-text";
import type { TextExporter } from "./exported-file";
import type { Report } from "./report";
import { correctionsAbout, type ReportCorrection } from "./report-publication";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { spoken } from "./words";

type Column = [header: string, value: (claim: ReportClaim, report: Report) => string | number];

const COLUMNS: Column[] = [
  ["number", (claim) => claim.number],
  ["claim_id", (claim) => claim.id],
  ["statement", (claim) => claim.statement],
  ["short_form", (claim) => claim.shortForm],
  ["quote", (claim) => joinedQuote(claim.fragments)],
  ["quote_not_found", (claim) => joinedQuote(claim.lost)],
  ["speaker", (claim) => claim.speaker],
  ["said_on", (claim) => claim.saidOn ?? ""],
  ["type", (claim) => spoken(claim.type ?? "")],
  ["tags", (claim) => claim.tags.join("; ")],
  ["state", (claim) => STATE_NAMES[claim.state]],
  ["verdict", (claim) => claim.verdict?.name ?? ""],
  ["rating", (claim) => claim.verdict?.rating ?? ""],
  ["ruling", (claim) => claim.ruling?.summary ?? ""],
  ["justification", (claim) => claim.ruling?.justification ?? ""],
  ["media", (claim) => claim.media?.kind ?? ""],
  ["media_url", (claim) => claim.media?.url ?? ""],
  ["media_authenticity", (claim) => (claim.media?.authenticity ? MEDIA_AUTHENTICITY_NAMES[claim.media.authenticity] : "")],
  ["media_context", (claim) => claim.media?.context ?? ""],
  ["media_original_url", (claim) => claim.media?.originalUrl ?? ""],
  ["ruled_at", (claim) => claim.ruling?.updatedAt ?? ""],
  ["evidence_count", (claim) => claim.evidence.length],
  ["evidence", (claim) => claim.evidence.map(evidenceLine).join("\n")],
  ["archived_copies", (claim) => claim.evidence.flatMap(({ archiveUrl }) => archiveUrl ?? []).join("\n")],
  ["document_title", (_, { document }) => document.title],
  ["document_url", (_, { document }) => document.url ?? ""],
  ["scale", (_, { scale }) => `${scale.name} (version ${scale.version})`],
  ["corrections", (claim, report) => correctionsAbout(report, claim.id).map(correctionLine).join("\n")],
  // The same in each row, as the other facts of the document.
  ["document_corrections", (_, report) => correctionsAbout(report, null).map(correctionLine).join("\n")],
];

const DESK_COLUMNS: Column[] = [
  ["desk_number", (claim) => claim.deskNumber],
  // Of each fragment of the quote, in its order.
  ["place_status", ({ fragments }) => fragments.map(({ place }) => place?.status ?? "").join("; ")],
  ["place_similarity", ({ fragments }) => fragments.map(({ place }) => place?.similarity.toFixed(3) ?? "").join("; ")],
  ["quoted_before", ({ fragments }) => joinedQuote(fragments.flatMap(({ place }) => (place?.quoted ? [{ exact: place.quoted }] : [])))],
  ["assignees", (claim) => (claim.desk?.assignees ?? []).join("; ")],
  ["check_worthiness", (claim) => spoken(claim.desk?.checkWorthiness ?? "")],
  ["skip_reason", (claim) => spoken(claim.desk?.skipReason ?? "")],
  ["skip_note", (claim) => claim.desk?.skipNote ?? ""],
  ["ruled_by", (claim) => claim.desk?.rulingBy ?? ""],
  [
    "evidence_notes",
    (claim) =>
      claim.evidence
        .map(({ note }) => note)
        .filter(Boolean)
        .join("\n"),
  ],
];

const ASSESSMENTS: Column = [
  "assessments",
  (claim) =>
    (claim.desk?.assessments ?? [])
      .map(({ reviewer, label, confidence, rationale }) => [reviewer, label ?? "", confidence ?? "", rationale].join(" | "))
      .join("\n"),
];

/** One row a claim, in UTF-8. */
export const writeCsv: TextExporter = (report, options = {}) => {
  const columns = [...COLUMNS, ...(report.audience === "desk" ? DESK_COLUMNS : []), ...(report.assessments ? [ASSESSMENTS] : [])];
  const rows = report.claims.map((claim) => columns.map(([, value]) => cell(value(claim, report))));
  const body = csvText([columns.map(([header]) => header), ...rows], options.bom);
  return { type: "text/csv; charset=utf-8; header=present", extension: "csv", body };
};

/** Leading white space goes: behind it a formula would pass unseen. */
function cell(value: string | number): string | number {
  return typeof value === "string" ? value.trim() : value;
}

function correctionLine(correction: ReportCorrection): string {
  return `${correctionLead(correction)}: ${correctionWords(correction)}`.replace(/\s+/g, " ");
}

function evidenceLine({ stance, source, quote }: ReportEvidence): string {
  const name = [source.title, source.publisher, source.url ?? ""].filter(Boolean).join(", ");
  return `${spoken(stance)}: ${name}${quote === "" ? "" : ` “${quote.replace(/\s+/g, " ")}”`}`;
}
