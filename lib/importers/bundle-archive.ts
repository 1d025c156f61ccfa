import { setImmediate as turn } from "node:timers/promises";
import { Unzip, UnzipInflate } from "fflate";
import { BUNDLE_MAX_BYTES, BUNDLE_MAX_FILES } from "@/lib/domain/bundle";
import { AppError } from "@/lib/domain/errors";

/** Bytes that are unpacked between two turns of the event loop: a bomb grows a thousandfold. */
const CHUNK = 16_384;

/** Beyond so many bytes, nothing that is meant to be read grows a two-hundredfold when it is unpacked. */
const BOMB_BYTES = 50_000_000;
const BOMB_RATIO = 200;

export interface Archive {
  files: Map<string, Uint8Array>;
  /** Entries that were passed over, one sentence each. */
  faults: string[];
}

/** Unpacks a zip within the limits of a bundle, without holding up the process. Throws `invalid` for what is no zip, or would grow beyond them. */
export async function readArchive(bytes: Uint8Array): Promise<Archive> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new AppError("invalid", "This file is not a zip archive.");
  const names = new Set<string>();
  const state = { files: new Map<string, Uint8Array>(), faults: [] as string[], entries: 0, total: 0, open: 0 };
  const unzip = new Unzip((entry) => {
    state.entries += 1;
    if (state.entries > BUNDLE_MAX_FILES) throw new AppError("too_large", `The archive holds more than ${BUNDLE_MAX_FILES} files. No bundle does.`);
    const fault = entry.name.endsWith("/") ? null : nameFault(entry.name, names);
    if (fault) state.faults.push(fault);
    const parts: Uint8Array[] = [];
    state.open += 1;
    entry.ondata = (error, part, final) => {
      if (error) throw error;
      state.total += part.length;
      if (state.total > BUNDLE_MAX_BYTES)
        throw new AppError("too_large", `Unpacked, the archive is larger than ${BUNDLE_MAX_BYTES / 1_000_000} MB. No bundle is.`);
      if (state.total > BOMB_BYTES && state.total > BOMB_RATIO * bytes.length)
        throw new AppError("too_large", `The archive of ${String(bytes.length)} bytes unpacks to over ${BOMB_BYTES / 1_000_000} MB. No bundle does.`);
      parts.push(part);
      if (!final) return;
      state.open -= 1;
      if (!fault && !entry.name.endsWith("/")) state.files.set(entry.name, Buffer.concat(parts));
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length; from += CHUNK) {
      unzip.push(bytes.subarray(from, from + CHUNK), from + CHUNK >= bytes.length);
      await turn();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged();
  }
  if (state.open > 0 || state.entries === 0) throw damaged();
  return { files: state.files, faults: state.faults };
}

const damaged = () => new AppError("invalid", "The archive is damaged or cut off. Take it out again.");

/** Names lead nowhere but into the archive itself, and each stands for one file on every system. */
function nameFault(name: string, names: Set<string>): string | null {
  const shown = JSON.stringify(name.slice(0, 100));
  // eslint-disable-next-line no-control-regex -- these are the characters that no name may hold
  if (/^\/|^[a-z]:|\\|[\u0000-\u001f]|(^|\/)\.{1,2}(\/|$)|\/\//i.test(name) || name === "" || name.length > 300)
    return `${shown}: this name leads out of the archive.`;
  const taken = names.has(name.toLowerCase());
  names.add(name.toLowerCase());
  return taken ? `${shown}: this file is in the archive twice.` : null;
}
