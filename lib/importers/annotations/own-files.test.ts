import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { writeAveritec } from "@/lib/exporters/averitec";
import { writeClef } from "@/lib/exporters/clef";
import { writeClaimReview } from "@/lib/exporters/data-feed";
import type { Exporter } from "@/lib/exporters/exported-file";
import { writeJsonLd } from "@/lib/exporters/jsonld";
import { publishedReport } from "@/lib/exporters/sample-publication";
import { sampleSource } from "@/lib/exporters/sample-source";
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
