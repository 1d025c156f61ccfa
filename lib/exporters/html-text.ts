import type { Block } from "@/lib/domain/text";
import { headingLevels, partTitle } from "./headings";
import { escapeHtml } from "./html-escape";
import { icon } from "./html-icons";
import type { HtmlUi } from "./html-ui";
import { layOut, type LaidBlock, type Segment } from "./layout";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { verdictName } from "./words";

/** The most claims that one marked stretch names. */
const NAMED_MAX = 20;
/** The most blocks that the margin notes of one block may stand beside; the stylesheet has a class for each number. */
const SPAN_MAX = 8;

/** Which verdict's switch shows and hides a claim. */
type GroupOf = (claim: ReportClaim) => number;

interface Item {
  html: string;
  notes: ReportClaim[];
}

/** The text with its claims marked, in two parts: the headline, and what follows with the short notes beside or below each block. */
export function annotatedText(report: Report, ui: HtmlUi, groupOf: GroupOf): { headline: string; body: string } {
  const { text } = report.revision;
  const { title, rest } = partTitle(layOut(report), report);
  const items = itemsOf(rest, text, groupOf);
  if (title && title.ends.length > 0) items.unshift({ html: "", notes: title.ends });
  return { headline: title ? inline(title, text, groupOf) : escapeHtml(report.document.title), body: withNotes(items, ui, groupOf) };
}

/** List items that follow each other make one list, and quotes one quotation. */
function itemsOf(laid: readonly LaidBlock[], text: string, groupOf: GroupOf): Item[] {
  const levels = headingLevels(laid.map(({ block }) => block));
  const items: Item[] = [];
  for (let at = 0; at < laid.length;) {
    const one = laid[at];
    if (!one) break;
    const { type } = one.block;
    let to = at + 1;
    while ((type === "list_item" || type === "quote") && laid[to]?.block.type === type) to += 1;
    const group = laid.slice(at, to);
    items.push({ html: blockHtml(group, text, levels[at] ?? 2, groupOf), notes: group.flatMap(({ ends }) => ends) });
    at = to;
  }
  return items;
}

function blockHtml(group: readonly LaidBlock[], text: string, level: number, groupOf: GroupOf): string {
  const [one] = group;
  if (!one) return "";
  const content = inline(one, text, groupOf);
  switch (one.block.type) {
    case "heading":
      return `<h${level}>${content}</h${level}>`;
    case "quote":
      return `<blockquote>${group.map((each) => `<p>${inline(each, text, groupOf)}</p>`).join("\n")}</blockquote>`;
    case "list_item":
      return `<ul>\n${group.map((each) => `<li>${inline(each, text, groupOf)}</li>`).join("\n")}\n</ul>`;
    case "preformatted":
      return `<pre>${content}</pre>`;
    case "turn":
      return `<div>${speakerLine(one.block)}<p>${content}</p></div>`;
    case "paragraph":
      return `<p>${content}</p>`;
  }
}

function speakerLine({ speaker = "", time = "" }: Block): string {
  if (speaker === "" && time === "") return "";
  return `<p class="who">${speaker === "" ? "" : `<bdi>${escapeHtml(speaker)}</bdi>`}${time === "" ? "" : ` <span>${escapeHtml(time)}</span>`}</p>`;
}

function inline({ block, segments }: LaidBlock, text: string, groupOf: GroupOf): string {
  let html = "";
  let link: string | null = null;
  for (const segment of segments) {
    const href: string | null = segment.marks.find((mark) => mark.type === "link")?.href ?? null;
    if (href !== link) html += (link === null ? "" : "</a>") + (href === null ? "" : `<a href="${escapeHtml(href)}">`);
    link = href;
    html += segment.begins.map(({ claim, fragment }) => `<span class="at" id="c${claim.number}-${fragment + 1}"></span>`).join("");
    html += marked(segment, styled(segment, words(text.slice(segment.start, segment.end), block)), groupOf);
    if (segment.ends.length === 0) continue;
    if (link !== null) html += "</a>";
    link = null;
    html += `<sup>${segment.ends.map(noteLink).join(", ")}</sup>`;
  }
  return link === null ? html : `${html}</a>`;
}

function words(text: string, block: Block): string {
  const html = escapeHtml(text);
  return block.type === "preformatted" ? html : html.replaceAll("\n", "<br>");
}

function styled(segment: Segment, html: string): string {
  const has = (type: string) => segment.marks.some((mark) => mark.type === type);
  let result = html;
  if (has("code")) result = `<code>${result}</code>`;
  if (has("emphasis")) result = `<em>${result}</em>`;
  return has("strong") ? `<strong>${result}</strong>` : result;
}

/** Where claims overlap, the outer one keeps its line and the inner one gets its own below; from three on the wash is deeper. */
function marked({ claims }: Segment, html: string, groupOf: GroupOf): string {
  const inner = claims.at(-1);
  if (!inner) return html;
  const outer = claims.at(-2);
  const named = claims.slice(-NAMED_MAX);
  const title = named.map((claim) => `${claim.number}: ${verdictName(claim)}`).join(" · ");
  const content = outer ? `<span class="in t-${inner.tone}">${html}</span>` : html;
  const tone = `t-${(outer ?? inner).tone}${claims.length > 2 ? " y" : ""}`;
  return `<mark class="${tone}" data-claims="${named.map(({ number }) => number).join(" ")}" data-v="${[...new Set(claims.map(groupOf))].join(" ")}" title="${escapeHtml(title)}">${content}</mark>`;
}

function noteLink(claim: ReportClaim): string {
  const label = escapeHtml(`${claim.number}: ${verdictName(claim)}`);
  return `<a class="t-${claim.tone}" id="ref-${claim.number}" href="#note-${claim.number}" role="doc-noteref" aria-label="${label}">${claim.number}</a>`;
}

/** Notes may reach down beside the blocks that have none, so that they do not push the text apart. */
function withNotes(items: readonly Item[], ui: HtmlUi, groupOf: GroupOf): string {
  return items
    .map(({ html, notes }, index) => {
      if (notes.length === 0) return html;
      const free = items.slice(index + 1, index + SPAN_MAX).findIndex((item) => item.notes.length > 0);
      const span = free < 0 ? Math.min(items.length - index, SPAN_MAX) : free + 1;
      return `${html}\n<div class="side${span > 1 ? ` r${span}` : ""}" role="note">${notes.map((claim) => sideNote(claim, ui, groupOf(claim))).join("\n")}</div>`;
    })
    .join("\n");
}

function sideNote(claim: ReportClaim, ui: HtmlUi, group: number): string {
  const name = claim.verdict ? `<bdi>${escapeHtml(claim.verdict.name)}</bdi>` : ui.words(verdictName(claim));
  const link = `<a href="#note-${claim.number}">${icon(claim.tone)}${claim.number} ${name}</a>`;
  return `<p class="t-${claim.tone}" data-v="${group}" dir="auto">${link} ${escapeHtml(claim.ruling?.summary ?? claim.statement)}</p>`;
}
