import { setImmediate as turn } from "node:timers/promises";
import { AppError } from "@/lib/domain/errors";
import { holdsMoreValues } from "@/lib/domain/json-values";

/** The most values of a body: a whole text as blocks has a tenth of them. */
const VALUES_MAX = 500_000;

const BYTE_ORDER_MARK = "\ufeff";

/** From so many characters on, others have their turn between the reading and the parsing. */
const LONG = 1_000_000;

/** The body's JSON, read with a cap so that a large one never fills the memory. No body is an empty object. Throws `too_large`, `unsupported_type`, `invalid`. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (!request.body) return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const wrongType = () => new AppError("unsupported_type", "Send the request as application/json.");
  if (type !== undefined && type !== "application/json") throw wrongType();
  const text = await readText(request, maxBytes);
  // A browser's DELETE has neither a body nor a type, but its request may well carry an empty stream.
  if (text.trim() === "") return {};
  if (type === undefined) throw wrongType();
  if (text.length > LONG) await turn();
  if (holdsMoreValues(text, VALUES_MAX))
    throw new AppError("too_large", `The request holds more than ${VALUES_MAX.toLocaleString("en-GB")} values. Send less at once.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The request's body is not valid JSON.");
  }
}

/** The body's text, read with a cap. Throws `too_large`, `invalid`. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return "";
  const most = maxBytes < 1_000_000 ? `${String(Math.floor(maxBytes / 1_000))} kB` : `${String(Math.floor(maxBytes / 1_000_000))} MB`;
  const tooLarge = () => new AppError("too_large", `The request is larger than ${most}. Send less at once.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const decode = async (bytes: Uint8Array) => {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      await reader.cancel();
      throw new AppError("invalid", "The request's body is not valid UTF-8.");
    }
  };
  // Decoded as it comes: a long body at once would hold everything up.
  const pieces: string[] = [];
  let rest = new Uint8Array();
  let size = 0;
  const reader = request.body.getReader();
  const next = () =>
    reader.read().catch(() => {
      throw new AppError("invalid", "The request broke off before it was whole. Send it again.");
    });
  for (let part = await next(); !part.done; part = await next()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    const bytes = rest.length > 0 ? Buffer.concat([rest, part.value]) : part.value;
    rest = bytes.slice(bytes.length - begun(bytes));
    pieces.push(await decode(bytes.subarray(0, bytes.length - rest.length)));
  }
  pieces.push(await decode(rest));
  const text = pieces.join("");
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** How many bytes at the end, three at most, begin a character whose others are still to come. Pieces that end with a character are decoded twice as fast as a stream. */
function begun(bytes: Uint8Array): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
