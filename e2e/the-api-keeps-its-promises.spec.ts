import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";

/* The door as a program sees it: every refusal is a clear problem with the field named, and never a 500. */

async function problemOf(response: APIResponse): Promise<{ status: number; code: string; fields?: { field: string }[] }> {
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  return response.json();
}

async function someDocument(api: APIRequestContext): Promise<{ id: string; revisionId: string; text: string; claimId: string }> {
  const created = await api.post("/api/v1/documents", {
    data: { title: "A short text", source: { kind: "paste", text: "One claim stands here.\n\nAnother one stands there." } },
  });
  expect(created.status()).toBe(201);
  const { id } = await created.json();
  const { document } = await (await api.get(`/api/v1/documents/${id}`)).json();
  const claim = await api.post(`/api/v1/documents/${id}/claims`, { data: { revisionId: document.revision.id, fragments: [{ exact: "One claim" }] } });
  expect(claim.status()).toBe(201);
  return { id, revisionId: document.revision.id, text: document.revision.text, claimId: (await claim.json()).id };
}

test("nobody gets in without a session, and the API says so as a problem", async ({ request }) => {
  for (const path of ["/api/v1/documents", "/api/v1/claims/x", "/api/v1/sources", "/api/v1/people", "/api/v1/account/sessions"]) {
    expect(await problemOf(await request.get(path))).toMatchObject({ status: 401, code: "unauthenticated" });
  }
  expect((await request.get("/api/v1/openapi.json")).status()).toBe(200);
});

test("a write from another site, of another type, or too large is refused before it is read", async ({ signedIn }) => {
  const { request: api } = (await signedIn("reviewer")).context();
  const body = { title: "x", source: { kind: "paste", text: "x" } };
  const foreign = await api.post("/api/v1/documents", { data: body, headers: { origin: "https://evil.example" } });
  expect(await problemOf(foreign)).toMatchObject({ status: 403 });
  const crossSite = await api.post("/api/v1/documents", { data: body, headers: { "sec-fetch-site": "cross-site" } });
  expect(await problemOf(crossSite)).toMatchObject({ status: 403 });
  const form = await api.post("/api/v1/documents", { form: { title: "x" } });
  expect(await problemOf(form)).toMatchObject({ status: 415, code: "unsupported_type" });
  const large = await api.post("/api/v1/sources", { data: { title: "x".repeat(1_100_000) } });
  expect(await problemOf(large)).toMatchObject({ status: 413, code: "too_large" });
  const broken = await api.post("/api/v1/sources", { headers: { "content-type": "application/json" }, data: Buffer.from('{"title":') });
  expect(await problemOf(broken)).toMatchObject({ status: 422, code: "invalid" });
});

test("naughty strings are kept as they are or refused with the field named", async ({ signedIn }) => {
  const { request: api } = (await signedIn("reviewer")).context();
  const { claimId } = await someDocument(api);
  const kept = [
    "<script>alert(1)</script>",
    '\'; DROP TABLE "Claim"; --',
    "=cmd|' /C calc'!A0",
    "نص عربي \u202e مقلوب",
    "👩‍👩‍👧‍👦 é e\u0301 ﷽",
    "%00 \\x00 ${7*7} {{7*7}}",
    "\u200b\ufeffzero",
    "a\nb\r\nc",
  ];
  for (const statement of kept) {
    const { version } = await (await api.get(`/api/v1/claims/${claimId}`)).json();
    const written = await api.patch(`/api/v1/claims/${claimId}`, { data: { version, statement } });
    expect(written.status(), statement).toBe(200);
    expect((await written.json()).statement).toBe(statement.replace(/\r\n/g, "\n"));
  }
  const { version } = await (await api.get(`/api/v1/claims/${claimId}`)).json();
  const refused: [string, unknown][] = [
    ["statement", "NUL \u0000 inside"],
    ["statement", "   "],
    ["statement", "x".repeat(2001)],
    ["statement", 7],
    ["shortForm", "x".repeat(76)],
    ["saidOn", "2019-02-30"],
    ["saidOn", "0000-01-01"],
    ["type", "rumour"],
    ["tags", Array.from({ length: 21 }, (_, index) => `tag ${String(index)}`)],
    ["version", 0],
  ];
  for (const [field, value] of refused) {
    const problem = await problemOf(await api.patch(`/api/v1/claims/${claimId}`, { data: { version, [field]: value } }));
    expect(problem.status, `${field}: ${String(value).slice(0, 20)}`).toBe(422);
    expect(problem.fields?.[0]?.field).toMatch(new RegExp(`^${field}`));
  }
  const half = await api.patch(`/api/v1/claims/${claimId}`, {
    headers: { "content-type": "application/json" },
    data: Buffer.from(`{"version":${String(version)},"statement":"half \\ud800 pair"}`),
  });
  expect(await problemOf(half)).toMatchObject({ status: 422 });
});

