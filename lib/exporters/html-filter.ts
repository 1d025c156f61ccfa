import { escapeHtml } from "./html-escape";
import { icon } from "./html-icons";
import type { HtmlUi } from "./html-ui";
import type { ReportClaim } from "./report-claim";
import { standingLabel, tallyName, type Tally } from "./tally";

/** Hides the claims of the verdicts that are switched off. Without it the controls stay away, and everything is shown. */
export const FILTER_SCRIPT = `(()=>{const form=document.querySelector(".filter");if(!form)return;form.hidden=false;const boxes=[...form.querySelectorAll("input")];const all=[...document.querySelectorAll("[data-v]")];const shown=form.querySelector("output");const apply=()=>{const on=new Set(boxes.filter((box)=>box.checked).map((box)=>box.value));for(const each of all)each.toggleAttribute("data-off",!each.dataset.v.split(" ").some((v)=>on.has(v)));const notes=document.querySelectorAll(".note").length;const left=document.querySelectorAll(".note:not([data-off])").length;shown.textContent=left===notes?"":left+" of "+notes+" shown"};form.addEventListener("change",apply);apply()})();`;

/** Which of the tallies each claim belongs to, by its place among them. */
export function groupsOf(counts: readonly Tally[]): (claim: ReportClaim) => number {
  const places = new Map(counts.map(({ labelId, name }, place) => [labelId ?? `name:${name}`, place]));
  return (claim) => places.get(standingLabel(claim) ?? `name:${tallyName(claim)}`) ?? 0;
}

/** One switch a verdict; hidden until the script shows it, and not worth it for one verdict. */
export function filterHtml(counts: readonly Tally[], ui: HtmlUi): string {
  if (counts.length < 2) return "";
  const boxes = counts.map(({ name, tone, labelId }, place) => {
    const words = labelId === null ? ui.words(name) : `<bdi>${escapeHtml(name)}</bdi>`;
    return `<label><input type="checkbox" value="${place}" checked> ${icon(tone)}${words}</label>`;
  });
  return `<form class="filter" hidden><fieldset><legend>${ui.words("Show")}</legend>${boxes.join("")}<output class="aside"${ui.attributes}></output></fieldset></form>`;
}
