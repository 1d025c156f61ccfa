import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { marked } from "marked";
import { wordsOf } from "@/lib/exporters/read-back";

const LINK = /^(https?:|mailto:|#|\/|data:image\/(svg\+xml|png)[;,])/i;
const RUNNING = "iframe, object, embed, form[action^=javascript], base, meta[http-equiv=refresh]";

/** What a program that opens the file would run, load or compute, each as a sentence: nothing of it may come from what somebody wrote. */
export async function harmOf(name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<string[]> {
  if (type.startsWith("application/zip")) return inArchive(name, body);
  if (type.startsWith("image/") || type === "application/pdf") return [];
  if (typeof body !== "string") {
    await wordsOf({ type, body });
    return [];
  }
  if (type.startsWith("text/html")) return inHtml(name, body);
  if (type.startsWith("text/markdown")) return inHtml(name, await marked.parse(body));
  if (type.startsWith("text/csv")) return inTable(name, body);
  if (/json/.test(type)) return body.split("\n").every((line) => line === "" || parses(line)) || parses(body) ? [] : [`${name} is no JSON`];
  if (/xml/.test(type)) return inXml(name, body);
  return [];
}

function parses(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}

function inHtml(name: string, html: string): string[] {
  const { document } = parseHTML(html);
  const elements = [...document.querySelectorAll("*")];
  const handlers = elements.flatMap((element) =>
    element
      .getAttributeNames()
      .filter((each) => /^on/i.test(each))
      .map((each) => `${element.tagName} ${each}`),
  );
  const links = elements.flatMap((element) =>
    ["href", "src", "action", "srcdoc"].map((each) => element.getAttribute(each) ?? "#").filter((to) => !LINK.test(to)),
  );
  // Data in a script is read by nobody as a program, as long as it does not end it.
  const scripts = [...document.querySelectorAll("script:not([type='application/ld+json'])")].filter(({ textContent }) => /hurt/.test(textContent ?? ""));
  return [
    ...handlers.map((each) => `${name} has ${each}`),
    ...links.map((each) => `${name} leads to ${each}`),
    ...[...document.querySelectorAll(RUNNING)].map(({ outerHTML }) => `${name} has ${outerHTML}`),
    ...scripts.map(({ textContent }) => `${name} runs ${textContent ?? ""}`),
    ...(/<script>globalThis|<img src=x|<svg onload/i.test(html.replace(/<script type="application\/ld\+json">.*?<\/script>/gs, ""))
      ? [`${name} holds markup as it is`]
      : []),
  ];
}

function inXml(name: string, xml: string): string[] {
  const found = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, "").matchAll(/<(script|img|svg|iframe)\b[^>]*>/gi);
  return [...found].map(([tag]) => `${name} has ${tag}`);
}

function inTable(name: string, csv: string): string[] {
  const rows: string[][] = parse(csv, { bom: true, relax_column_count: true });
  return rows.flat().flatMap((cell) => (/^\s*[=+@＝]|^-(?![\d.]+$)/u.test(cell) ? [`${name} computes ${cell}`] : []));
}

const TYPES: Record<string, string> = {
  html: "text/html",
  md: "text/markdown",
  csv: "text/csv",
  json: "application/json",
  jsonl: "application/json",
  zip: "application/zip",
};

async function inArchive(name: string, body: string | Uint8Array): Promise<string[]> {
  if (typeof body === "string") throw new Error(`${name} is no archive.`);
  const files = Object.entries(unzipSync(body));
  const harm = files.map(async ([path, bytes]) => {
    const type = TYPES[path.split(".").at(-1) ?? ""];
    const outside = /^\/|(^|\/)\.\.(\/|$)|\\|^[A-Za-z]:/.test(path) ? [`${name} holds ${path}`] : [];
    if (type === undefined) return outside;
    return [...outside, ...(await harmOf(`${name}/${path}`, type, type === "application/zip" ? Uint8Array.from(bytes) : strFromU8(bytes)))];
  });
  return (await Promise.all(harm)).flat();
}
