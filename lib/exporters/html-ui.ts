import { directionOf } from "@/lib/domain/text";
import { escapeHtml } from "./html-escape";

/** The page's own words: English, and marked so in a text of another language. */
export interface HtmlUi {
  /** Attributes of an element that holds only the page's own words; begins with a space when not empty. */
  attributes: string;
  /** The words as an inline element. */
  words(text: string): string;
}

/** The wording for a page in the given language (BCP 47). */
export function createHtmlUi(language: string): HtmlUi {
  const attributes = /^en\b/i.test(language) ? "" : directionOf(language) === "rtl" ? ' lang="en" dir="ltr"' : ' lang="en"';
  return { attributes, words: (text) => (attributes === "" ? escapeHtml(text) : `<span${attributes}>${escapeHtml(text)}</span>`) };
}
