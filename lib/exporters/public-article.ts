import { annotatedPage } from "./html";
import type { HtmlPage } from "./html-shell";
import { createHtmlUi } from "./html-ui";
import { publicFoot, publicHead, versionList, versionNotice, type PublicContext } from "./public-frame";
import type { Report } from "./report";
import { tallies } from "./tally";
import { counted } from "./words";

/** The published annotated text: the page that is taken out, with what only a page at an address can have. */
export function publicArticle(report: Report, context: PublicContext): HtmlPage {
  const ui = createHtmlUi(report.document.language);
  const title = report.document.title;
  const site = report.workspace;
  return annotatedPage(report, {
    head: publicHead(context, { title, description: summary(report), path: "", kind: "article", site }),
    notice: versionNotice(context, "", ui),
    foot: `${versionList(context, ui)}${publicFoot(report, context, `${context.url}/report`, ui)}`,
  });
}

/** The annotated text before it is published; says so above everything, since else it looks like the published page. */
export function previewPage(report: Report): HtmlPage {
  const ui = createHtmlUi(report.document.language);
  return annotatedPage(report, {
    notice: `<p class="warn"><strong>${ui.words("This is a preview.")}</strong> ${ui.words("Readers see it like this once it is published.")}</p>\n`,
  });
}

/** What was found, in one line: "12 claims checked: 4 True, 3 Half true". */
export function summary(report: Report): string {
  const counts = tallies(report).map(({ name, count }) => `${count} ${name}`);
  const claims = `${counted(report.claims.length, "claim")} checked`;
  return counts.length === 0 ? claims : `${claims}: ${counts.join(", ")}`;
}
