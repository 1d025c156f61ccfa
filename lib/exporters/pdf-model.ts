import { BRAND } from "@/lib/domain/brand";
import { mediaLinks, mediaSentence } from "@/lib/domain/media";
import { STATE_NAMES } from "@/lib/domain/claim";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { SOURCE_TYPE_NAMES } from "@/lib/domain/evidence";
import type { HighlightTone } from "@/lib/domain/scale";
import { directionOf } from "@/lib/domain/text";
import { correctionLead, correctionWords } from "./correction-words";
import { cutText } from "./cut-text";
import { deskRows } from "./desk-rows";
import { methodSentences } from "./method";
import { fragmentName } from "./pdf-links";
import { pdfText, type PdfBlock, type PdfRun } from "./pdf-text";
import { runsRightToLeft } from "./direction";
import { pageDirection, pdfRichBlocks, type PageDirection, type PdfRichBlock, type PdfWords } from "./pdf-words";
import type { Report } from "./report";
import { correctionsAbout } from "./report-publication";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { answeredQuestions, answerSentence, unansweredSentence } from "./report-questions";
import { richBlocks } from "./rich-nodes";
import { tallies } from "./tally";
import { usedSources, type UsedSource } from "./used-sources";
import { archiveName, counted, doubtNotes, longDate, publishedLine, shortQuote, sourceLine, spoken, verdictName, withheldSentence } from "./words";

/** The longest statement in a heading, an outline or a table, in UTF-16 units; the whole of it stands below. */
const BRIEF_MAX = 180;
/** The longest title in the head of a page, in UTF-16 units. */
const SHORT_MAX = 70;
/** The most ways back that one check offers. */
const BACK_MAX = 12;

/** The most claims that are named with one source. */
const CLAIMS_MAX = 50;

/** Everything that the layout shows, as strings. */
export interface PdfModel {
  title: string;
  short: string;
  author: string[];
  lang: string;
  region: string | null;
  dir: "ltr" | "rtl";
  accent: string | null;
  workspace: string;
  warning: string;
  headline: PdfRun[];
  byline: string;
  url: string | null;
  count: string;
  tallies: { name: string; tone: HighlightTone; count: string }[];
  /** The notes stand at the foot of the pages, and the claims in a table; else below their paragraphs, and in a list. */
  atFoot: boolean;
  text: PdfBlock[];
  claims: PdfClaim[];
  sources: PdfSource[];
  corrections: { lead: string; words: string }[];
  labels: { name: string; tone: HighlightTone; definition: string; rule: string; count: string }[];
  method: string;
  /** Some words have breaks in them, as spaces without a width. */
  breaks: boolean;
  foot: string;
}

interface PdfClaim {
  number: string;
  name: string;
  tone: HighlightTone;
  state: string;
  brief: PdfWords;
  whole: PdfWords | null;
  quote: PdfWords | null;
  said: string;
  places: { label: string; words: string }[];
  more: string;
  summary: PdfWords | null;
  rtl: boolean;
  justification: PdfRichBlock[];
  media: { words: Exclude<PdfWords, string>; links: { name: string; url: string }[] } | null;
  corrections: { lead: string; words: string }[];
  desk: { name: string; value: string }[];
  questions: { text: PdfWords; answers: PdfEvidence[]; lines: string[] }[];
  evidence: PdfEvidence[];
  withheld: string;
  assessments: { line: string; rationale: PdfRichBlock[] }[];
}

interface PdfSource {
  title: PdfWords;
  url: string | null;
  /** The address for those who read it on paper; "" where it is the title. */
  address: string;
  line: string;
  archives: { url: string; name: string }[];
  /** The first of them, and how many there are in all where there are more. */
  claims: string[];
  more: string;
}

interface PdfEvidence {
  marks: string;
  title: PdfWords;
  url: string | null;
  line: string;
  archive: { url: string; name: string } | null;
  answer: PdfWords | null;
  quote: PdfWords | null;
  note: PdfWords | null;
}

/** The report as the layout of the PDF takes it, with notes at the foot unless there are more claims than said. */
export function pdfModel(report: Report, mostAtFoot: number): PdfModel {
  const { document, workspace, publication } = report;
  const atFoot = report.claims.length <= mostAtFoot;
  const dir = directionOf(document.language);
  const page = pageDirection(dir === "rtl");
  const { headline, blocks } = pdfText(report, page, atFoot);
  const [lang = "en", ...rest] = document.language.toLowerCase().split("-");
  const title = document.title.replace(/\s+/g, " ").trim() || "Fact check";
  return {
    title,
    short: cutText(title, SHORT_MAX),
    author: document.author === null ? [] : [document.author],
    lang: /^[a-z]{2,3}$/.test(lang) ? lang : "en",
    region: rest.find((part) => /^[a-z]{2}$/.test(part)) ?? null,
    dir,
    accent: report.publisher.accent,
    workspace,
    warning: report.audience === "desk" ? `For the desk, not for publication.${report.confidential ? " It names confidential sources." : ""}` : "",
    headline,
    byline: [DOCUMENT_KIND_NAMES[document.kind], document.author ?? "", document.publication ?? "", longDate(document.publishedOn ?? "")]
      .filter(Boolean)
      .map(page.isolated)
      .join("  ·  "),
    url: publication?.url ?? document.url,
    count: `${counted(report.claims.length, "claim")} ${report.audience === "reader" ? "checked" : "in this report"}`,
    tallies: tallies(report).map(({ name, tone, count }) => ({ name: page.isolated(name), tone, count: String(count) })),
    atFoot,
    text: blocks,
    claims: report.claims.map((claim) => pdfClaim(claim, report, page)),
    sources: usedSources(report).map((each) => pdfSource(each, page)),
    corrections: correctionsAbout(report, null).map((each) => ({ lead: correctionLead(each), words: correctionWords(each) })),
    labels: report.scale.labels.map((label) => ({
      name: label.name,
      tone: label.tone,
      definition: page.isolated(label.definition.replace(/\s+/g, " ")),
      rule: label.boundaryRule === "" ? "" : page.isolated(label.boundaryRule.replace(/\s+/g, " ")),
      count: counted(label.count, "claim"),
    })),
    method: methodSentences(report).join(" "),
    breaks: false,
    foot: `${workspace} · made with ${BRAND.name} on ${longDate(report.exportedAt)}`,
  };
}

