import { describe, expect, it } from "vitest";
import { first, quote, read } from "./test-reading";

describe("Recogito", () => {
  it("is read in the W3C's form and in its own", () => {
    const selector = [
      { type: "TextQuoteSelector", exact: "Ithaca" },
      { type: "TextPositionSelector", start: 4, end: 10 },
    ];
    const bodies = [
      { type: "TextualBody", purpose: "commenting", value: "Home." },
      { type: "TextualBody", purpose: "tagging", value: "island" },
      { type: "TextualBody", purpose: "classifying", value: "place" },
    ];
    const expected = { quotes: [quote("Ithaca", { start: 4 })], notes: ["Home."], tags: ["island", "place"], verdict: "" };
    expect(first([{ "@context": "http://www.w3.org/ns/anno.jsonld", id: "#1", type: "Annotation", body: bodies, target: { selector } }])).toMatchObject(
      expected,
    );
    const own = read([{ id: "1", bodies, target: { annotation: "1", selector: [{ quote: "Ithaca", start: 4, end: 10 }] } }]);
    expect(own).toMatchObject({ format: "recogito", claims: [expected] });
    const quill = { purpose: "commenting", format: "Quill", value: JSON.stringify({ ops: [{ insert: "So " }, { insert: "it is\n" }] }) };
    const term = { purpose: "tagging", value: JSON.stringify({ id: "https://places.example/1", label: "Island" }) };
    expect(first([{ id: "1", bodies: [quill, term], target: { selector: [{ quote: "Ithaca" }] } }])).toMatchObject({ notes: ["So it is"], tags: ["Island"] });
  });

  it("is read from its table", () => {
    const table = `UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,URI,VOCAB_LABEL,TOKEN,LAT,LNG,PLACE_TYPE,VERIFICATION_STATUS,TAGS,COMMENTS
1,text.txt,Ithaca,char-offset:4,PLACE,https://places.example/1,Ithake,,,,,VERIFIED,island|home,The sea.`;
    expect(read(table)).toMatchObject({
      format: "recogito",
      claims: [
        { row: "Row 2", quotes: [quote("Ithaca", { start: 4 })], tags: ["place", "island", "home"], notes: ["The sea.", "Ithake https://places.example/1"] },
      ],
    });
  });
});
