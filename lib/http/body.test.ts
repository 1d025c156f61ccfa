import { describe, expect, it } from "vitest";
import { readJson } from "./body";

const MAX = 1_000_000;
const JSON_TYPE = { "content-type": "application/json" };

function requestOf(body: string | ReadableStream | null, headers: Record<string, string> = {}, method = "POST"): Request {
  return new Request("http://localhost/api", { method, body, headers, duplex: "half" } as RequestInit); // `duplex` is missing in the types, and needed for a stream
}

const streamOf = (text: string) => new Blob([text]).stream();

describe("readJson", () => {
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