test("the same write sent twice, even at once, is done once", async ({ signedIn }) => {
  const { request: api } = (await signedIn("reviewer")).context();
  const { id, revisionId } = await someDocument(api);
  const headers = { "idempotency-key": `once-${crypto.randomUUID()}` };
  const send = (exact: string) => api.post(`/api/v1/documents/${id}/claims`, { headers, data: { revisionId, fragments: [{ exact }] } });
  const answers = await Promise.all([send("Another one"), send("Another one"), send("Another one")]);
  const claims = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
  expect(new Set(claims).size).toBe(1);
  expect(await problemOf(await send("One claim"))).toMatchObject({ status: 409, code: "conflict" });
  const { claims: kept } = await (await api.get(`/api/v1/documents/${id}`)).json();
  expect(kept).toHaveLength(2);
});

test("texts that are empty, too long, binary or lie about their type are refused with a word on what to do", async ({ signedIn }) => {
  const { request: api } = (await signedIn("reviewer")).context();
  const file = (name: string, bytes: Buffer) => ({ title: "x", source: { kind: "file", name, dataBase64: bytes.toString("base64") } });
  const sources: [object, number[]][] = [
    [{ title: "x", source: { kind: "paste", text: " \n " } }, [422]],
    [{ title: "x", source: { kind: "paste", text: "word ".repeat(450_000) } }, [413]],
    [file("photo.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])), [415, 422]],
    [file("report.md", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj", "latin1")), [415, 422]],
    [file("archive.html", Buffer.from("PK\u0003\u0004\u0014\u0000", "latin1")), [415, 422]],
    [{ title: "x", source: { kind: "file", name: "a.txt", dataBase64: "not base64!" } }, [422]],
    [{ title: "", source: { kind: "paste", text: "x" } }, [422]],
  ];
  for (const [data, statuses] of sources) {
    const problem = await problemOf(await api.post("/api/v1/documents", { data }));
    expect(statuses, JSON.stringify(data).slice(0, 80)).toContain(problem.status);
  }
});

test("roles decide on the server: readers read, reviewers do not rule, and nothing tells them what they must not know", async ({ signedIn }) => {
  const reviewer = (await signedIn("reviewer")).context().request;
  const reader = (await signedIn("reader")).context().request;
  const { id, revisionId, claimId } = await someDocument(reviewer);
  expect((await reader.get(`/api/v1/documents/${id}`)).status()).toBe(200);
  const refused = [
    reader.post(`/api/v1/documents/${id}/claims`, { data: { revisionId, fragments: [{ start: 0, end: 3 }] } }),
    reader.patch(`/api/v1/claims/${claimId}`, { data: { version: 1, statement: "mine" } }),
    reader.post("/api/v1/sources", { data: { title: "mine" } }),
    reader.delete(`/api/v1/documents/${id}`),
    reader.get(`/api/v1/documents/${id}/export?format=csv&audience=desk`),
    reader.get("/api/v1/people"),
    reviewer.put(`/api/v1/claims/${claimId}/ruling`, { data: { version: null, labelId: "x", summary: "mine" } }),
    reviewer.post("/api/v1/invitations", { data: { role: "admin" } }),
    reviewer.get(`/api/v1/documents/${id}/export?format=csv&audience=desk&confidential=true`),
  ];
  for (const response of await Promise.all(refused)) expect(await problemOf(response)).toMatchObject({ status: 403, code: "forbidden" });
  expect(await problemOf(await reviewer.get("/api/v1/claims/not-there"))).toMatchObject({ status: 404, code: "not_found" });
});

test("pages carry a policy that allows scripts by nonce only", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const response = await page.goto("/documents");
  const headers = response?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
});
