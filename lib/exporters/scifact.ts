import type { Stance } from "@/lib/domain/evidence";
import { judgedClaims, type JudgedClaim } from "./dataset";
import { datasheet } from "./datasheet";
import type { Exporter } from "./exported-file";
import { safeJson, type Json, type JsonObject } from "./json";
import type { Report } from "./report";
import type { ReportEvidence } from "./report-claim";
import { zipped } from "./zip";

/** What the form calls a stance. Context backs no label: its source is cited only. */
const LABELS: Record<Stance, string | null> = { supports: "SUPPORT", refutes: "CONTRADICT", context: null };

interface Work {
  id: number;
  source: ReportEvidence["source"];
  /** The passages that are quoted from it, each once, with their places. */
  passages: Map<string, number>;
}

/**
 * The judged claims in the form of SciFact (https://github.com/allenai/scifact): one JSON object a line, claims in one file and what they cite in another, with
 * the datasheet. The abstract of a work holds the passages that are quoted from it, and nothing else of it.
 */
export const writeScifact: Exporter = (report) => {
  const claims = judgedClaims(report, "scifact");
  const works = worksOf(claims);
  const about = [
    "`corpus.jsonl` holds the works that are cited; their abstract is the list of the passages that are quoted, not the whole work.",
    "`evidence` names these passages by their place in that list. What supports is `SUPPORT`, what refutes `CONTRADICT`; works that give context, or are not quoted, are in `cited_doc_ids` only.",
    "`label` is the desk's verdict on the claim, a field of our own; the form has none.",
  ];
  const files = {
    "claims.jsonl": lines(claims.map((claim) => claimEntry(claim, works, report))),
    "corpus.jsonl": lines([...works.values()].map(workEntry)),
    "DATASHEET.md": datasheet(report, { name: "claims in the form of SciFact", form: "scifact", about }),
  };
  return { type: "application/zip", extension: "scifact.zip", body: zipped(files) };
};

function worksOf(claims: readonly JudgedClaim[]): Map<string, Work> {
  const works = new Map<string, Work>();
  for (const { source, quote } of claims.flatMap(({ evidence }) => evidence)) {
    const work = works.get(source.id) ?? { id: works.size + 1, source, passages: new Map<string, number>() };
    works.set(source.id, work);
    if (quote !== "" && !work.passages.has(quote)) work.passages.set(quote, work.passages.size);
  }
  return works;
}

function claimEntry(claim: JudgedClaim, works: ReadonlyMap<string, Work>, { document }: Report): JsonObject {
  const evidence: Record<string, Json[]> = {};
  const cited = new Set<number>();
  for (const { source, stance, quote } of claim.evidence) {
    const work = works.get(source.id);
    if (!work) continue;
    cited.add(work.id);
    const label = LABELS[stance];
    if (label !== null && quote !== "") (evidence[work.id] ??= []).push({ sentences: [work.passages.get(quote) ?? 0], label });
  }
  return { id: claim.deskNumber, claim: claim.statement, label: claim.label, evidence, cited_doc_ids: [...cited], language: document.language };
}

function workEntry({ id, source, passages }: Work): JsonObject {
  return {
    doc_id: id,
    title: source.title,
    abstract: [...passages.keys()],
    structured: false,
    url: source.url,
    author: source.author || null,
    published_on: source.publishedOn,
  };
}

function lines(entries: readonly JsonObject[]): string {
  return entries.map((entry) => `${safeJson(entry)}\n`).join("");
}
