import { AppError } from "@/lib/domain/errors";
import type { SnapshotType } from "@/lib/domain/snapshot";
import { MAX_TEXT_BYTES } from "@/lib/domain/text";
import { cleanText } from "./clean-text";
import { decode } from "./decode";
import { binaryKind, isBinary, startsLikeHtml } from "./file-kind";
import { readInWorker } from "./worker-pool";

/** What these bytes are, whatever their name says; null for what is not kept as a snapshot. */
export function snapshotKind(bytes: Uint8Array): SnapshotType | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith("%PDF-")) return "application/pdf";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "image/webp";
  if (binaryKind(bytes) !== null) return null;
  const { text } = decode(bytes);
  if (text.trim() === "" || isBinary(text)) return null;
  return startsLikeHtml(bytes) ? "text/html" : "text/plain";
}

/** The words of a page or a text, as far as they can be read; null for pictures and PDF, for what is too long, and for what no parser understands. */
export async function snapshotText(type: SnapshotType, bytes: Uint8Array): Promise<string | null> {
  const text = await wordsOf(type, bytes);
  return text === null || Buffer.byteLength(text) > MAX_TEXT_BYTES ? null : text;
}

async function wordsOf(type: SnapshotType, bytes: Uint8Array): Promise<string | null> {
  if (type === "text/plain") return cleanText(decode(bytes).text).text;
  if (type !== "text/html") return null;
  try {
    return (await readInWorker({ format: "html", source: bytes, options: { speakers: false, boilerplate: "keep" } })).text;
  } catch (error) {
    // A page that cannot be read is still what the source said.
    if (error instanceof AppError) return null;
    throw error;
  }
}
