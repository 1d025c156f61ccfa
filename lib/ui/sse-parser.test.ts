import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toServerSentEvent } from "@/lib/events/sse";
import { sseParser } from "./sse-parser";

describe("sseParser", () => {
  it("reads what the server writes, wherever the pieces are cut", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 5 }), fc.array(fc.nat(200), { maxLength: 8 }), (ids, cuts) => {
        const messages = ids.map((documentId, seq) => ({ kind: "reset" as const, documentId, seq }));
        const text = messages.map(toServerSentEvent).join("");
        const parse = sseParser();
        const edges = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length].sort((a, b) => a - b);
        const events = edges.flatMap((edge, index) => parse(text.slice(edges[index - 1] ?? 0, edge)));
        expect(events.map(({ data }): unknown => JSON.parse(data))).toEqual(messages);
        expect(events.map(({ id }) => id)).toEqual(messages.map(({ seq }) => String(seq)));
      }),
    );
  });

  it("leaves comments alone", () => {
    expect(sseParser()(": hello\n\nevent: beat\ndata: {}\n\n")).toEqual([{ event: "beat", id: null, data: "{}" }]);
  });
});
