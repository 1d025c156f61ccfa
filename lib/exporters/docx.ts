import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { BRAND } from "@/lib/domain/brand";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { directionOf } from "@/lib/domain/text";
import { correctionLead, correctionWords } from "./correction-words";
import { cutText } from "./cut-text";
import { isolating, runsRightToLeft } from "./direction";
import { docxText, lineParagraph, wordsParagraph } from "./docx-blocks";
import { claimCheck, claimComment } from "./docx-checks";
import { DOCX_TONES, linked, partRuns, textRuns } from "./docx-runs";
import { SourceNotes } from "./docx-sources";
import { docxStyles } from "./docx-style";
import { joined, paragraph, run, type WordXml } from "./docx-xml";
import type { ExportedFile } from "./exported-file";
import { methodSentences } from "./method";
import type { Report } from "./report";
import { correctionsAbout } from "./report-publication";
import { filledDocx } from "./filled-docx";
import { tallies } from "./tally";
import { counted, longDate } from "./words";

/** The longest title in the head of a page, in UTF-16 units. */
const SHORT_MAX = 70;

/** The annotated text for Word and LibreOffice: a comment at each claim, the checks below the text, their sources as endnotes. */
export async function writeDocx(report: Report): Promise<ExportedFile<Uint8Array<ArrayBuffer>>> {
  const { document, claims, workspace } = report;
  const rtl = directionOf(document.language) === "rtl";
  const title = cutText(document.title, SHORT_MAX) || "Fact check";
  const sources = new SourceNotes();
  const body = joined(bodyOf(report, rtl, sources));
  // The library makes what is around the words: of all the words it would take ten times as long.
  const frame = new Document({
    title: document.title.replace(/\s+/g, " ").trim() || "Fact check",
    creator: workspace,
    lastModifiedBy: workspace,
    description: `Fact check, made with ${BRAND.name} on ${longDate(report.exportedAt)}`,
    styles: docxStyles(document.language, rtl),
    comments: { children: [] },
    sections: [{ headers: { default: header(title) }, footers: { default: footer(report) }, children: [] }],
  });
  const comments = joined(claims.map((claim) => claimComment(claim, report)));
  return {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    body: filledDocx(await Packer.toBuffer(frame), { body, comments, endnotes: joined(sources.endnotes()) }, report.exportedAt),
  };
}

function header(title: string): Header {
  const rightToLeft = runsRightToLeft(title);
  return new Header({
    children: [
      new Paragraph({ style: "Small", bidirectional: rightToLeft, children: [new TextRun({ text: title, ...(rightToLeft ? { rightToLeft } : {}) })] }),
    ],
  });
}

function footer({ workspace, exportedAt }: Report): Footer {
  const words = `${workspace} · made with ${BRAND.name} on ${longDate(exportedAt)} · `;
  return new Footer({
    children: [new Paragraph({ style: "Small", children: [new TextRun({ children: [words, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })] })],
  });
}

/** Word puts the endnotes below it, so that their heading is its end. */
function bodyOf(report: Report, rtl: boolean, sources: SourceNotes): WordXml[] {
  const { title, blocks } = docxText(report, rtl);
  const { claims, scale } = report;
  const whole = correctionsAbout(report, null);
  return [
    ...(report.audience === "desk" ? [warning(report)] : []),
    lineParagraph([report.workspace, "Fact check"], " · ", { style: "Small", rightToLeft: rtl }),
    title,
    byline(report, rtl),
    summary(report, rtl),
    ...blocks,
    ...(claims.length === 0 ? [] : [part("The checks", rtl)]),
    ...claims.flatMap((claim) => claimCheck(claim, report, sources, rtl)),
    ...(whole.length === 0 ? [] : [part("Corrections", rtl), ...whole.map((each) => lineParagraph([correctionLead(each), correctionWords(each)], ": "))]),
    part("Verdicts and method", rtl),
    ...scale.labels.map(({ name, tone, count, definition, boundaryRule }) => {
      const { ink, wash, line } = DOCX_TONES[tone];
      return paragraph([
        run(isolating(false)(name), { bold: true, wash, underline: { type: line, color: ink } }),
        ...partRuns([` (${counted(count, "claim")}):`, definition, boundaryRule].filter(Boolean), " ", false),
      ]);
    }),
    wordsParagraph(methodSentences(report).join(" ")),
    ...(sources.count === 0 ? [] : [part("Sources", rtl)]),
  ];
}

function part(words: string, rightToLeft: boolean): WordXml {
  return paragraph(textRuns(words), { style: "Heading1", rightToLeft });
}

function warning({ confidential }: Report): WordXml {
  const words = `For the desk, not for publication.${confidential ? " It names confidential sources." : ""}`;
  return paragraph([run(words, { bold: true, color: DOCX_TONES.false.ink })]);
}

function byline({ document, publication }: Report, rightToLeft: boolean): WordXml {
  const words = [DOCUMENT_KIND_NAMES[document.kind], document.author ?? "", document.publication ?? "", longDate(document.publishedOn ?? "")].filter(Boolean);
  const url = publication?.url ?? document.url;
  const original = url === null ? [] : [run(" · "), ...linked(url, textRuns("Original", { style: "Hyperlink" }))];
  return paragraph([...partRuns(words, " · ", rightToLeft), ...original], { style: "Small", rightToLeft });
}

function summary(report: Report, rightToLeft: boolean): WordXml {
  const counts = tallies(report).map(({ name, count }) => `${name} ${count}`);
  return lineParagraph([counted(report.claims.length, "claim"), ...counts], " · ", { style: "Small", rightToLeft });
}
