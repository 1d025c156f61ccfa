import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, type FileChild } from "docx";
import { BRAND } from "@/lib/domain/brand";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { directionOf } from "@/lib/domain/text";
import { correctionLead, correctionWords } from "./correction-words";
import { cutText } from "./cut-text";
import { docxText, wordsParagraph } from "./docx-blocks";
import { claimCheck, claimComment } from "./docx-checks";
import { DOCX_TONES, linked, textRuns } from "./docx-runs";
import { SourceNotes } from "./docx-sources";
import { docxStyles } from "./docx-style";
import type { ExportedFile } from "./exported-file";
import { methodSentences } from "./method";
import type { Report } from "./report";
import { settledDocx } from "./settled-docx";
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
  const children = bodyOf(report, rtl, sources);
  const file = new Document({
    title: document.title.replace(/\s+/g, " ").trim() || "Fact check",
    creator: workspace,
    lastModifiedBy: workspace,
    description: `Fact check, made with ${BRAND.name} on ${longDate(report.exportedAt)}`,
    styles: docxStyles(document.language, rtl),
    comments: { children: claims.map((claim) => claimComment(claim, report)) },
    endnotes: sources.endnotes(),
    sections: [
      {
        headers: { default: new Header({ children: [wordsParagraph(title, { style: "Small" })] }) },
        footers: { default: footer(report) },
        children,
      },
    ],
  });
  const body = settledDocx(await Packer.toBuffer(file), report.exportedAt);
  return { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension: "docx", body };
}

function footer({ workspace, exportedAt }: Report): Footer {
  const words = `${workspace} · made with ${BRAND.name} on ${longDate(exportedAt)} · `;
  return new Footer({
    children: [new Paragraph({ style: "Small", children: [new TextRun({ children: [words, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })] })],
  });
}

/** Word puts the endnotes below it, so that their heading is its end. */
function bodyOf(report: Report, rtl: boolean, sources: SourceNotes): FileChild[] {
  const { title, blocks } = docxText(report, rtl);
  const { claims, corrections, scale } = report;
  const whole = corrections.filter(({ claimId }) => claimId === null);
  return [
    ...(report.audience === "desk" ? [warning(report)] : []),
    wordsParagraph(`${report.workspace} · Fact check`, { style: "Small" }),
    title,
    byline(report),
    summary(report),
    ...blocks,
    ...(claims.length === 0 ? [] : [part("The checks")]),
    ...claims.flatMap((claim) => claimCheck(claim, report, sources)),
    ...(whole.length === 0 ? [] : [part("Corrections"), ...whole.map((each) => wordsParagraph(`${correctionLead(each)}: ${correctionWords(each)}`))]),
    part("Verdicts and method"),
    ...scale.labels.map(
      ({ name, tone, count, definition, boundaryRule }) =>
        new Paragraph({
          children: [
            new TextRun({
              text: name,
              bold: true,
              shading: { type: "clear", color: "auto", fill: DOCX_TONES[tone].wash },
              underline: { type: DOCX_TONES[tone].line, color: DOCX_TONES[tone].ink },
            }),
            ...textRuns(` (${counted(count, "claim")}): ${[definition, boundaryRule].filter(Boolean).join(" ")}`),
          ],
        }),
    ),
    wordsParagraph(methodSentences(report).join(" ")),
    ...(sources.count === 0 ? [] : [part("Sources")]),
  ];
}

function part(words: string): Paragraph {
  return new Paragraph({ heading: "Heading1", children: textRuns(words) });
}

function warning({ confidential }: Report): Paragraph {
  const words = `For the desk, not for publication.${confidential ? " It names confidential sources." : ""}`;
  return new Paragraph({ children: [new TextRun({ text: words, bold: true, color: DOCX_TONES.false.ink })] });
}

function byline({ document, publication }: Report): Paragraph {
  const words = [DOCUMENT_KIND_NAMES[document.kind], document.author ?? "", document.publication ?? "", longDate(document.publishedOn ?? "")].filter(Boolean);
  const url = publication?.url ?? document.url;
  return new Paragraph({
    style: "Small",
    children: [...textRuns(words.join(" · ")), ...(url === null ? [] : [new TextRun(" · "), ...linked(url, textRuns("Original", { style: "Hyperlink" }))])],
  });
}

function summary(report: Report): Paragraph {
  const counts = tallies(report).map(({ name, count }) => `${name} ${count}`);
  return wordsParagraph([counted(report.claims.length, "claim"), ...counts].join(" · "), { style: "Small" });
}
