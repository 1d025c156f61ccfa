import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/domain/document";
import type { ImportedText, TextMeta } from "@/lib/domain/text";

/** What the server reads out of a source, before it is kept. */
export interface ImportPreview extends ImportedText {
  wordCount: number;
  /** True when the lines look like those of a transcript. */
  suggestsSpeakers: boolean;
}

/** A file whose bytes are at hand. */
export interface ChosenFile {
  name: string;
  /** Bytes. */
  size: number;
  dataBase64: string;
}

/** Where a text comes from, and how it is to be read. */
export type SourceValues = {
  /** The pasted text. Named as in the request, so that the server's word on the source finds its place. */
  source: string;
  /** What the clipboard held as HTML when the text was pasted as a whole; "" for text without formatting. */
  html: string;
  /** The name of the chosen file; its bytes are not kept on this device. */
  file: string;
  speakers: boolean;
  keepBoilerplate: boolean;
};

/**
 * What a person has put in. The facts are null until somebody writes them: so long, what is found in the text stands there,
 * and another text brings its own.
 */
export type NewDocumentValues = SourceValues & {
  title: string | null;
  author: string | null;
  publication: string | null;
  /** "" takes away what was found. */
  publishedOn: string | null;
  language: string | null;
  url: string | null;
  kind: string | null;
  scaleId: string | null;
};

export const NO_SOURCE: SourceValues = { source: "", html: "", file: "", speakers: false, keepBoilerplate: false };

export const BLANK: NewDocumentValues = {
  ...NO_SOURCE,
  title: null,
  author: null,
  publication: null,
  publishedOn: null,
  language: null,
  url: null,
  kind: null,
  scaleId: null,
};

/** The source as the server takes it; null while there is none. */
export function importSourceOf({ source, html, speakers, keepBoilerplate }: Omit<SourceValues, "file">, file: ChosenFile | null) {
  const options = { speakers, boilerplate: keepBoilerplate ? ("keep" as const) : ("leave_out" as const) };
  if (file) return { kind: "file" as const, name: file.name, dataBase64: file.dataBase64, ...options };
  if (source.trim() === "") return null;
  return { kind: "paste" as const, text: source, ...(html === "" ? {} : { html }), ...options };
}

export type ImportSourceBody = NonNullable<ReturnType<typeof importSourceOf>>;

/** The kind that stands there until somebody chooses: whoever reads speakers brings in a transcript. */
export function kindOf({ kind, speakers }: Pick<NewDocumentValues, "kind" | "speakers">, found: TextMeta = {}): DocumentKind {
  return DOCUMENT_KINDS.find((each) => each === kind) ?? found.kind ?? (speakers ? "transcript" : "article");
}

/** What is sent of the facts: what was written, else what was found. */
export function factsOf(values: NewDocumentValues, found: TextMeta) {
  return {
    title: values.title ?? found.title ?? "",
    author: values.author ?? found.author ?? "",
    publication: values.publication ?? found.publication ?? "",
    publishedOn: (values.publishedOn ?? found.publishedOn) || null,
    language: values.language ?? found.language ?? "en",
    url: (values.url ?? found.url ?? "").trim() || null,
    kind: kindOf(values, found),
    ...(values.scaleId ? { scaleId: values.scaleId } : {}),
  };
}

/** True for a file that is a bundle, as far as its name says so. */
export function isBundle({ name }: { name: string }): boolean {
  return /\.zip$/i.test(name);
}
