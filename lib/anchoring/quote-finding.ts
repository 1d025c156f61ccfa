import type { QuoteFinding } from "@/lib/domain/snapshot";
import { createLocator } from "./locate";

/** Texts longer than this are searched for the very words alone, in UTF-16 units: the index of a longer one would hold the server. */
const LONG = 400_000;

/** Whether the quote stands in the text. Line breaks, kinds of quotation marks and of dashes are no difference. */
export function quoteFinding(text: string, quote: string): QuoteFinding {
  const [all, words] = [plain(text), plain(quote)];
  if (words === "") return "missing";
  if (all.includes(words)) return "exact";
  if (all.length > LONG) return "missing";
  return createLocator(all).locate({ exact: words }) ? "changed" : "missing";
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
