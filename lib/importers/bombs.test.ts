import { readFileSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { readJson } from "@/lib/http/body";
import { importText } from "./import-text";
import { bringInWorker, openBundleInWorker } from "./worker-pool";

/* Small things that grow when they are read. Each is refused with a sentence, or read, within a time and a memory that are far from what they were made for. */

const OPTIONS = { speakers: false, boilerplate: "keep" } as const;
const TEXT = "The bridge opened in 1932.";

const read = (name: string, bytes: Uint8Array) => () => importText({ kind: "file", name, bytes }, OPTIONS);
const bring = (source: string) => () => bringInWorker({ source: strToU8(source), text: TEXT });
const send = (body: string | ReadableStream<Uint8Array>, most: number) => () =>
  readJson(new Request("http://localhost/", { method: "POST", headers: { "content-type": "application/json" }, body, duplex: "half" } as RequestInit), most);
const open = (bytes: Uint8Array) => () => openBundleInWorker(Readable.from([bytes]));
const bundle = (files: Record<string, Uint8Array>) => open(zipSync(files));

/** An archive of one file of so many megabytes of nothing. */
function zipBomb(megabytes: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const file = new ZipDeflate("records.json", { level: 9 });
  zip.add(file);
  const nothing = new Uint8Array(1_000_000);
  for (let at = 1; at <= megabytes; at += 1) file.push(nothing, at === megabytes);
  zip.end();
  return Buffer.concat(parts);
}

/** The same archive with another size of its first file in the places where it says so. */
function lying(bytes: Uint8Array): Uint8Array {
  const other = Buffer.from(bytes);
  for (const [signature, at] of [
    [0x04034b50, 22],
    [0x02014b50, 24],
  ] as const)
    for (let from = 0; from + 30 < other.length; from += 1) if (other.readUInt32LE(from) === signature) other.writeUInt32LE(7, from + at);
  return other;
}

const endless = () => new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(0x20)) });

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "laugh">${"bcdefghij".replace(
  /./g,
  (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
)}]><html><body><p>${TEXT} &j;</p></body></html>`;

/** Each with what comes of it, and the megabytes by which the process may grow meanwhile. */
const BOMBS: readonly [name: string, work: () => Promise<unknown>, outcome: string, most: number][] = [
  ["80 MB of empty lists as a request", send(`{"x":[${"[],".repeat(26_600_000)}0]}`, 81_000_000), "too_large", 450],
  ["a request of a million lists in each other", send("[".repeat(990_000), 1_000_000), "too_large", 60],
  ["a request that never ends", send(endless(), 1_000_000), "too_large", 60],
  ["a zip of 100 kB that holds 100 MB", open(zipBomb(100)), "too_large", 200],
  ["a zip that lies about its sizes", open(lying(zipBomb(100))), "too_large", 200],
  ["a zip in a zip", bundle({ "records.json": zipBomb(100) }), "invalid", 60],
  ["a zip of 20,000 files", bundle(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`${String(at)}.txt`, new Uint8Array(1)]))), "too_large", 100],
  ["a zip whose names lead out of it", bundle({ "../../records.json": strToU8("{}"), "manifest.json": strToU8("{}") }), "invalid", 60],
  ["a bundle whose manifest is 20 MB of empty lists", bundle({ "manifest.json": strToU8(`[${"[],".repeat(6_600_000)}0]`) }), "too_large", 250],
  ["a Word document that holds 100 MB", read("a.docx", zipBomb(100)), "unsupported_type", 30],
  ["a PDF of a million pages", read("a.pdf", strToU8(`%PDF-1.7\n1 0 obj<</Type/Pages/Count 1000000/Kids[1 0 R]>>endobj`)), "unsupported_type", 30],
  ["a page with an attribute of 9 MB", read("a.html", strToU8(`<p class="${"a ".repeat(4_500_000)}">${TEXT}</p>`)), "done", 300],
  ["entities of entities", read("a.xhtml", strToU8(LAUGHS)), "done", 100],
  ["Markdown that opens 100,000 brackets", read("a.md", strToU8(`${TEXT} ${"[".repeat(100_000)}`)), "done", 200],
  ["claims in a million columns", bring(`${"a,".repeat(1_000_000)}quote\n${"b,".repeat(1_000_000)}bridge`), "done", 350],
  ["claims in one line of 9 MB", bring(`statement,quote\n${"x".repeat(9_000_000)}`), "done", 200],
  ["claims in 60,000 lines", bring(`statement,quote\n${"x,y\n".repeat(60_000)}`), "too_large", 300],
  ["claims behind a quotation mark that does not close", bring(`statement,quote\n"${"x\n".repeat(4_000_000)}`), "invalid", 350],
  ["claims as 9 MB of empty lists", bring(`[{},${"[],".repeat(3_000_000)}0]`), "invalid", 450],
  ["claims as a million objects in each other", bring(`${'{"a":'.repeat(1_000_000)}`), "invalid", 400],
];

/** A figure of this process, in megabytes; null where the system does not tell. */
function megabytes(figure: "VmRSS" | "VmHWM"): number | null {
  try {
    const kilobytes = new RegExp(`${figure}:\\s+(\\d+)`).exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Lets the highest figure begin anew at what is used now. */
function forgetPeak(): void {
  if (process.platform === "linux") writeFileSync("/proc/self/clear_refs", "5");
}

describe("a bomb", { timeout: 120_000 }, () => {
  it.each(BOMBS)("does no harm: %s", async (_, work, expected, most) => {
    forgetPeak();
    const before = megabytes("VmRSS");
    const outcome = await work().then(
      () => "done",
      (error: unknown) => (error instanceof AppError && error.message.length > 20 ? error.code : String(error)),
    );
    const grown = Math.max(0, (megabytes("VmHWM") ?? 0) - (before ?? 0));
    expect(outcome).toBe(expected);
    expect(grown).toBeLessThan(most);
  });
});
