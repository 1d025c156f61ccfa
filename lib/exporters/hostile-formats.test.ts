import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { readArchive } from "@/lib/importers/bundle-archive";
import { checkBundle } from "@/lib/importers/bundle-check";
import { EXPORT_FORMATS } from "./formats";
import { wordsOf } from "./read-back";
import type { ReportSourceClaim } from "./report-claim";
import { publishedReport } from "./sample-publication";
import { anchorOf, claimOf, evidenceOf, questionOf, rulingOf, sourceOf, textOf } from "./sample-source";
import { faultsOf } from "./schemas/valid";

vi.setConfig({ testTimeout: 60_000 });

/* What people and programs write wherever they can, taken out in every format at once: the bundle holds each of them. */

const revision = textOf([
  ["paragraph", "She said \"so\" & <b>1/2</b> </script>\t🦄 \u0000\u0007\uD800 more, =cmd|' /C calc'!A0."],
  ["turn", "One\nline\tand another", { speaker: '=1+1\u001b[31m "S"' }],
  ["paragraph", Array.from({ length: 320 }, (_, index) => `part ${String(index)} of it`).join(", ")],
]);

const EVIL = "</script>\"' \u202Egnp.exe \u0000\u0007\u001b[31m\u0085 \u2066open \uD800 =cmd|' /C calc'!A0, ;\r\n\ttail";

const hostile: Partial<ReportSourceClaim>[] = [
  { statement: EVIL, shortForm: EVIL, speaker: EVIL, tags: [EVIL, ""], ruling: rulingOf("label-1", EVIL, EVIL) },
  { ruling: rulingOf("label-2", "Short.", "word ".repeat(4_000)) },
  { ruling: rulingOf("label-3", "Short.", `${">".repeat(300)} deep\n\n${"- ".repeat(60)}deep\n\n| a | b |\n|---|---|\n| 1 |`) },
  { evidence: [] },
  { statement: "", shortForm: "", ruling: rulingOf(null, " ", "") },
  {
    evidence: [
      evidenceOf({ quote: EVIL, locator: EVIL, note: EVIL, source: { title: EVIL, publisher: EVIL, author: EVIL, url: "https://example.org/%%%\"'<>&" } }),
    ],
  },
  { evidence: [evidenceOf({ source: { id: "source-2", title: "", url: "javascript:alert(1)" } })] },
  { evidence: [evidenceOf({ questionId: "q", answerType: "abstractive", answer: EVIL })], questions: [questionOf("q", { text: EVIL, note: EVIL })] },
  { anchors: Array.from({ length: 300 }, (_, index) => anchorOf(revision.text, `part ${String(index)} of`)) },
];
const claims = hostile.map((change, index) => claimOf(index + 1, [anchorOf(revision.text, "She said")], change));
const report = publishedReport(sourceOf(revision, claims, { title: EVIL.repeat(10), author: EVIL, publication: EVIL, url: "https://example.org/?a=1&b=%%%" }));

const NO_CONTROL = /(?![\n\t])\p{Cc}/u;
const Review = z.looseObject({ dataFeedElement: z.array(z.unknown()) });

async function takenOut() {
  const { body } = (await EXPORT_FORMATS.find(({ key }) => key === "bundle")?.write(report)) ?? {};
  if (body === undefined || typeof body === "string") throw new Error("A bundle was expected.");
  const { faults } = checkBundle(await readArchive(body));
  return { faults, files: unzipSync(body) };
}
const bundle = takenOut();

async function fileOf(key: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const [name = "", bytes] = Object.entries((await bundle).files).find(([each]) => each.startsWith(`exports/${key}.`)) ?? [];
  return { name, bytes: Uint8Array.from(bytes ?? []) };
}
const textOfFile = async (key: string) => strFromU8((await fileOf(key)).bytes);
const zipped = async (key: string) => Object.fromEntries(Object.entries(unzipSync((await fileOf(key)).bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]));

describe("hostile words in every format", () => {
  it("leave the bundle as its manifest says", async () => {
    expect((await bundle).faults).toEqual([]);
  });

  it.each(EXPORT_FORMATS.map(({ key }) => key).filter((key) => key !== "bundle"))("leave no control character in %s", async (key) => {
    const { name, bytes } = await fileOf(key);
    expect(bytes.length).toBeGreaterThan(0);
    const type = { pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", zip: "application/zip" }[
      name.split(".").at(-1) ?? ""
    ];
    const words = type === undefined ? strFromU8(bytes) : await wordsOf({ type, body: bytes });
    expect(NO_CONTROL.exec(words.replaceAll("\r\n", "\n"))).toBeNull();
    expect(words).toContain("tail");
  });

  it("leave JSON that our schemas know", async () => {
    expect(faultsOf("annotations", JSON.parse(await textOfFile("jsonld")))).toEqual([]);
    const feed: unknown = JSON.parse(await textOfFile("claimreview"));
    expect(faultsOf("claim-review", feed)).toEqual([]);
    expect(Review.parse(feed).dataFeedElement.length).toBe(claims.length - 1);
    expect(faultsOf("averitec", JSON.parse((await zipped("averitec"))["averitec.json"] ?? ""))).toEqual([]);
    const scifact = await zipped("scifact");
    const lines = ["claims.jsonl", "corpus.jsonl"].flatMap((name) => (scifact[name] ?? "").trimEnd().split("\n"));
    expect(lines.flatMap((line) => faultsOf("scifact", JSON.parse(line)))).toEqual([]);
  });

  it("leave tables of as many columns in every row, and no formula", async () => {
    const table: string[][] = parse(await textOfFile("csv"), { bom: true });
    expect(table).toHaveLength(claims.length + 1);
    expect(table.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    const [tsv = ""] = Object.entries(await zipped("clef")).flatMap(([name, text]) => (name.endsWith(".tsv") ? [text] : []));
    const lines: string[][] = parse(tsv, { delimiter: "\t", quote: false });
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter(({ length }) => length !== 6)).toEqual([]);
  });
});
