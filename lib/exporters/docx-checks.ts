import { mediaLinks, mediaSentence } from "@/lib/domain/media";
import { STATE_NAMES } from "@/lib/domain/claim";
import { correctionLead, correctionWords } from "./correction-words";
import { cutText } from "./cut-text";
import { deskRows } from "./desk-rows";
import { isolating, runsRightToLeft } from "./direction";
import { lineParagraph, richParagraphs, wordsParagraph } from "./docx-blocks";
import { commentId, DOCX_TONES, linked, partRuns, textRuns } from "./docx-runs";
import type { SourceNotes } from "./docx-sources";
import { bookmark, comment, commentEnd, commentStart, linkWithin, paragraph, run, type WordXml } from "./docx-xml";
import type { Report } from "./report";
import { correctionsAbout } from "./report-publication";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { answeredQuestions, answerSentence, unansweredSentence, type ReportQuestion } from "./report-questions";
import { richBlocks } from "./rich-nodes";
import { archiveName, attribution, doubtNotes, placeLine, shortQuote, spoken, verdictName, withheldSentence } from "./words";

/** The longest statement in a heading, in UTF-16 units; the whole of it stands below. */
const BRIEF_MAX = 180;

/** The comment that an editor finds at the claim: the verdict, the summary, the sources. */
export function claimComment(claim: ReportClaim, report: Report): WordXml {
  const author = claim.desk?.rulingBy ?? report.workspace;
  const date = new Date(claim.ruling?.updatedAt ?? report.exportedAt).toISOString();
  return comment({ id: commentId(claim), author, initials: initialsOf(author), date }, [
    paragraph([run(`${claim.number} · ${verdictName(claim)}`, { bold: true })]),
    wordsParagraph(claim.statement),
    ...(claim.ruling ? [wordsParagraph(claim.ruling.summary)] : []),
    ...claim.evidence.map((evidence) =>
      lineParagraph([spoken(evidence.stance), [evidence.source.title, evidence.source.url ?? ""].filter(Boolean).join("\n")], ": "),
    ),
  ]);
}

function initialsOf(name: string): string {
  return (name.match(/(?<!\p{L})\p{L}/gu) ?? []).slice(0, 3).join("").toUpperCase();
}

/** The whole record of one claim, in a document that runs from right to left or not; its sources become endnotes. */
export function claimCheck(claim: ReportClaim, report: Report, sources: SourceNotes, rtl: boolean): WordXml[] {
  const { number, tone, statement, ruling, desk, state } = claim;
  const brief = cutText(statement, BRIEF_MAX) || "–";
  const inText = claim.fragments.length > 0;
  const shownState = state === "corrected" || state === "voided" || desk ? ` · ${STATE_NAMES[state]}` : "";
  const quote = shortQuote(claim.fragments);
  const { asked, others } = answeredQuestions(claim);
  return [
    paragraph([run(`${number}  ${isolating(rtl)(verdictName(claim))}`, { color: DOCX_TONES[tone].ink, bold: true }), run(shownState)], {
      style: "Verdict",
      keepNext: true,
      rightToLeft: rtl,
    }),
    paragraph(
      [...(inText ? [] : [commentStart(commentId(claim))]), bookmark("check", number, textRuns(brief)), ...(inText ? [] : [commentEnd(commentId(claim))])],
      { style: "Heading2", rightToLeft: runsRightToLeft(brief) },
    ),
    ...(statement.length > BRIEF_MAX ? [wordsParagraph(statement)] : []),
    ...(quote === "" ? [] : [wordsParagraph(`“${quote}”`, { style: "Quote" })]),
    ...small([attribution(claim)], ", ", rtl),
    ...small(
      doubtNotes(claim).map((each) => [each.words, `“${each.quote}”`]),
      " ",
    ),
    ...(inText ? [wayBack(number, rtl)] : []),
    ...(ruling ? [wordsParagraph(ruling.summary, { style: "Summary" }), ...richParagraphs(richBlocks(ruling.justification))] : []),
    ...mediaParagraphs(claim),
    ...correctionsAbout(report, claim.id).map((each) => lineParagraph([correctionLead(each), correctionWords(each)], ": ")),
    ...(desk
      ? small(
          deskRows(desk).map(({ name, value }) => [name, value]),
          ": ",
        )
      : []),
    ...asked.flatMap((each) => questionParagraphs(each, sources)),
    ...others.flatMap((evidence) => evidenceParagraphs(evidence, sources)),
    ...small([[withheldSentence(claim)]]),
    ...(desk?.assessments ?? []).flatMap(({ reviewer, label, confidence, rationale }) => [
      ...small([[`Assessment: ${reviewer}`, label ?? "", confidence === null ? "" : `${confidence} confidence`]], ", "),
      ...richParagraphs(richBlocks(rationale)),
    ]),
  ];
}

