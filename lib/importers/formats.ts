import type { Importer } from "@/lib/importers/importer";

export type FormatName = "plain" | "markdown" | "html" | "debate";

/** What is known of a format without loading its importer. */
interface Format {
  name: FormatName;
  /** In lower case, without the dot. */
  extensions: readonly string[];
  /** Sources up to this many bytes are read at once; larger ones in a worker, so that nobody waits for them. */
  inlineBytes: number;
  /** How long a worker may read, in milliseconds by the clock; generous where the time only grows with the length. */
  limitMs: number;
  load: () => Promise<Importer>;
}

/**
 * Every format that can be brought in. A new one is a new file and an entry here. Markup is never parsed in the server's own
 * thread: 34 kB of hostile HTML can keep a parser busy for half a minute, 20 kB of Markdown for a second.
 */
export const FORMATS: readonly Format[] = [
  { name: "plain", extensions: ["txt", "text"], inlineBytes: 50_000, limitMs: 30_000, load: async () => (await import("@/lib/importers/plain")).readPlain },
  {
    name: "markdown",
    extensions: ["md", "markdown"],
    inlineBytes: 0,
    limitMs: 10_000,
    load: async () => (await import("@/lib/importers/markdown")).readMarkdown,
  },
  { name: "debate", extensions: ["tsv"], inlineBytes: 0, limitMs: 15_000, load: async () => (await import("@/lib/importers/debate")).readDebateText },
  { name: "html", extensions: ["html", "htm", "xhtml"], inlineBytes: 0, limitMs: 10_000, load: async () => (await import("@/lib/importers/html")).readHtml },
];

/** The entry of a format. */
export function formatOf(name: FormatName): Format {
  const format = FORMATS.find((each) => each.name === name);
  if (!format) throw new Error(`There is no importer for ${name}.`);
  return format;
}
