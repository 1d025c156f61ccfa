import type { Report } from "./report";

/** What every exporter returns: a media type, a file extension without the dot, and the whole file, as text (written as UTF-8) or as bytes. */
export interface ExportedFile<Body extends string | Uint8Array<ArrayBuffer> = string | Uint8Array<ArrayBuffer>> {
  type: string;
  extension: string;
  body: Body;
}

/** Wishes about the file itself; each format ignores those that mean nothing to it. */
export interface WriteOptions {
  /** CSV: begin with a byte order mark, so that spreadsheets read UTF-8. True unless said otherwise. */
  bom?: boolean;
  /** Hears how far the writing is, in percent, from formats that take long. */
  onProgress?: (percent: number) => void;
}

/** The shape of every exporter. Equal reports give equal files. */
export type Exporter = (report: Report, options?: WriteOptions) => ExportedFile | Promise<ExportedFile>;

/** An exporter whose file is text and ready at once. */
export type TextExporter = (report: Report, options?: WriteOptions) => ExportedFile<string>;
