import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { SnapshotType } from "@/lib/domain/snapshot";
import { agreementReport } from "@/lib/domain/agreement-report";
import { writeAveritec } from "./averitec";
import { writeClef } from "./clef";
import type { Exporter } from "./exported-file";
import { buildReport, type Report } from "./report";
import { anchorOf, claimOf, evidenceOf, questionOf, rulingOf, sampleLabels, sampleSource, sourceOf, textOf } from "./sample-source";
import { faultsOf } from "./schemas/valid";
import { writeScifact } from "./scifact";

/** The files of the dataset's zip, as text, by name. */
async function unzipped(write: Exporter, report: Report): Promise<Record<string, string>> {
  const { body } = await write(report);
  if (typeof body === "string") throw new Error("A zip was expected.");
  return Object.fromEntries(Object.entries(unzipSync(body)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const json = (text: string | undefined): unknown => JSON.parse(text ?? "");
const jsonLines = (text: string | undefined) => (text ?? "").trimEnd().split("\n").map(json);

const talk = textOf([
  ["turn", "Wages rose by ten percent.\nNobody noticed\tthat.", { speaker: "Ana" }],
  ["turn", 'They did not, "sir", and prices rose too.', { speaker: "Bo" }],
]);

describe("writeAveritec", () => {
  it("follows the schema, with days as that form has them", async () => {
    const files = await unzipped(writeAveritec, buildReport(sampleSource()));
    const claims = json(files["averitec.json"]);
    expect(faultsOf("averitec", claims)).toEqual([]);
    expect(claims).toContainEqual(
      expect.objectContaining({ claim: "The train journey was about 700 km long.", label: "Mostly true", claim_date: "25-04-2019" }),
    );
  });

  it("makes up no question for evidence that answers none", async () => {
    const evidence = [evidenceOf({ quote: "It rose.", archiveUrl: "https://archive.example/1", archivedOn: "2026-11-19" })];
    const files = await unzipped(writeAveritec, buildReport(sourceOf(talk, [claimOf(1, [anchorOf(talk.text, "Wages")], { evidence })])));
    expect(json(files["averitec.json"])).toEqual([
      expect.objectContaining({
        questions: [],
        evidence: [
          expect.objectContaining({ quote: "It rose.", cached_source_url: "https://archive.example/1", cached_on: "19-11-2026", accessed_on: "20-11-2026" }),
        ],
      }),
    ]);
  });
});

describe("the questions of AVeriTeC", () => {
  const source = { url: "https://city.example/budget" };
  async function written(evidence: ReturnType<typeof evidenceOf>[], questions: ReturnType<typeof questionOf>[]) {
    const files = await unzipped(writeAveritec, buildReport(sourceOf(talk, [claimOf(1, [anchorOf(talk.text, "Wages")], { evidence, questions })])));
    const claims = z.array(z.looseObject({ questions: z.array(z.unknown()), evidence: z.array(z.unknown()) })).parse(json(files["averitec.json"]));
    expect(faultsOf("averitec", claims)).toEqual([]);
    return { ...claims[0], sheet: files["DATASHEET.md"] };
  }

  it("have their answers by type, and several of them", async () => {
    const answers = [
      evidenceOf({ id: "e1", questionId: "q", quote: "Wages: +10 %", archiveUrl: "https://archive.example/1", source }),
      evidenceOf({ id: "e2", questionId: "q", answerType: "abstractive", answer: "By a tenth.", quote: "from 20 to 22", source }),
      evidenceOf({ id: "e3", questionId: "q", answerType: "boolean", answerYes: false, answer: "It fell.", source }),
    ];
    const { questions, evidence } = await written(answers, [questionOf("q", { text: "By how much did wages rise?" })]);
    expect(evidence).toEqual([]);
    expect(questions).toEqual([
      {
        question: "By how much did wages rise?",
        answers: [
          expect.objectContaining({
            ...{ answer: "Wages: +10 %", answer_type: "Extractive" },
            ...{ source_url: "https://city.example/budget", cached_source_url: "https://archive.example/1" },
          }),
          expect.objectContaining({ answer: "By a tenth.", answer_type: "Abstractive", quote: "from 20 to 22" }),
          expect.objectContaining({ answer: "No", answer_type: "Boolean", boolean_explanation: "It fell." }),
        ],
      },
    ]);
  });

  it("name the medium of what was kept of the source, where something was", async () => {
    const kept = (id: string, mediaType: SnapshotType) => evidenceOf({ id, quote: "It rose.", snapshots: [{ mediaType }, { mediaType: "text/plain" }] });
    const evidence = [kept("e1", "application/pdf"), kept("e2", "text/html"), kept("e3", "image/png"), evidenceOf({ id: "e4" })];
    const asked = sourceOf(talk, [claimOf(1, [anchorOf(talk.text, "Wages")], { evidence })]);
    const files = await unzipped(writeAveritec, buildReport(asked, { media: true }));
    const claims = z.array(z.looseObject({ evidence: z.array(z.looseObject({ source_medium: z.string().nullable() })) })).parse(json(files["averitec.json"]));
    expect(faultsOf("averitec", claims)).toEqual([]);
    expect(claims[0]?.evidence.map(({ source_medium: medium }) => medium)).toEqual(["PDF", "Web text", "Image/graphic", null]);
    expect(buildReport(asked)).not.toHaveProperty("media");
  });

  it("may be unanswerable, without a source", async () => {
    const { questions } = await written([], [questionOf("q", { unanswerable: true })]);
    expect(questions).toEqual([
      {
        question: "Question q?",
        answers: [{ answer: "No answer could be found.", answer_type: "Unanswerable", source_url: null, cached_source_url: null, source_medium: null }],
      },
    ]);
  });

  it("are left out, and counted, while an answer has no words; its evidence is not", async () => {
    const { questions, evidence, sheet } = await written([evidenceOf({ questionId: "q", answerType: "abstractive", source })], [questionOf("q")]);
    expect([questions, evidence?.length]).toEqual([[], 1]);
    expect(sheet).toContain("Left out: 1 question without an answer.");
  });
});

describe("labels that the desk mapped to the classes of a form", () => {
  const outgoing = [
    { averitec: "Supported" as const, clef: "TRUE" as const, scifact: "SUPPORT" as const },
    { averitec: "Supported" as const, clef: null },
  ];
  const labels = sampleLabels().map((label, index) => ({ ...label, ...(outgoing[index] ? { outgoing: outgoing[index] } : {}) }));
  const claims = [1, 2, 3].map((number) => claimOf(number, [anchorOf(talk.text, "Wages")], { ruling: rulingOf(`label-${String(number)}`) }));
  const source = sourceOf(talk, claims);
  const report = buildReport({ ...source, scale: { ...source.scale, labels } });

  it("are written as these, or their claims are left out; the datasheet says what is lost", async () => {
    const averitec = await unzipped(writeAveritec, report);
    expect(json(averitec["averitec.json"])).toMatchObject([{ label: "Supported" }, { label: "Supported" }, { label: "Half true" }]);
    expect(averitec["DATASHEET.md"]).toContain("“True” and “Mostly true” both become “Supported”: which of them it was is lost.");
    expect(averitec["DATASHEET.md"]).toContain("**True** (5), written as Supported, 1 claim:");
    const clef = await unzipped(writeClef, report);
    expect((clef["clef.tsv"] ?? "").split("\n").flatMap((line) => line.split("\t").slice(5))).toEqual(["TRUE", "Half true", "N/A", "N/A"]);
    expect(clef["DATASHEET.md"]).toContain("Left out: 1 claim with a verdict that has no class in this form.");
    expect(clef["DATASHEET.md"]).not.toContain("without a verdict");
    expect(jsonLines((await unzipped(writeScifact, report))["claims.jsonl"])).toMatchObject([
      { label: "SUPPORT" },
      { label: "Mostly true" },
      { label: "Half true" },
    ]);
  });
});

describe("writeClef", () => {
  const rows = (files: Record<string, string>) =>
    z.array(z.array(z.string())).parse(parse(files["clef.tsv"] ?? "", { delimiter: "\t", quote: false, relax_column_count: false }));

  it("has every line with its speaker, once for each claim in it", async () => {
    const claims = [
      claimOf(1, [anchorOf(talk.text, "Wages rose by ten percent.\nNobody")], { statement: "Wages rose\tby 10 %.\n" }),
      claimOf(2, [anchorOf(talk.text, "ten percent")], { ruling: rulingOf("label-5"), statement: "It was ten." }),
    ];
    expect(rows(await unzipped(writeClef, buildReport(sourceOf(talk, claims))))).toEqual([
      ["1", "Ana", "Wages rose by ten percent.", "1", "Wages rose by 10 %.", "True"],
      ["1", "Ana", "Wages rose by ten percent.", "2", "It was ten.", "False"],
      ["2", "Ana", "Nobody noticed that.", "1", "Wages rose by 10 %.", "True"],
      ["3", "Bo", 'They did not, "sir", and prices rose too.', "N/A", "N/A", "N/A"],
    ]);
  });

  it("says how many claims have no place", async () => {
    const files = await unzipped(writeClef, buildReport(sampleSource()));
    expect(files["DATASHEET.md"]).toContain("1 judged claims that have no place");
  });
});

describe("writeScifact", () => {
  it("follows the schema, and every passage that is named is there", async () => {
    const files = await unzipped(writeScifact, buildReport(sampleSource()));
    const claims = jsonLines(files["claims.jsonl"]);
    const corpus = jsonLines(files["corpus.jsonl"]);
    expect([...claims, ...corpus].flatMap((line) => faultsOf("scifact", line))).toEqual([]);
    const works = z.array(z.looseObject({ doc_id: z.int(), abstract: z.array(z.string()) })).parse(corpus);
    const Cited = z.looseObject({ evidence: z.record(z.string(), z.array(z.object({ sentences: z.array(z.int()), label: z.string() }))) });
    for (const { evidence } of z.array(Cited).parse(claims))
      for (const [id, rationales] of Object.entries(evidence))
        for (const { sentences } of rationales)
          for (const place of sentences) expect(works.find(({ doc_id }) => String(doc_id) === id)?.abstract[place]).toBeTypeOf("string");
  });

  it("takes a stance as a label, and context as none", async () => {
    const evidence = [
      evidenceOf({ stance: "refutes", quote: "It fell." }),
      evidenceOf({ stance: "context", quote: "A year is long.", source: { id: "source-2" } }),
    ];
    const files = await unzipped(writeScifact, buildReport(sourceOf(talk, [claimOf(1, [anchorOf(talk.text, "Wages")], { evidence })])));
    expect(jsonLines(files["claims.jsonl"])).toEqual([
      expect.objectContaining({ evidence: { "1": [{ sentences: [0], label: "CONTRADICT" }] }, cited_doc_ids: [1, 2] }),
    ]);
  });
});

describe("a dataset", () => {
  const writers: [string, Exporter][] = [
    ["AVeriTeC", writeAveritec],
    ["CLEF", writeClef],
    ["SciFact", writeScifact],
  ];

  it.each(writers)("tells the version of the scale, and how far the judges agree (%s)", async (_, write) => {
    const judged = ["1", "2", "3", "4"].flatMap((claimId, index) => [
      { claimId, reviewerId: "a", labelId: "label-1" },
      { claimId, reviewerId: "b", labelId: index === 0 ? "label-2" : "label-1" },
    ]);
    const agreement = agreementReport(judged, sampleLabels(), null);
    const { "DATASHEET.md": sheet } = await unzipped(write, buildReport({ ...sampleSource(), agreement }));
    expect(sheet).toContain("“Five-point”, version 1.");
    expect(sheet).toContain("Raw agreement: 0.75");
    const { "DATASHEET.md": without } = await unzipped(write, buildReport(sampleSource()));
    expect(without).toContain("No figures");
  });

  it.each(writers)("has the same bytes for the same report (%s)", async (_, write) => {
    const [one, two] = [await write(buildReport(sampleSource())), await write(buildReport(sampleSource()))];
    expect(one.body).toEqual(two.body);
  });

  it.each(writers)("leaves out what has no verdict (%s)", async (_, write) => {
    const report = buildReport(sampleSource(), { audience: "desk", states: ["in_review", "skipped", "approved"] });
    const files = await unzipped(write, { ...report, claims: report.claims.map((claim) => ({ ...claim, verdict: null, ruling: null })) });
    expect(Object.values(files).join("\n")).not.toContain("Statement 1");
    expect(files["DATASHEET.md"]).toContain("0 claims of one text");
  });
});
