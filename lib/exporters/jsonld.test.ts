import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { writeJsonLd } from "./jsonld";
import { buildReport, type Report } from "./report";
import { correctionOf, publishedReport } from "./sample-publication";
import { anchorOf, claimOf, evidenceOf, sampleSource, sourceOf, textOf } from "./sample-source";
import { annotationsOf } from "./schemas/expand";
import { faultsOf } from "./schemas/valid";

const Annotation = z.looseObject({ id: z.string(), motivation: z.string(), body: z.array(z.looseObject({ purpose: z.string() })), target: z.unknown() });
const Page = z.looseObject({ id: z.string(), startIndex: z.int(), prev: z.string().optional(), next: z.string().optional(), items: z.array(Annotation) });
const Small = z.looseObject({ id: z.string(), total: z.int(), first: Page });
const Large = z.looseObject({ "@graph": z.tuple([z.looseObject({ id: z.string(), total: z.int(), first: z.string(), last: z.string() })], Page) });
const Target = z.looseObject({ source: z.string(), selector: z.array(z.looseObject({ type: z.string() })) });
const Quote = z.looseObject({ exact: z.string(), prefix: z.string(), suffix: z.string() });
const Position = z.looseObject({ start: z.int(), end: z.int() });

/** The file of the report, which follows our schema of the W3C's model. */
function write(report: Report): string {
  const { body } = writeJsonLd(report);
  expect(faultsOf("annotations", JSON.parse(body))).toEqual([]);
  return body;
}

const read = (body: string) => Small.parse(JSON.parse(body));
const desk = { audience: "desk", states: CLAIM_STATES, confidential: true, assessments: true } as const;

