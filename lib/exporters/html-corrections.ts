import { CORRECTION_NAMES } from "@/lib/domain/correction";
import { escapeHtml } from "./html-escape";
import type { HtmlUi } from "./html-ui";
import type { Report } from "./report";
import { correctionsAbout, type ReportCorrection } from "./report-publication";
import { longDate } from "./words";

/** What was changed of one claim after publication, at its note; empty when nothing was. */
export function claimCorrections(report: Report, claimId: string, ui: HtmlUi): string {
  const own = correctionsAbout(report, claimId);
  return own.length === 0 ? "" : `<h4>${ui.words("Corrections")}</h4>\n<ul class="cor">${own.map((each) => correctionHtml(each, ui, null)).join("\n")}</ul>`;
}

/** Everything that was changed after publication, the latest first; empty when nothing was. */
export function correctionsHtml(report: Report, ui: HtmlUi): string {
  if (report.corrections.length === 0) return "";
  const numbers = new Map<string | null, number>(report.claims.map(({ id, number }) => [id, number]));
  const items = report.corrections.map((each) => {
    const number = numbers.get(each.claimId);
    return correctionHtml(each, ui, number === undefined ? ui.words("The page") : `<a href="#note-${number}">${ui.words(`Claim ${number}`)}</a>`);
  });
  return `<section class="method" id="corrections" aria-labelledby="corrections-title">
<h2 class="part" id="corrections-title">${ui.words("Corrections")}</h2>
<ul class="cor">${items.join("\n")}</ul>
</section>`;
}

/** One entry; `about` is HTML that says what it is about, null where that is plain. */
export function correctionHtml({ kind, what, why, by, at, verdict, version }: ReportCorrection, ui: HtmlUi, about: string | null): string {
  const change =
    verdict === null
      ? ""
      : `<p class="aside"><bdi>${escapeHtml(verdict.before ?? "–")}</bdi> → ${verdict.after === null ? ui.words("withdrawn") : `<bdi>${escapeHtml(verdict.after)}</bdi>`}</p>`;
  const facts = [`<time datetime="${escapeHtml(at)}">${ui.words(longDate(at))}</time>`, `<bdi>${escapeHtml(by)}</bdi>`, ui.words(`version ${version}`)];
  return [
    `<li><p class="tags"><span class="tag">${ui.words(CORRECTION_NAMES[kind])}</span>${about === null ? "" : `<span>${about}</span>`}</p>`,
    `<p class="src" dir="auto">${escapeHtml(what)}</p>`,
    change,
    `<p class="why" dir="auto">${escapeHtml(why)}</p>`,
    `<p class="meta">${facts.map((fact) => `<span>${fact}</span>`).join("")}</p></li>`,
  ]
    .filter(Boolean)
    .join("");
}
