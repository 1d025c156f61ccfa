import { describe, expect, it } from "vitest";
import { shapeOf } from "./request-shape";

describe("the shape of a request", () => {
  it.each([
    ["/", 200, "/"],
    ["/documents/0198f3c2-7d1e-7c3a-9b1f-2a5d6e7f8a9b?claim=0198f3c2", 200, "/documents/{id}"],
    ["/documents/0198f3c2-7d1e-7c3a-9b1f-2a5d6e7f8a9b/revisions/3", 200, "/documents/{id}/revisions/{id}"],
    ["/settings/scales", 200, "/settings/scales"],
    ["/invitation?token=SECRET", 200, "/invitation"],
    ["/reset#SECRET", 200, "/reset"],
    ["/p", 200, "/p"],
    ["/p/feed.xml", 200, "/p/feed.xml"],
    ["/p/secret", 410, "/p/{slug}"],
    ["/p/two-leaders/claims/2", 200, "/p/{slug}/claims/{id}"],
    ["/SECRET/secret", 404, "/{nothing}"],
    ["/api/health/ready", 503, "/api/health/ready"],
    ["/api/v1/documents", 200, null],
    ["/_next/static/chunk.js", 200, null],
  ])("of %s, answered %i, is %s", (url, status, shape) => {
    expect(shapeOf(url, status)).toBe(shape);
  });
});
