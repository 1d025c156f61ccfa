import { FIGURE_MEANINGS, FIGURE_NAMES } from "@/lib/domain/agreement-words";
import { datasetWord, type DatasetForm } from "@/lib/domain/outgoing";
import { scaleLosses } from "@/lib/domain/scale-losses";
import { claimsWithoutClass, judgedClaims } from "./dataset";
import { escapeMarkdownLine, markdownLink } from "./markdown-escape";
import type { Report } from "./report";
import { counted, languageName } from "./words";

interface DatasetSheet {
  name: string;
  form: DatasetForm;
  about: readonly string[];
}

/** What must be known to use a dataset: what is in it, by which scale and guidelines it was judged, how far the judges agree. In Markdown. */
export function datasheet(report: Report, { name, form, about }: DatasetSheet): string {
  const { document, scale } = report;
  const line = escapeMarkdownLine;
  const judged = judgedClaims(report, form);
  const unclassed = claimsWithoutClass(report, form);
  const voided = report.claims.filter(({ state }) => state === "voided").length;
  const left = report.claims.length - judged.length - unclassed - voided;
  return [
    `# ${line(document.title)}: ${name}`,
    `Made by ${line(report.workspace)} on ${report.exportedAt.slice(0, 10)}.`,
    "## What is in it",
    list([
      `${counted(judged.length, "claim")} of one text in ${line(languageName(document.language))} (${document.language}), revision ${report.revision.number}.`,
      `The text: ${line([document.title, document.author, document.publication, document.publishedOn].filter(Boolean).join(", "))}.`,
      ...(document.url === null ? [] : [markdownLink("Where it stands", document.url)]),
      ...(left === 0 ? [] : [`Left out: ${counted(left, "claim")} without a verdict.`]),
      ...(voided === 0 ? [] : [`Left out: ${counted(voided, "claim")} whose check was voided.`]),
      ...(unclassed === 0 ? [] : [`Left out: ${counted(unclassed, "claim")} with a verdict that has no class in this form.`]),
      ...withheld(report),
      ...about,
    ]),
    "## Scale",
    scale.labels.length === 0
      ? `“${line(scale.name)}”, version ${scale.version}: the scale has no labels; each check ends in one sentence.`
      : `“${line(scale.name)}”, version ${scale.version}. ${mapped(report, form) ? "The desk chose which class of the form a label is." : "Labels are written as the scale has them."}`,
    ...(scale.labels.length === 0 ? [] : [list(scale.labels.map((label) => labelLine(label, form)))]),
    ...lost(report, form),
    "## Guidelines",
    guidelines(report),
    "## Agreement",
    ...agreement(report),
    "## Rights",
    "No licence is stated with this file. The text and the quotes belong to those who wrote them.",
    "",
  ].join("\n\n");
}

function withheld({ claims }: Report): string[] {
  const count = claims.reduce((total, claim) => total + claim.withheld, 0);
  return count === 0 ? [] : [`Left out: ${count} confidential ${count === 1 ? "piece" : "pieces"} of evidence.`];
}

function mapped({ scale }: Report, form: DatasetForm): boolean {
  return scale.labels.some((label) => datasetWord(label, form) !== label.name);
}

/** What the classes of the form do not tell, where the desk chose some. */
function lost(report: Report, form: DatasetForm): string[] {
  const losses = mapped(report, form) ? scaleLosses(report.scale.labels, form) : [];
  return losses.length === 0 ? [] : [`What is lost by that:`, list(losses.map(escapeMarkdownLine))];
}

function labelLine(label: Report["scale"]["labels"][number], form: DatasetForm): string {
  const { name, definition, boundaryRule, rating, count } = label;
  const word = datasetWord(label, form);
  const words = [definition, boundaryRule].filter(Boolean).map(escapeMarkdownLine).join(" ");
  const written = word === name ? "" : word === null ? ", left out" : `, written as ${escapeMarkdownLine(word)}`;
  return `**${escapeMarkdownLine(name)}**${rating === null ? "" : ` (${rating})`}${written}, ${counted(count, "claim")}: ${words}`;
}

function guidelines({ publisher, scale }: Report): string {
  const rules = `What each label means, and where it ends, is part of the scale: guidelines and scale have one version, ${scale.version}.`;
  const method = publisher.policies.verification;
  return method === null ? `${rules} No address of further guidelines is set.` : `${rules} ${markdownLink("How claims are chosen and checked", method)}.`;
}

function agreement({ agreement: report }: Report): string[] {
  if (!report) return ["No figures: whoever made this file may not know them, or they were not asked for."];
  if (report.claims === 0) return ["No figures: no claim of the text was judged by two people."];
  return [
    `${counted(report.claims, "claim")} with two judgements or more, ${report.judgements} judgements, each as it was first submitted; with 95 % intervals.`,
    list(
      report.figures.map(
        ({ key, value, low, high, claims }) =>
          `${FIGURE_NAMES[key]}: ${number(value)}${interval(low, high)}, on ${counted(claims, "claim")}. ${FIGURE_MEANINGS[key]}`,
      ),
    ),
  ];
}

function interval(low: number | null | undefined, high: number | null | undefined): string {
  return low === undefined || low === null || high === undefined || high === null ? "" : ` (${number(low)} to ${number(high)})`;
}

function number(value: number | null): string {
  return value === null ? "too few judgements" : value.toFixed(2);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
