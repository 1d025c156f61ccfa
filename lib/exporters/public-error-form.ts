import { FLAG_REASON_NAMES, FLAG_REASONS } from "@/lib/domain/flag";
import { escapeHtml } from "./html-escape";
import { htmlPage, publisherLine, type HtmlPage } from "./html-shell";
import { createHtmlUi } from "./html-ui";
import { madeWith, publicFoot, type PublicPlace } from "./public-frame";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";

/** What somebody wrote into the form, as it came. */
export interface ErrorFormValues {
  reason: string;
  note: string;
  contact: string;
}

interface ErrorFormState {
  values: ErrorFormValues;
  /** What is wrong with it, by field; "" for the whole. */
  faults: Readonly<Record<string, string>>;
  /** The report has arrived. */
  received: boolean;
}

export const EMPTY_ERROR_FORM: ErrorFormState = { values: { reason: "error", note: "", contact: "" }, faults: {}, received: false };

/** The form by which a reader reports an error, without an account and without a script; filled with what was written when it comes back. */
export function publicErrorForm(
  report: Report,
  claim: ReportClaim | null,
  url: string,
  place: PublicPlace,
  { values, faults, received }: ErrorFormState,
): HtmlPage {
  const ui = createHtmlUi("en");
  const { document } = report;
  const address = claim ? `${url}/claims/${claim.deskNumber}` : url;
  const name = claim ? claim.statement : document.title;
  const about = `<p class="by"><a href="${escapeHtml(address)}" lang="${escapeHtml(document.language)}" dir="auto">${escapeHtml(name)}</a></p>`;
  const thanks = `<p class="ruling" role="status">Thank you: the desk has your report.</p><p>What comes of it stands in the list of corrections. If you left an address, the desk can answer you.</p>`;
  const content = `<div class="page">
<header class="head">${publisherLine(report, ui)}<h1>${received ? "Reported" : "Report an error"}</h1>${about}</header>
<main class="body report" id="form">
${received ? thanks : form(claim, url, values, faults)}
</main>
<footer class="foot">${madeWith(report.workspace, ui)}${publicFoot(report, place, null, ui)}</footer>
</div>`;
  const head = ['<meta name="robots" content="noindex">'];
  const title = received ? "Reported" : "Report an error";
  return htmlPage(
    { title: `${title} · ${document.title}`, language: "en", accent: report.publisher.accent, head, body: content, script: null, main: "form" },
    ui,
    {
      forms: true,
    },
  );
}

function form(claim: ReportClaim | null, url: string, values: ErrorFormValues, faults: Readonly<Record<string, string>>): string {
  const fault = (field: string) => (faults[field] ? `<p class="fault" id="${field}-fault">${escapeHtml(faults[field])}</p>` : "");
  const marks = (field: string) => (faults[field] ? ` aria-invalid="true" aria-describedby="${field}-fault"` : "");
  const options = FLAG_REASONS.map(
    (reason) => `<option value="${reason}"${reason === values.reason ? " selected" : ""}>${escapeHtml(FLAG_REASON_NAMES[reason])}</option>`,
  );
  const whole = faults[""] ? `<p class="warn" role="alert">${escapeHtml(faults[""])}</p>` : "";
  return `${whole}<form method="post" action="${escapeHtml(`${url}/report${claim ? `?claim=${claim.deskNumber}` : ""}`)}">
<p class="row"><label for="reason">What is it about?</label><select id="reason" name="reason"${marks("reason")}>${options.join("")}</select></p>${fault("reason")}
<p class="row"><label for="note">What is wrong, and how do you know?</label><textarea id="note" name="note" rows="7" maxlength="4000" required${marks("note")}>${escapeHtml(values.note)}</textarea></p>${fault("note")}
<p class="row"><label for="contact">An address for an answer <span>(may be left out)</span></label><input id="contact" name="contact" type="text" maxlength="254" autocomplete="email" value="${escapeHtml(values.contact)}"${marks("contact")}></p>${fault("contact")}
<p class="row"><button type="submit">Send the report</button></p>
<p class="aside">Only the desk reads it.</p>
</form>`;
}