type Ruling = NonNullable<ReportClaim["ruling"]>;
const justifications = new WeakMap<Ruling, PdfRichBlock[]>();

function justificationOf(ruling: Ruling): PdfRichBlock[] {
  const known = justifications.get(ruling) ?? pdfRichBlocks(richBlocks(ruling.justification));
  justifications.set(ruling, known);
  return known;
}

/** Reads what rulings say, so that the model of their report need not: a fourth of the time that it takes. */
export function readJustifications(claims: readonly ReportClaim[]): void {
  for (const { ruling } of claims) if (ruling) justificationOf(ruling);
}

function pdfClaim(claim: ReportClaim, report: Report, page: PageDirection): PdfClaim {
  const { statement, ruling, desk, number, fragments } = claim;
  const brief = cutText(statement, BRIEF_MAX) || "–";
  const quote = shortQuote(fragments);
  const { asked, others } = answeredQuestions(claim);
  const doubts = doubtNotes(claim).map((each) => `${each.words} “${each.quote}”`);
  const whole = statement.length > BRIEF_MAX ? page.words(statement) : null;
  const place = (index: number) => ({ label: fragmentName(claim, index), words: page.english(fragments.length === 1 ? "the passage" : `part ${index + 1}`) });
  const places = fragments.slice(0, BACK_MAX).map((_, index) => place(index));
  const said = [claim.speaker, longDate(claim.saidOn ?? ""), ...doubts].filter(Boolean).map(page.isolated).join(" · ");
  return {
    number: String(number),
    name: page.isolated(verdictName(claim)),
    tone: claim.tone,
    state: claim.state === "corrected" || claim.state === "voided" || desk ? STATE_NAMES[claim.state] : "",
    brief: page.words(brief),
    whole,
    quote: quote === "" ? null : page.words(`“${quote}”`),
    said: said !== "" && places.length > 0 ? `${said} · ` : said,
    places,
    more: fragments.length > BACK_MAX ? ` … ${fragments.length}` : "",
    summary: ruling ? page.words(ruling.summary) : null,
    rtl: runsRightToLeft(ruling?.justification ?? ""),
    justification: ruling ? justificationOf(ruling) : [],
    media: claim.media && { words: turned(mediaSentence(claim.media)), links: mediaLinks(claim.media) },
    corrections: correctionsAbout(report, claim.id).map((each) => ({ lead: correctionLead(each), words: correctionWords(each) })),
    desk: desk ? deskRows(desk) : [],
    questions: asked.map(({ question, answers }) => ({
      text: page.words(question.text),
      answers: answers.map((each) => pdfEvidence(each, page)),
      lines: [answers.length > 0 ? "" : unansweredSentence(question), question.note === "" ? "" : `Note: ${question.note}`].filter(Boolean).map(page.isolated),
    })),
    evidence: others.map((each) => pdfEvidence(each, page)),
    withheld: withheldSentence(claim),
    assessments: (desk?.assessments ?? []).map(({ reviewer, label, confidence, rationale }) => ({
      line: [reviewer, label ?? "", confidence === null ? "" : `${confidence} confidence`].filter(Boolean).join(" · "),
      rationale: pdfRichBlocks(richBlocks(rationale)),
    })),
  };
}

function pdfSource({ source, archives, claims }: UsedSource, page: PageDirection): PdfSource {
  const { title, url, type, primary } = source;
  return {
    title: page.words(title),
    url,
    address: url === null || url === title ? "" : url,
    line: [SOURCE_TYPE_NAMES[type], ...publishedLine(source), primary ? "primary source" : ""].filter(Boolean).map(page.isolated).join(" · "),
    archives: [...archives].map(([address, evidence]) => ({ url: address, name: archiveName(evidence) })),
    claims: claims.slice(0, CLAIMS_MAX).map(String),
    more: claims.length > CLAIMS_MAX ? ` … ${claims.length}` : "",
  };
}

function pdfEvidence(evidence: ReportEvidence, page: PageDirection): PdfEvidence {
  const { source, stance, archiveUrl, quote, note } = evidence;
  const answer = answerSentence(evidence);
  return {
    marks: page.english([spoken(stance), source.primary ? "primary source" : "", evidence.confidential ? "confidential" : ""].filter(Boolean).join(", ")),
    title: page.words(source.title),
    url: source.url,
    line: [SOURCE_TYPE_NAMES[source.type], ...sourceLine(evidence)].map(page.isolated).join(" · "),
    archive: archiveUrl === null ? null : { url: archiveUrl, name: archiveName(evidence) },
    answer: answer === "" ? null : page.words(answer),
    quote: quote.trim() === "" ? null : page.words(quote),
    note: note.trim() === "" ? null : page.words(note),
  };
}

function turned(s: string): Exclude<PdfWords, string> {
  return { s, rtl: runsRightToLeft(s) };
}
