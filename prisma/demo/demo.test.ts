import { describe, expect, it } from "vitest";
import { mergeSpans } from "@/lib/domain/anchor";
import { SHORT_FORM_MAX } from "@/lib/domain/claim";
import { mayBePrimary } from "@/lib/domain/evidence";
import { approvalGate, GATE_RULES_DEFAULT } from "@/lib/domain/gate";
import { SCALE_TEMPLATES } from "@/lib/domain/scale-templates";
import { countWords, type Span } from "@/lib/domain/text";
import { httpUrl, normalizeUrl } from "@/lib/domain/url";
import { DEMO_ACCOUNTS, DEMO_DOCUMENTS, DEMO_SOURCES } from "./content";
import type { DemoClaim, DemoDocument, DemoFragment } from "./types";

const claims = DEMO_DOCUMENTS.flatMap((document) => document.claims.map((claim) => ({ document, claim, name: claim.shortForm })));
const labels = SCALE_TEMPLATES[0]?.labels.map((label) => label.name) ?? [];
const sources = Object.values(DEMO_SOURCES);

/** The text as the importers keep it: a turn's time and name are not part of it. */
function spoken(document: DemoDocument): string {
  return document.speakers ? document.text.replace(/^\[\d\d:\d\d:\d\d\] [A-Z ]+: /gm, "") : document.text;
}

function locate(text: string, { quote, occurrence = 1 }: DemoFragment): Span | null {
  let start = -1;
  for (let count = 0; count < occurrence; count += 1) {
    start = text.indexOf(quote, start + 1);
    if (start === -1) return null;
  }
  return { start, end: start + quote.length };
}

function spans({ document, claim }: { document: DemoDocument; claim: DemoClaim }): Span[] {
  return claim.fragments.flatMap((fragment) => locate(spoken(document), fragment) ?? []);
}

function documentOf(key: string): DemoDocument {
  const document = DEMO_DOCUMENTS.find((each) => each.key === key);
  if (!document) throw new Error(`No document ${key}`);
  return document;
}

