import { describe, expect, it } from "vitest";
import { readForeign } from "./formats";
import { first, quote, read } from "./test-reading";

describe("AVeriTeC", () => {
  it("takes questions, and answers with an address as evidence for them; other answers stand beside the question", () => {
    const entry = {
      ...{
        claim: "The tolls doubled.",
        required_reannotation: false,
        label: "Refuted",
        justification: "They did not.",
        claim_date: "03-04-2021",
        speaker: "The mayor",
      },
      ...{ original_claim_url: null, fact_checking_article: "https://facts.example/2", claim_types: ["Numerical Claim"] },
      questions: [
        {
          question: "By how much did they rise?",
          answers: [
            {
              answer: "By 3 %.",
              answer_type: "Extractive",
              source_url: "https://city.example/budget",
              cached_source_url: "https://archive.example/b",
              source_medium: "PDF",
            },
            { answer: "No", answer_type: "Boolean", boolean_explanation: "See the budget", source_url: "", source_medium: "Metadata" },
          ],
        },
        {
          question: "Did they double?",
          answers: [
            { answer: "No", answer_type: "Boolean", boolean_explanation: "They rose by 3 %.", source_url: "https://city.example/budget" },
            { answer: "The treasurer calls it nonsense.", answer_type: "Abstractive", source_url: "https://news.example/treasurer" },
          ],
        },
        { question: "Why?", answers: [{ answer: "No answer could be found.", answer_type: "Unanswerable" }] },
      ],
    };
    expect(read([entry])).toMatchObject({
      format: "averitec",
      faults: [],
      claims: [
        {
          ...{ row: "Claim 1", statement: "The tolls doubled.", saidOn: "2021-04-03", speaker: "The mayor", verdict: "Refuted", type: "numerical", tags: [] },
          notes: ["They did not."],
          questions: [
            { text: "By how much did they rise?", unanswerable: false, note: "No\nSee the budget" },
            { text: "Did they double?", unanswerable: false, note: "" },
            { text: "Why?", unanswerable: true, note: "" },
          ],
          sources: [
            {
              ...{ url: "https://city.example/budget", archiveUrl: "https://archive.example/b", quote: "By 3 %.", note: "" },
              answer: { question: 0, type: "extractive", yes: null, words: "" },
            },
            { url: "https://city.example/budget", quote: "", answer: { question: 1, type: "boolean", yes: false, words: "They rose by 3 %." } },
            { url: "https://news.example/treasurer", answer: { question: 1, type: "abstractive", yes: null, words: "The treasurer calls it nonsense." } },
            { url: "https://facts.example/2", title: "https://facts.example/2", answer: null },
          ],
        },
      ],
    });
  });
});

describe("a debate", () => {
  const DEBATE = `1\tMODERATOR\tWelcome.\tN/A
2\tANN\tFord is "leaving.\t1\tFord moves its small cars out of the country.\tTRUE
3\tANN\tTheir small cars are leaving.\t1\tFord moves its small cars out of the country.\tTRUE
4\tBEN\tThousands lost their jobs.\t2\tThousands of jobs were lost.\tHALF-TRUE
5\tSYSTEM\t(APPLAUSE)\t-\t-\t-`;

  it("makes one claim of the lines with one number", () => {
    expect(read(DEBATE)).toMatchObject({
      format: "debate",
      faults: [],
      claims: [
        {
          ...{ row: "Line 2", statement: "Ford moves its small cars out of the country.", speaker: "ANN", verdict: "TRUE" },
          quotes: [
            quote('Ford is "leaving.', { prefix: "Welcome.\n\n", suffix: " Their small cars are leaving." }),
            quote("Their small cars are leaving.", { prefix: 'Ford is "leaving. ', suffix: "\n\nThousands lost their jobs." }),
          ],
        },
        { row: "Line 4", statement: "Thousands of jobs were lost.", verdict: "HALF-TRUE" },
      ],
    });
  });

  it("may have a line once for each of its claims", () => {
    const twice = "1\tANN\tFirst.\tN/A\tN/A\tN/A\n2\tANN\tBoth.\t1\tOne.\tTRUE\n2\tANN\tBoth.\t2\tTwo.\tFALSE\n3\tN/A\tLast.\tN/A\tN/A\tN/A";
    const quotes = [quote("Both.", { prefix: "First. ", suffix: "\n\nLast." })];
    expect(read(twice).claims).toMatchObject([
      { quotes, statement: "One." },
      { quotes, statement: "Two." },
    ]);
  });

  it("has a head or none, and may only say what is worth checking", () => {
    expect(read(`line_number\tspeaker\ttext\tclaim_number\tnormalized_claim\tlabel\n${DEBATE}`).claims).toHaveLength(2);
    expect(read("1\tANN\tFord is leaving.\t1\n2\tANN\tSo many jobs.\t0\n3\tBEN\tIt rains.\t1").claims.map(({ row, statement }) => [row, statement])).toEqual([
      ["Line 1", ""],
      ["Line 3", ""],
    ]);
    expect(read(`${DEBATE}\nsix\tANN\tHow many?\t3`).faults).toMatchObject([{ row: "Line six" }]);
  });
});

describe("hostile files", () => {
  const note = `</script><img src=x onerror=alert(1)> ${"x".repeat(20_000)}\u0000\ud800 end\u202e`;

  it("keep their long notes, without what no field may hold", () => {
    const claim = first({ rows: [{ uri: "u", text: note, target: [{ selector: [{ type: "TextQuoteSelector", exact: "a\udc00\u0007b" }] }] }] });
    expect(claim?.quotes).toEqual([quote("ab")]);
    expect(claim?.notes[0]).toMatch(/^<\/script><img src=x onerror=alert\(1\)> x+ end$/);
  });

  it("have at most 300 fragments a claim, and the rest is said", () => {
    const target = Array.from({ length: 305 }, (_, index) => ({ selector: { type: "TextQuoteSelector", exact: `part ${String(index)}` } }));
    const { claims, faults } = read({ type: "Annotation", target });
    expect(claims[0]?.quotes).toHaveLength(300);
    expect(faults).toHaveLength(1);
  });

  it("may be nested as deep as they like", () => {
    const deep = `${'{"@graph":['.repeat(5000)}{"@type":"ClaimReview"}${"]}".repeat(5000)}`;
    expect(() => readForeign(deep)).toThrow(/none that is known/);
    const bodies = `{"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":"x"}},"body":${'{"items":['.repeat(5000)}"b"${"]}".repeat(5000)}}`;
    expect(readForeign(bodies).claims[0]?.notes).toEqual([]);
  });

  it("are prototypes of nothing", () => {
    expect(first('{"type":"Annotation","__proto__":{"x":1},"constructor":1,"target":{"selector":{"type":"TextQuoteSelector","exact":"x"}}}')?.quotes).toEqual([
      quote("x"),
    ]);
  });
});
