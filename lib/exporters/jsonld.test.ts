import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { writeJsonLd } from "./jsonld";
import { buildReport } from "./report";
import { anchorOf, claimOf, evidenceOf, sampleSource, sourceOf, textOf } from "./sample-source";

/* The W3C model as far as this exporter uses it: https://www.w3.org/TR/annotation-model/ and its vocabulary. */
const Iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const Quote = z.strictObject({ type: z.literal("TextQuoteSelector"), exact: z.string().min(1), prefix: z.string().optional(), suffix: z.string().optional() });
const Position = z.strictObject({ type: z.literal("TextPositionSelector"), start: z.int().min(0), end: z.int().min(1) });
const TimeState = z.strictObject({ type: z.literal("TimeState"), cached: Iri.optional(), sourceDate: z.iso.datetime().optional() });
const Textual = z.looseObject({
  type: z.literal("TextualBody"),
  value: z.string().min(1),
  format: z.string(),
  purpose: z.enum(["describing", "assessing", "commenting", "tagging"]),
});
const Verdict = z.strictObject({
  type: z.literal("SpecificResource"),
  purpose: z.literal("classifying"),
  source: z.looseObject({ id: Iri, label: z.string() }),
});
const Link = z.looseObject({
  type: z.literal("SpecificResource"),
  purpose: z.literal("linking"),
  source: z.looseObject({ id: Iri }),
  selector: Quote.optional(),
  state: TimeState.optional(),
});
const Target = z.strictObject({
  type: z.literal("SpecificResource"),
  source: Iri,
  selector: z.array(z.union([Quote, Position])).min(1),
  scope: Iri.optional(),
});
const Annotation = z
  .looseObject({
    id: Iri,
    type: z.literal("Annotation"),
    motivation: z.enum(["assessing", "highlighting", "questioning"]),
    body: z.array(z.union([Textual, Verdict, Link])).min(1),
    target: z.union([Iri, z.array(Target).min(1)]),
  })
  .refine((annotation) => !("bodyValue" in annotation));
const Collection = z.strictObject({
  "@context": z.tuple([z.literal("http://www.w3.org/ns/anno.jsonld"), z.record(z.string(), Iri)]),
  id: Iri,
  type: z.literal("AnnotationCollection"),
  label: z.string(),
  generator: z.looseObject({ type: z.literal("Software") }),
  generated: z.iso.datetime(),
  "assay:document": z.looseObject({ id: Iri }),
  "assay:scale": z.looseObject({ name: z.string() }),
  total: z.int(),
  first: z.strictObject({ id: Iri, type: z.literal("AnnotationPage"), partOf: Iri, startIndex: z.literal(0), items: z.array(Annotation) }),
});

const read = (body: string) => Collection.parse(JSON.parse(body));

describe("writeJsonLd", () => {
  it.each([{ audience: "reader" } as const, { audience: "desk", states: CLAIM_STATES, confidential: true, assessments: true } as const])(
    "follows the model for $audience",
    (options) => {
      const report = buildReport(sampleSource(), options);
      const { total, first } = read(writeJsonLd(report).body);
      expect(total).toBe(report.claims.length);
      expect(first.items).toHaveLength(total);
      expect(new Set(first.items.map(({ id }) => id)).size).toBe(total);
    },
  );

  it("gives every fragment a target, and an orphan its quote alone", () => {
    const { items } = read(writeJsonLd(buildReport(sampleSource())).body).first;
    expect(items[2]?.target).toHaveLength(2);
    expect(items.at(-1)?.target).toEqual([expect.objectContaining({ selector: [expect.objectContaining({ exact: "the visit was cut short" })] })]);
  });

  it("counts positions in code points", () => {
    const revision = textOf([["paragraph", "😀😀 said: 👩‍👩‍👧 went home, 𝒶nd slept."]]);
    const [item] = read(writeJsonLd(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "went home")])]))).body).first.items;
    const [target] = z.array(Target).parse(item?.target);
    const [quote, position] = z.tuple([Quote, Position]).parse(target?.selector);
    const points = [...revision.text];
    expect(points.slice(position.start, position.end).join("")).toBe("went home");
    expect(position.start).toBe(15);
    expect(revision.text).toContain(`${quote.prefix}${quote.exact}${quote.suffix}`);
  });

  it("names the archived copy and the day on which the source was seen", () => {
    const revision = textOf([["paragraph", "Words."]]);
    const evidence = [evidenceOf({ archiveUrl: "https://archive.example/1", archivedOn: "2026-11-19", accessedOn: "2026-11-20", quote: "exactly" })];
    const body = writeJsonLd(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "Words")], { evidence })]))).body;
    expect(read(body).first.items[0]?.body.find(({ purpose }) => purpose === "linking")).toMatchObject({
      state: { type: "TimeState", cached: "https://archive.example/1", sourceDate: "2026-11-20T00:00:00Z" },
      selector: { exact: "exactly" },
    });
  });

  it("can stand inside a page", () => {
    const revision = textOf([["paragraph", "</script><script>alert(1)</script> <!-- words"]]);
    const { body } = writeJsonLd(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "</script>")], { statement: "</script><b>" })])));
    expect(body).not.toContain("<");
    expect(read(body).first.items[0]?.body[0]).toMatchObject({ value: "</script><b>" });
  });
});