describe("the demo texts", () => {
  it.each([
    ["vladivostok", 850, 950],
    ["debate", 2300, 2700],
    ["moon", 300, 400],
    ["suez", 150, 250],
  ])("%s has between %i and %i words", (key, least, most) => {
    const document = documentOf(key);
    const count = countWords(spoken(document), document.language);
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });

  it.each(DEMO_DOCUMENTS)("$key is canonical already", ({ text }) => {
    expect(text).toBe(text.normalize("NFC"));
    expect(text).not.toMatch(/[\r\t"']|\n{3}| \n|\u00a0/);
  });

  it("the debate has a time and a name on every turn, in order", () => {
    const turns = documentOf("debate").text.trim().split("\n\n");
    for (const turn of turns) expect(turn).toMatch(/^\[\d\d:\d\d:\d\d\] [A-Z ]+: \S/);
    const times = turns.map((turn) => turn.slice(1, 9));
    expect(times).toEqual([...times].sort());
  });

  it("one sentence of the debate is said twice, by two people, and each saying has its own claim", () => {
    const document = documentOf("debate");
    const sentence = "One person in ten in the European Union cannot keep the home warm enough";
    expect(document.text.split(sentence)).toHaveLength(3);
    const sayings = document.claims.filter((claim) => claim.fragments.some((fragment) => fragment.quote === sentence));
    expect(sayings.map((claim) => claim.speaker)).toEqual(["Pilar Nowak", "Henrik Sall"]);
    expect(sayings.map((claim) => claim.fragments[0]?.occurrence)).toEqual([1, 2]);
  });
});

describe("the demo marks", () => {
  const marked = DEMO_DOCUMENTS.flatMap(({ text, marks = [] }) => marks.map(({ quotes }) => ({ text, quotes })));

  it("each stand in their text once", () => {
    expect(marked.length).toBeGreaterThan(1);
    for (const { text, quotes } of marked) for (const quote of quotes) expect(text.split(quote), quote).toHaveLength(2);
  });
});

describe("the demo claims", () => {
  it("are about forty, in every state that exists before publication", () => {
    expect(claims.length).toBeGreaterThanOrEqual(38);
    expect(claims.length).toBeLessThanOrEqual(46);
    expect(new Set(claims.map(({ claim }) => claim.state))).toEqual(
      new Set(["spotted", "skipped", "researching", "in_review", "contested", "adjudicated", "approved"]),
    );
  });

  it.each(claims)("$name: every fragment is in the text, and none overlaps another", (each) => {
    const found = spans(each);
    expect(found).toHaveLength(each.claim.fragments.length);
    expect(mergeSpans(found)).toEqual(found);
  });

  it("include the interrupted one and, in both long texts, claims that overlap", () => {
    const article = documentOf("vladivostok");
    const interrupted = article.claims.filter((claim) => claim.statement.startsWith("The six-party talks collapsed"));
    const said = interrupted.flatMap((claim) => spans({ document: article, claim })).map(({ start, end }) => article.text.slice(start - 6, end + 5));
    expect(said).toEqual(["Those talks, whi", "able, fell apart a decade ago when"]);
    for (const document of [article, documentOf("debate")]) {
      const all = document.claims.flatMap((claim) => spans({ document, claim }));
      expect(mergeSpans(all).length).toBeLessThan(all.length);
    }
  });

  it.each(claims)("$name: fits its fields", ({ claim }) => {
    expect(claim.shortForm.length).toBeLessThanOrEqual(SHORT_FORM_MAX);
    expect(claim.skip !== undefined).toBe(claim.state === "skipped");
    for (const { label } of [...claim.assessments, ...(claim.ruling ? [claim.ruling] : [])]) if (label !== null) expect(labels).toContain(label);
    expect(claim.ruling?.summary.length ?? 0).toBeLessThanOrEqual(280);
    expect(claim.ruling?.summary ?? "").not.toContain("\n");
    expect(new Set(claim.assessments.map(({ by }) => by)).size).toBe(claim.assessments.length);
  });

  it.each(claims)("$name: is in a state that its records allow", ({ document, claim }) => {
    const gate = approvalGate({
      ruling: claim.ruling ? { labelId: claim.ruling.label, ...claim.ruling } : null,
      rules: GATE_RULES_DEFAULT,
      ownRuling: false,
      evidence: claim.evidence.map(({ source }) => ({
        sourceId: source,
        primary: false,
        addressed: false,
        archived: false,
        quoted: false,
        quoteVerified: false,
      })),
      contacts: 0,
      blockingThreads: 0,
      scaleHasLabels: true,
      doubtfulAnchors: 0,
      assessmentsAwaited: 0,
    });
    if (claim.state === "approved" || claim.state === "adjudicated") expect(gate.filter(({ met }) => !met)).toEqual([]);
    else expect(claim.ruling).toBeUndefined();
    const verdicts = new Set(claim.assessments.map(({ label }) => label));
    if (claim.state === "contested" || claim.state === "adjudicated") expect(verdicts.size).toBeGreaterThan(1);
    if (claim.state === "in_review") expect(verdicts.size).toBe(1);
    // A blind claim does not move before its last assessment.
    const early = claim.state === "spotted" || claim.state === "skipped" || claim.state === "researching";
    if (early) expect(claim.assessments.length).toBeLessThan(document.review?.reviewers ?? 1);
    else if (document.review) expect(claim.assessments).toHaveLength(document.review.reviewers);
  });

  it.each(claims)("$name: is handled by people whose role allows it", ({ claim }) => {
    const reviewers = [claim.markedBy, ...claim.assessments.map(({ by }) => by)];
    for (const key of reviewers) expect(DEMO_ACCOUNTS[key].role).not.toBe("reader");
    if (claim.ruling) expect(["editor", "admin"]).toContain(DEMO_ACCOUNTS[claim.ruling.by].role);
  });
});

describe("the demo sources", () => {
  it("have http(s) addresses, each only once, and are all used", () => {
    const addresses = sources.flatMap(({ url }) => (url === undefined ? [] : [url]));
    for (const address of addresses) expect(httpUrl(address)).not.toBeNull();
    expect(new Set(addresses.map(normalizeUrl)).size).toBe(addresses.length);
    const used = new Set(claims.flatMap(({ claim }) => claim.evidence.map(({ source }) => DEMO_SOURCES[source])));
    expect(used.size).toBe(sources.length);
  });

  it("are primary only where they may be, and one is confidential", () => {
    for (const { primary = false, type } of sources) if (primary) expect(mayBePrimary(type)).toBe(true);
    expect(sources.filter(({ confidential }) => confidential)).toHaveLength(1);
  });

  it("are archived in part, never before they were read", () => {
    const evidence = claims.flatMap(({ claim }) => claim.evidence);
    const kept = evidence.filter(({ archiveUrl }) => archiveUrl !== undefined);
    expect(kept.length).toBeLessThan(evidence.length);
    for (const { archiveUrl = "", archivedOn = "", accessedOn } of kept) {
      expect(httpUrl(archiveUrl)).not.toBeNull();
      expect(archivedOn >= accessedOn).toBe(true);
      expect(archivedOn <= "2026-11-24").toBe(true);
    }
  });
});
