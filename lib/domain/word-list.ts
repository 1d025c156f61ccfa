/* Words and domains that a workspace does not want, one a line, and whether a text has one of them. Runs in the page, too, where a text can be tried. */

/** The longest list, in UTF-16 units. */
export const WORD_LIST_MAX = 20_000;

/** The entries of a list as they are written, without empty lines. */
export function entriesOf(list: string): string[] {
  return [...new Set(list.split("\n").map((entry) => entry.replace(/\s+/g, " ").trim()))].filter((entry) => entry !== "");
}

/**
 * The first entry that the text has, as it is written in the list; null without any. Words are found whole, whatever their case; an entry that looks like a
 * domain is found in links and addresses to it and to what is below it.
 */
export function matchIn(list: string, text: string): string | null {
  const entries = entriesOf(list);
  if (entries.length === 0) return null;
  const said = folded(text);
  const hosts = hostsIn(said);
  return (
    entries.find((entry) => {
      const domain = domainOf(entry);
      return domain === null ? hasWord(said, folded(entry)) : hosts.some((host) => host === domain || host.endsWith(`.${domain}`));
    }) ?? null
  );
}

/** Alike for what people read as the same: composed and full-width letters, case, ß and SS, characters that nobody sees. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFKC")
    .replace(/\s+/g, " ");
}

const WORD = /[\p{L}\p{M}\p{N}_]/u;
/** Written without spaces: there a word can be found anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const joins = (character: string) => WORD.test(character) && !UNSPACED.test(character);

function hasWord(text: string, word: string): boolean {
  const [first = "", last = ""] = [[...word][0], [...word].at(-1)];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
    const after = String.fromCodePoint(text.codePointAt(at + word.length) ?? 32);
    if (!(joins(first) && joins(before)) && !(joins(last) && joins(after))) return true;
  }
  return false;
}

/** The domain that an entry names, as the network writes it; null when it is words. */
function domainOf(entry: string): string | null {
  const named = folded(entry)
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^\*\./, "")
    .replace(/\/.*$/, "");
  return /\s/.test(named) || !named.replace(/^\.+|\.+$/g, "").includes(".") ? null : asciiHost(named);
}

/** Everything in a text that may be a host, as the network writes it. The text is folded. */
function hostsIn(text: string): string[] {
  const plain = text.replace(/%([0-7][0-9a-f])/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)).toLowerCase()).replace(/[。｡]/g, ".");
  const candidates = plain.split(/[^\p{L}\p{M}\p{N}.-]+/u).filter((token) => token.includes("."));
  return [...new Set(candidates)].flatMap((token) => asciiHost(token) ?? []);
}

function asciiHost(name: string): string | null {
  const bare = name.replace(/^[.-]+|[.-]+$/g, "");
  const address = `http://${bare}`;
  return bare !== "" && URL.canParse(address) ? new URL(address).hostname : null;
}
