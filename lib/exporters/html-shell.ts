import { createHash } from "node:crypto";
import { BRAND } from "@/lib/domain/brand";
import { directionOf } from "@/lib/domain/text";
import { cutText } from "./cut-text";
import { escapeHtml } from "./html-escape";
import { STYLE } from "./html-style";
import type { HtmlUi } from "./html-ui";
import type { Report } from "./report";

/** The longest <title>, in UTF-16 units: tabs and bookmarks cut what is longer. */
const TITLE_MAX = 70;

/** What one page is made of; everything but the title is HTML already. */
export interface HtmlParts {
  title: string;
  language: string;
  /** "#rrggbb"; null for the usual look. */
  accent: string | null;
  /** Lines for the head. */
  head: readonly string[];
  body: string;
  /** The only script; the page says the same without it. */
  script: string | null;
  /** The id that the first link jumps to. */
  main: string;
}

export interface HtmlPage {
  html: string;
  /** The content security policy, without what only a header may say. */
  policy: string;
}

/** One page that needs nothing else: no network, and one script and one stylesheet at most, each named by its hash in the policy. */
export function htmlPage(parts: HtmlParts, ui: HtmlUi, { forms = false } = {}): HtmlPage {
  const style = parts.accent === null ? STYLE : `${STYLE}:root{--brand:${parts.accent}}`;
  const script = parts.script === null ? "" : `script-src 'sha256-${hash(parts.script)}'; `;
  const policy = `default-src 'none'; style-src 'sha256-${hash(style)}'; ${script}img-src data:; base-uri 'none'; form-action ${forms ? "'self'" : "'none'"}`;
  const lines = [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(parts.language)}" dir="${directionOf(parts.language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // A form must be able to say that it comes from here.
    `<meta name="referrer" content="${forms ? "same-origin" : "no-referrer"}">`,
    `<meta name="generator" content="${escapeHtml(BRAND.name)}">`,
    `<title>${escapeHtml(cutText(parts.title, TITLE_MAX) || "Fact check")}</title>`,
    ...parts.head,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<a class="skip" href="#${parts.main}"${ui.attributes}>Skip to the ${parts.main === "text" ? "text" : "content"}</a>`,
    parts.body,
    parts.script === null ? "" : `<script>${parts.script}</script>`,
    "</body>",
    "</html>",
  ];
  return { html: `${linesOf(lines)}\n`, policy };
}

/** The lines that are not empty. They are added to each other, since to join them copies all of them, which may be ten megabytes, each time. */
export function linesOf(lines: readonly string[]): string {
  return lines.filter(Boolean).reduce((all, line) => (all === "" ? line : `${all}\n${line}`), "");
}

const hash = (text: string) => createHash("sha256").update(text).digest("base64");

/** The line above the headline: who checked. With the publisher's picture and address, where they are known. */
export function publisherLine({ workspace, publisher }: Pick<Report, "workspace" | "publisher">, ui: HtmlUi, what = "Fact check"): string {
  const name = `<b dir="auto">${escapeHtml(workspace)}</b>`;
  const logo = publisher.logo === null ? "" : `<img class="logo" src="${escapeHtml(publisher.logo)}" alt="">`;
  const linked = publisher.homepage === null ? name : `<a href="${escapeHtml(publisher.homepage)}">${name}</a>`;
  return `<p class="kicker">${logo}${linked} · ${ui.words(what)}</p>`;
}
