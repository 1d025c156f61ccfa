import type { CanonicalText, TextMeta } from "@/lib/domain/text";

/** What the person who imports may choose. */
export interface ImportOptions {
  /** Read `NAME:` lines as speaker turns. */
  speakers: boolean;
  /** What to do with menus, teasers and footers of a web page. */
  boilerplate: "leave_out" | "keep";
}

/** What one format makes of its source: everything of an `ImportedText` but what is the same for all formats. */
interface ReadText extends CanonicalText {
  meta: TextMeta;
  warnings: string[];
  leftOutWords: number;
  /** Claims that the source marks in its own text. */
  claims?: number;
}

/** One format: decoded source in, blocks and metadata out. Throws AppError when the source is beyond its limits. */
export type Importer = (source: string, options: ImportOptions) => ReadText;