function mediaParagraphs(claim: ReportClaim): WordXml[] {
  if (!claim.media) return [];
  const links = mediaLinks(claim.media).flatMap(({ name, url }) => [run(" · "), ...linked(url, textRuns(name, { style: "Hyperlink" }))]);
  return [paragraph([...textRuns(mediaSentence(claim.media)), ...links], { style: "Small" })];
}

function wayBack(number: number, rightToLeft: boolean): WordXml {
  return paragraph([linkWithin("claim", number, [run("In the text", { style: "Hyperlink" })])], { style: "Small", rightToLeft });
}

/** Lines of parts, those without any left out. */
function small(lines: readonly (readonly string[])[], between = "", rightToLeft?: boolean): WordXml[] {
  return lines
    .filter((parts) => parts.some(Boolean))
    .map((parts) => lineParagraph(parts, between, { style: "Small", ...(rightToLeft === undefined ? {} : { rightToLeft }) }));
}

function questionParagraphs({ question, answers }: { question: ReportQuestion; answers: readonly ReportEvidence[] }, sources: SourceNotes): WordXml[] {
  return [
    wordsParagraph(question.text, { style: "Summary" }),
    ...(answers.length > 0 ? answers.flatMap((evidence) => evidenceParagraphs(evidence, sources)) : small([[unansweredSentence(question)]])),
    ...(question.note === "" ? [] : small([["Note", question.note]], ": ")),
  ];
}

function evidenceParagraphs(evidence: ReportEvidence, sources: SourceNotes): WordXml[] {
  const { source, stance, archiveUrl, quote, note } = evidence;
  const answer = answerSentence(evidence);
  const marks = [spoken(stance), source.primary ? "primary source" : "", evidence.confidential ? "confidential" : ""].filter(Boolean).join(", ");
  const link = (url: string | null, words: string) => linked(url, textRuns(words, url === null ? {} : { style: "Hyperlink" }));
  const use = placeLine(evidence);
  const rightToLeft = runsRightToLeft(source.title);
  return [
    paragraph([run(`${marks}: `, { bold: true }), ...link(source.url, source.title), sources.numberOf(evidence)], {
      style: "Source",
      rightToLeft,
    }),
    ...(use.length === 0 && archiveUrl === null
      ? []
      : [
          paragraph(
            [
              ...partRuns(use, " · ", rightToLeft),
              ...(archiveUrl === null ? [] : [run(use.length === 0 ? "" : " · "), ...link(archiveUrl, archiveName(evidence))]),
            ],
            {
              style: "SourceLine",
              rightToLeft,
            },
          ),
        ]),
    ...(answer === "" ? [] : [wordsParagraph(answer)]),
    ...(quote.trim() === "" ? [] : [wordsParagraph(quote, { style: "Quote" })]),
    ...(note.trim() === "" ? [] : [lineParagraph(["Note", note], ": ", { style: "SourceLine" })]),
  ];
}
