import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom, type Random } from "./random";

const SYLLABLES =
  "ba be bi bo bu da de di do du fa fe fi ga ge go ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi".split(
    " ",
  );
const CODAS = ["", "", "", "n", "r", "s", "t", "l", "m", "nd", "st"];

/** Sentences of invented words whose frequencies fall as those of a natural language do. */
export function syntheticText(words: number, seed = 7): string {
  const random = createRandom(seed);
  const vocabulary = inventWords(6000, random);
  const paragraphs: string[] = [];
  for (let written = 0; written < words;) {
    const sentences: string[] = [];
    for (let left = 3 + random.below(5); left > 0 && written < words; left -= 1) {
      const length = 6 + random.below(22);
      sentences.push(inventSentence(length, vocabulary, random));
      written += length;
    }
    paragraphs.push(sentences.join(" "));
  }
  return paragraphs.join("\n\n");
}

function inventWords(count: number, random: Random): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 1 + Math.floor(Math.log2(1 + words.size / 40) / 2) + random.below(2);
    words.add(Array.from({ length: syllables }, () => random.pick(SYLLABLES)).join("") + random.pick(CODAS));
  }
  return [...words];
}

function inventSentence(length: number, vocabulary: readonly string[], random: Random): string {
  const words = Array.from({ length }, () => vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? "a");
  const text = words.map((word, index) => (index < length - 1 && random.chance(0.08) ? `${word},` : word)).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/**
 * Real English in which passages come back word for word or nearly so: the licences of the installed packages, which differ in little but the
 * names, and the manual that comes with Next.js. The lock file fixes both.
 */
export function realText(words: number): string {
  const licences = takeWords(licenceTexts(), words * 0.2);
  return takeWords([licences, ...manualPages()], words);
}

function takeWords(texts: Iterable<string>, words: number): string {
  const taken: string[] = [];
  let count = 0;
  for (const text of texts) {
    if (count >= words) break;
    const tidy = text
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .replace(/[ \t]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{2,}/g, "\n\n")
      .trim();
    taken.push(tidy);
    count += tidy.split(/\s+/).length;
  }
  return taken.join("\n\n");
}

function* licenceTexts(): Generator<string> {
  const seen = new Set<string>();
  for (const folder of packageFolders()) {
    const file = readdirSync(folder)
      .sort()
      .find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
    if (file === undefined) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const digest = createHash("sha256").update(text).digest("hex");
    if (text.length > 60_000 || seen.has(digest)) continue;
    seen.add(digest);
    yield text;
  }
}

function packageFolders(): string[] {
  return readdirSync("node_modules", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
    .map((entry) => join("node_modules", entry.name))
    .sort();
}

function* manualPages(): Generator<string> {
  const root = join("node_modules", "next", "dist", "docs");
  const pages = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.mdx?$/.test(name));
  for (const page of pages.sort()) {
    yield proseOf(readFileSync(join(root, page), "utf8"));
  }
}

/** Programs, pictures and addresses are not prose. */
function proseOf(markdown: string): string {
  return markdown
    .replace(/^---[\s\S]*?\n---\n/, "")
    .replace(/```[\s\S]*?```/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^ *\|.*$/gm, "");
}
