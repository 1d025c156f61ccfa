import { escapeHtml } from "./html-escape";
import type { HtmlUi } from "./html-ui";
import type { Report, ReportLabel } from "./report";
import { methodSentences } from "./method";
import { counted } from "./words";

/** What each verdict means and how the report was made. */
export function methodHtml(report: Report, ui: HtmlUi): string {
  const { labels } = report.scale;
  return `<section class="method" id="method" aria-labelledby="method-title">
<h2 class="part" id="method-title">${ui.words("Verdicts and method")}</h2>
${labels.length === 0 ? "" : `<dl class="scale">\n${labels.map((label, index) => definition(label, index, ui)).join("\n")}\n</dl>`}
<h3>${ui.words("How this was made")}</h3>
<p${ui.attributes}>${escapeHtml(methodSentences(report).join(" "))}</p>
${policies(report, ui)}</section>`;
}

/** The addresses at which the publisher says how it works, and what each is called. */
export function policyLinks({ policies: { verification, corrections, principles, funding } }: Report["publisher"]): [string | null, string][] {
  return [
    [verification, "How we check"],
    [corrections, "How we correct"],
    [principles, funding === null ? "Principles and funding" : "Principles"],
    [funding, "Owners and funding"],
  ];
}

function policies({ publisher }: Report, ui: HtmlUi): string {
  const known = policyLinks(publisher).flatMap(([href, words]) => (href === null ? [] : [`<a href="${escapeHtml(href)}">${ui.words(words)}</a>`]));
  return known.length === 0 ? "" : `<p class="jump">${known.join(" ")}</p>\n`;
}

function definition(label: ReportLabel, index: number, ui: HtmlUi): string {
  const rule = label.boundaryRule === "" ? "" : `<dd class="rule" dir="auto">${escapeHtml(label.boundaryRule)}</dd>`;
  return `<div id="label-${index + 1}"><dt><mark class="t-${label.tone}"><bdi>${escapeHtml(label.name)}</bdi></mark></dt><dd dir="auto">${escapeHtml(label.definition)}</dd>${rule}<dd class="rule">${ui.words(counted(label.count, "claim"))}</dd></div>`;
}
