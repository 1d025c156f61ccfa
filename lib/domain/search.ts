/** Text as search compares it: compatibility forms united, accents dropped, lower case, white space folded. */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** What a document is found by. */
export function searchTextOf(document: { title: string; author: string | null; publication: string | null }, text: string): string {
  return foldForSearch([document.title, document.author, document.publication, text].filter(Boolean).join("\n"));
}
