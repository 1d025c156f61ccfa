import { setImmediate as turn } from "node:timers/promises";
import { AppError } from "@/lib/domain/errors";
import { holdsMoreValues } from "@/lib/domain/json-values";

/** The most values of a body: a whole text as blocks has a tenth of them. */
const VALUES_MAX = 500_000;

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
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = async (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      await reader.cancel();
      throw new AppError("invalid", "The request's body is not valid UTF-8.");
    }
  };
  // Decoded as it comes: a long body at once would hold everything up.
  const pieces: string[] = [];
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
    pieces.push(await decode(part.value));
  }
  pieces.push(await decode());
  return pieces.join("");
}
