import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { writeAveritec } from "@/lib/exporters/averitec";
import { writeClef } from "@/lib/exporters/clef";
import { writeCsv } from "@/lib/exporters/csv";
import { writeClaimReview } from "@/lib/exporters/data-feed";
import type { Exporter } from "@/lib/exporters/exported-file";
import { writeJsonLd } from "@/lib/exporters/jsonld";
import { publishedReport } from "@/lib/exporters/sample-publication";
import { buildReport } from "@/lib/exporters/report";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleSource, sourceOf, textOf } from "@/lib/exporters/sample-source";
import { bringClaims } from "./bring-claims";

const report = publishedReport(sampleSource());

/** The file as somebody would bring it in: out of its zip, if it is in one. */
async function written(write: Exporter, inZip?: string): Promise<string> {
  const { body } = await write(report);
  if (typeof body === "string") return body;
  return strFromU8(inZip === undefined ? body : (unzipSync(body)[inZip] ?? new Uint8Array()));
}

it.each<[string, Exporter, string | undefined, string, boolean]>([
  ["W3C annotations", writeJsonLd, undefined, "web_annotation", true],
  ["ClaimReview", writeClaimReview, undefined, "claim_review", false],
  ["AVeriTeC", writeAveritec, "averitec.json", "averitec", true],
  ["CLEF", writeClef, "clef.tsv", "debate", false],
])("what we take out as %s is known again, and its claims are found in the text", async (_, write, inZip, format, asks) => {
  const brought = bringClaims({ source: await written(write, inZip), text: report.revision.text });
  expect(brought.format).toBe(format);
  expect(brought.claims.length).toBeGreaterThan(0);
  for (const claim of brought.claims) {
    const own = report.claims.find(({ statement }) => statement === claim.statement);
    expect(own, claim.statement).toBeDefined();
    if (asks) {
      expect(claim.questions.map(({ text, unanswerable }) => ({ text, unanswerable }))).toEqual(
        own?.questions.map(({ text, unanswerable }) => ({ text, unanswerable })),
      );
      const answers = (own?.evidence ?? []).flatMap(({ answer }) => (answer ? [answer] : []));
      expect(claim.sources.flatMap(({ answer }) => (answer ? [[claim.questions[answer.question]?.text, answer.type]] : []))).toEqual(
        answers.map(({ questionId, type }) => [own?.questions.find(({ id }) => id === questionId)?.text, type]),
      );
    }
    const fragments = own?.fragments.length ?? 0;
    // AVeriTeC has no room for what surrounds a fragment: short ones may stand in several places.
    if (fragments > 0) expect(fragments === 1 ? ["found"] : ["found", "doubtful"], claim.statement).toContain(claim.finding);
  }
});

it.each([
  ["W3C annotations", writeJsonLd],
  ["a table", writeCsv],
])("a place that nobody has confirmed does not become sure by way of %s", (_, write) => {
  const revision = textOf([["paragraph", "The bridge opened in 1935. Nobody had counted the cars."]]);
  const guess = { ...anchorOf(revision.text, "opened in 1935"), exact: "opened in 1932", status: "uncertain" as const, similarity: 0.8 };
  const claim = claimOf(1, [guess, anchorOf(revision.text, "Nobody had counted")]);
  const desk = buildReport(sourceOf(revision, [claim]), { audience: "desk" });
  const { body } = write(desk);
  const { claims } = bringClaims({ source: String(body), text: revision.text });
  const inDoubt = { exact: "opened in 1932", start: guess.start, end: guess.end, status: "uncertain" };
  expect(claims).toMatchObject([{ finding: "doubtful", fragments: [{ exact: "Nobody had counted", status: "exact" }, inDoubt] }]);
});

it("our table says the same after a program saved it with other line ends", () => {
  const revision = textOf([["paragraph", "Prices rose in May. Wages fell."]]);
  const claims = [
    claimOf(1, [anchorOf(revision.text, "Prices rose in May")], {
      statement: "Prices rose\n=HYPERLINK(A1;B1)",
      ruling: rulingOf("label-1", "ارتفعت الأسعار", "価格が上がった。\n\n誰も気づかなかった。"),
      evidence: [evidenceOf({ id: "e1" }), evidenceOf({ id: "e2", quote: "Up." })],
    }),
    claimOf(2, [anchorOf(revision.text, "Wages fell")]),
  ];
  const { body } = writeCsv(buildReport(sourceOf(revision, claims)));
  const ours = String(body);
  const brought = bringClaims({ source: ours, text: revision.text });
  expect(brought.claims).toHaveLength(2);
  expect(brought.claims[0]?.sources).toHaveLength(2);
  const unix = ours.replaceAll("\r\n", "\n");
  for (const saved of [unix, unix.replaceAll("\n", "\r\n")]) expect(bringClaims({ source: saved, text: revision.text })).toEqual(brought);
});
