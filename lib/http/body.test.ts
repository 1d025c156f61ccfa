import { describe, expect, it } from "vitest";
import { readJson } from "./body";

const MAX = 1_000_000;
const JSON_TYPE = { "content-type": "application/json" };

function requestOf(body: string | ReadableStream | null, headers: Record<string, string> = {}, method = "POST"): Request {
  return new Request("http://localhost/api", { method, body, headers, duplex: "half" } as RequestInit); // `duplex` is missing in the types, and needed for a stream
}

const streamOf = (text: string) => new Blob([text]).stream();

/** A body that comes in pieces of so many bytes. */
const piecesOf = (bytes: Uint8Array, length: number) =>
  new ReadableStream<Uint8Array>({
    start(stream) {
      for (let from = 0; from < bytes.length; from += length) stream.enqueue(bytes.slice(from, from + length));
      stream.close();
    },
  });

describe("readJson", () => {
  it("puts characters together that come in two pieces, and refuses those that are none", async () => {
    const bytes = new TextEncoder().encode('\ufeff{"a":"\ufeffMálaga 🌉"}');
    for (const length of [1, 2, 3, 5]) expect(await readJson(requestOf(piecesOf(bytes, length), JSON_TYPE), MAX)).toEqual({ a: "\ufeffMálaga 🌉" });
    for (const broken of [Uint8Array.of(...bytes, 0xff), bytes.slice(0, -3), Uint8Array.of(0xff, ...bytes)])
      await expect(readJson(requestOf(piecesOf(broken, 4), JSON_TYPE), MAX)).rejects.toThrow("not valid UTF-8");
  });

  it("takes no body, and an empty stream without a type, for an empty object", async () => {
    expect(await readJson(requestOf(null, {}, "DELETE"), MAX)).toEqual({});
    expect(await readJson(requestOf(streamOf(""), {}, "DELETE"), MAX)).toEqual({});
  });

  it("reads JSON", async () => {
    expect(await readJson(requestOf('{"a":1}', { "content-type": "application/json; charset=utf-8" }), MAX)).toEqual({ a: 1 });
  });

  it.each([
    ["another type", requestOf("a=1", { "content-type": "application/x-www-form-urlencoded" }), "unsupported_type"],
    ["a body without a type", requestOf(streamOf('{"a":1}')), "unsupported_type"],
    ["what is not JSON", requestOf("{", JSON_TYPE), "invalid"],
    ["what broke off", requestOf(new ReadableStream({ pull: (controller) => controller.error(new Error("aborted")) }), JSON_TYPE), "invalid"],
    ["more than the cap", requestOf(`"${"a".repeat(MAX)}"`, JSON_TYPE), "too_large"],
  ])("refuses %s", async (_, request, code) => {
    await expect(readJson(request, MAX)).rejects.toMatchObject({ code });
  });
});