describe("writeJsonLd", () => {
  it.each([{ audience: "reader" } as const, desk])("has one annotation a claim, with an id of its own, for $audience", (options) => {
    const report = buildReport(sampleSource(), options);
    const { total, first } = read(write(report));
    expect(total).toBe(report.claims.length);
    expect(first.items).toHaveLength(total);
    expect(new Set(first.items.map(({ id }) => id)).size).toBe(total);
  });

  it("is understood whole by another reader of JSON-LD, offline", async () => {
    const report = publishedReport(sampleSource(), [correctionOf("claim-3"), correctionOf(null, { id: "correction-2" })], desk);
    const annotations = await annotationsOf(write(report));
    expect(annotations).toHaveLength(report.claims.length + 2);
    const first = annotations.find((node) => String(node["@id"]).endsWith("claims/claim-1"));
    expect(first?.["http://www.w3.org/ns/oa#hasTarget"]).toHaveLength(2);
    expect(first?.["http://www.w3.org/ns/oa#motivatedBy"]).toEqual([{ "@id": "http://www.w3.org/ns/oa#assessing" }]);
  });

  it("parts many annotations into pages that follow each other", async () => {
    const revision = textOf([["paragraph", "Words stand here."]]);
    const claims = Array.from({ length: 450 }, (_, index) => claimOf(index + 1, [anchorOf(revision.text, "Words")]));
    const body = write(buildReport(sourceOf(revision, claims)));
    const [collection, ...pages] = Large.parse(JSON.parse(body))["@graph"];
    expect(pages.map(({ startIndex, items }) => [startIndex, items.length])).toEqual([
      [0, 200],
      [200, 200],
      [400, 50],
    ]);
    expect(collection).toMatchObject({ total: 450, first: pages[0]?.id, last: pages[2]?.id });
    expect(pages.map(({ prev }) => prev)).toEqual([undefined, pages[0]?.id, pages[1]?.id]);
    expect(pages.map(({ next }) => next)).toEqual([pages[1]?.id, pages[2]?.id, undefined]);
    expect(await annotationsOf(body)).toHaveLength(450);
  });

  it("is a valid collection without any claim", () => {
    const body = write(buildReport(sourceOf(textOf([["paragraph", "Words."]]), [])));
    expect(JSON.parse(body)).toMatchObject({ total: 0 });
    expect(JSON.parse(body)).not.toHaveProperty("first");
  });

  it("tells discussions and corrections as annotations of the claim, and replies as such", () => {
    const person = { id: "user-1", name: "Rana Reviewer" };
    const comment = (id: string, body: string) => ({ id, author: person, body, createdAt: "2026-11-20T10:00:00.000Z", deleted: false });
    const thread = { id: "t", claim: { id: "claim-3" }, evidence: null, resolved: null, comments: [comment("c1", "Is it?"), comment("c2", "It is.")] };
    const items = read(write(publishedReport({ ...sampleSource(), threads: [thread] }, [correctionOf("claim-3")], desk))).first.items;
    const said = items.filter(({ motivation }) => motivation === "commenting" || motivation === "replying" || motivation === "editing");
    const claim = items.find(({ id }) => id.endsWith("/claim-3"))?.id;
    expect(said.map(({ motivation, target }) => [motivation, target])).toEqual([
      ["commenting", claim],
      ["replying", said[0]?.id],
      ["editing", claim],
    ]);
  });

  it("gives every fragment a target, and an orphan its quote alone", () => {
    const { items } = read(write(buildReport(sampleSource()))).first;
    expect(items[2]?.target).toHaveLength(2);
    expect(items.at(-1)?.target).toEqual([expect.objectContaining({ selector: [expect.objectContaining({ exact: "the visit was cut short" })] })]);
  });

  it("gives a sentence that is said twice enough of its surroundings to be known by", () => {
    const refrain = "and nobody at the table repeated it on that long evening.";
    const revision = textOf([
      [
        "paragraph",
        `The host spoke first, ${refrain} We never agreed to that. The guest spoke next, ${refrain} We never agreed to that. Nobody clapped, ${refrain}`,
      ],
    ]);
    const second = { ...anchorOf(revision.text, "We never agreed to that."), start: revision.text.lastIndexOf("We never") };
    const claim = claimOf(1, [{ ...second, end: second.start + second.exact.length }]);
    const [item] = read(write(buildReport(sourceOf(revision, [claim])))).first.items;
    const [quote] = z.array(Target).parse(item?.target)[0]?.selector ?? [];
    const { prefix, exact, suffix } = Quote.parse(quote);
    expect(exact).toBe("We never agreed to that.");
    const whole = prefix + exact + suffix;
    expect(revision.text.indexOf(whole)).toBe(second.start - prefix.length);
    expect(revision.text.lastIndexOf(whole)).toBe(second.start - prefix.length);
  });

  it("tells the desk how sure each place is, and readers of sure places alone", () => {
    const revision = textOf([["paragraph", "Some words to mark, and others."]]);
    const anchors = [
      { ...anchorOf(revision.text, "words to mark"), exact: "words to keep", status: "uncertain" as const, similarity: 0.8 },
      { ...anchorOf(revision.text, "others"), status: "moved" as const },
    ];
    const source = sourceOf(revision, [claimOf(1, anchors)]);
    expect(read(write(buildReport(source, desk))).first.items[0]?.target).toMatchObject([
      { "assay:anchorStatus": "uncertain", "assay:similarity": 0.8, "assay:quoted": "words to keep", selector: [{ exact: "words to mark" }, { start: 5 }] },
      { "assay:anchorStatus": "moved", "assay:similarity": 1 },
    ]);
    const forReaders = write(buildReport(source));
    expect(forReaders).not.toContain("assay:anchorStatus");
    expect(read(forReaders).first.items[0]?.target).toMatchObject([{ selector: [{ exact: "others" }, {}] }, { selector: [{ exact: "words to keep" }] }]);
  });

  it("counts positions in code points", () => {
    const revision = textOf([["paragraph", "😀😀 said: 👩‍👩‍👧 went home, 𝒶nd slept."]]);
    const [item] = read(write(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "went home")])])))).first.items;
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
    const body = write(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "Words")], { evidence })])));
    expect(read(body).first.items[0]?.body.find(({ purpose }) => purpose === "linking")).toMatchObject({
      state: { type: "TimeState", cached: "https://archive.example/1", sourceDate: "2026-11-20T00:00:00Z" },
      selector: { exact: "exactly" },
    });
  });

  it("can stand inside a page", () => {
    const revision = textOf([["paragraph", "</script><script>alert(1)</script> <!-- words"]]);
    const body = write(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "</script>")], { statement: "</script><b>" })])));
    expect(body).not.toContain("<");
    expect(read(body).first.items[0]?.body[0]).toMatchObject({ value: "</script><b>" });
  });
});
