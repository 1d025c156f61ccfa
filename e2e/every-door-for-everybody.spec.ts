import type { APIRequestContext, APIResponse } from "@playwright/test";
import { ALIKE, answerTo, FRONT, PAGES, PUBLIC, SESSION_DOORS, sightOf, type Comer, type Sight } from "../lib/http/test/access-matrix";
import { idsFor, requestTo, type Ids } from "../lib/http/test/requests";
import { house, type Canary, type House, type Visitor } from "./comers";
import { expect, test } from "./fixtures";
import { addressOf } from "./servers";

/* The table of who gets in where, held against the server: each page as a page and as the router fetches it, each handler, each stream, for everybody who can come. */

/** As many at once as the server is asked. */
const AT_ONCE = 6;
const BARRED = "Your role does not open this page";
const MISSING = "There is nothing at this address";
const STREAMS: readonly string[] = ["GET /events", "GET /documents/{documentId}/events"];

/** What no answer to them may hold. Whoever is not named may know of all that was planted. */
const EVERYTHING: readonly Canary[] = ["title", "text", "claim", "comment", "source", "contact", "snapshot", "rationale", "note", "guest", "colleague"];
const HIDDEN: Partial<Record<Comer, readonly Canary[]>> = {
  nobody: EVERYTHING,
  shut: EVERYTHING.filter((canary) => canary !== "colleague"),
  stranger: EVERYTHING,
  reader: ["comment", "source", "contact", "snapshot", "rationale", "note", "guest", "colleague"],
  restricted: ["note", "guest", "colleague"],
  reviewer: ["note", "guest", "colleague"],
};

const fill = (address: string, ids: Ids) => address.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);

/** Does all of it, a few at a time, and gives back what went wrong. */
async function inTurns<Job>(jobs: readonly Job[], work: (job: Job) => Promise<string | null>): Promise<string[]> {
  const wrong: string[] = [];
  const left = [...jobs];
  const worker = async () => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) {
      const fault = await work(job);
      if (fault !== null) wrong.push(fault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return wrong.sort();
}

/** A sentence about what the answer tells that it should not; null when it keeps still. */
function told({ canaries }: House, { comer }: Visitor, body: string): string | null {
  const heard = (HIDDEN[comer] ?? []).filter((canary) => body.includes(canaries[canary]));
  return heard.length > 0 ? `it tells ${heard.join(", ")}` : null;
}

/** What came of asking for a page. Behind a loading state, the status has left before the page knows. */
function sight(answer: APIResponse, body: string): string {
  const to = answer.headers()["location"] ?? /NEXT_REDIRECT;\w+;([^;]+);/.exec(body)?.[1];
  if (to !== undefined) return new URL(to, answer.url()).pathname;
  // What the scripts carry along for later is not seen.
  const shown = body.replace(/<script\b.*?<\/script>/gs, "");
  if (answer.status() === 404 || body.includes("NEXT_HTTP_ERROR_FALLBACK;404") || (shown !== body && shown.includes(MISSING))) return "missing";
  if (answer.status() !== 200) return String(answer.status());
  return body.includes(BARRED) ? "barred" : "shown";
}

/** Asks and reads. A stream does not end: what it sends within a moment is what it says. */
async function ask(api: APIRequestContext, endpoint: string, ids: Ids, open: boolean): Promise<{ status: number; body: string }> {
  const [method = "", path = ""] = endpoint.split(" ");
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const said = Object.fromEntries(Object.entries(requestTo(endpoint, ids)).filter(([name]) => !names.includes(name)));
  const address = `/api/v1${fill(path, idsFor(endpoint, ids))}`;
  if (method === "GET") {
    const query = new URLSearchParams(Object.entries(said).map(([name, value]) => [name, String(value)])).toString();
    const url = query === "" ? address : `${address}?${query}`;
    if (open && STREAMS.includes(endpoint)) return listen(api, url);
    const answer = await api.get(url, { maxRedirects: 0 });
    return { status: answer.status(), body: await answer.text() };
  }
  const answer = await api.fetch(address, { method, maxRedirects: 0, ...(Object.keys(said).length > 0 ? { data: said } : {}) });
  return { status: answer.status(), body: await answer.text() };
}

async function listen(api: APIRequestContext, url: string): Promise<{ status: number; body: string; kept: string | null }> {
  const { cookies } = await api.storageState();
  const stop = new AbortController();
  const answer = await fetch(`${addressOf(test.info().parallelIndex)}${url}`, {
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
    signal: stop.signal,
  });
  const first = await answer.body?.getReader().read();
  stop.abort();
  return { status: answer.status, body: new TextDecoder().decode(first?.value), kept: answer.headers.get("cache-control") };
}

const NEVER = /(^|[ ,])no-store/;
const A_MINUTE = /^public, max-age=0, s-maxage=60, must-revalidate$/;
/** What a cache may do with answers of each kind. */
const KEPT: readonly [address: string, kept: RegExp][] = [
  ["/documents/{documentId}", NEVER],
  ["/profile", NEVER],
  ["/sign-in", NEVER],
  ["/api/v1/documents/{documentId}", NEVER],
  ["/api/v1/documents/{documentId}/export?format=html", NEVER],
  ["/api/v1/documents/00000000-0000-7000-8000-000000000000", NEVER],
  ["/api/v1/snapshots/{snapshotId}/file", NEVER],
  ["/api/v1/audit/export?format=csv", NEVER],
  ["/api/auth/session", NEVER],
  ["/api/auth/csrf", NEVER],
  ["/api/health/ready", NEVER],
  ["/p/nothing-at-this-address", NEVER],
  ["/p", A_MINUTE],
  ["/p/{slug}", A_MINUTE],
  ["/p/{slug}/claims/1/embed", A_MINUTE],
  ["/p/feed.xml", A_MINUTE],
  ["/sitemap.xml", A_MINUTE],
];

test("every page and every handler opens to whom the table says, and tells nobody else anything", async ({ playwright, baseURL }, info) => {
  const fresh = Date.now().toString(36);
  const here = await house(playwright.request, baseURL ?? "", fresh);
  const { visitors, ids } = here;
  let cells = 0;

  await test.step("pages, and what the router fetches of them", async () => {
    const jobs = visitors.flatMap((visitor) =>
      [...Object.keys(PAGES), ...Object.keys(FRONT)].flatMap((page) => [false, true].map((fetched) => ({ visitor, page, fetched }))),
    );
    cells += jobs.length;
    // The router says by a hash of its headers what it fetches; the server tells a wrong one the right one.
    const first = await visitors[0]?.api.get("/sign-in?_rsc=x", { maxRedirects: 0, headers: { RSC: "1" } });
    const hash = new URL(first?.headers()["location"] ?? "", baseURL).searchParams.get("_rsc") ?? "none";
    const wrong = await inTurns(jobs, async ({ visitor, page, fetched }) => {
      const address = fill(page, ids);
      const url = fetched ? `${address}${address.includes("?") ? "&" : "?"}_rsc=${hash}` : address;
      const answer = await visitor.api.get(url, { maxRedirects: 0, headers: fetched ? { RSC: "1" } : {} });
      const body = await answer.text();
      const seen = sight(answer, body);
      const expected = expectedSight(visitor.comer, page);
      const fault = seen === expected ? told(here, visitor, body) : `${seen} instead of ${expected}`;
      return fault === null ? null : `${page}${fetched ? " (fetched)" : ""}, ${visitor.name}: ${fault}`;
    });
    expect.soft(wrong).toEqual([]);
  });

  await test.step("the API: refusals of writes, and all reads", async () => {
    const jobs = visitors
      .flatMap((visitor) => SESSION_DOORS.map((endpoint) => ({ visitor, endpoint, expected: answerTo(visitor.comer, endpoint) })))
      .concat(visitors.slice(0, 1).flatMap((visitor) => PUBLIC.map((endpoint) => ({ visitor, endpoint, expected: "in" as const }))))
      // What a write does for those who may, and what asks first how things stand, is tried on a database of its own.
      .filter(({ endpoint, expected }) => expected !== "in" || endpoint.startsWith("GET ") || PUBLIC.includes(endpoint))
      .filter(({ endpoint, visitor }) => !/restore$|adjudication$/.test(endpoint) || ["nobody", "shut", "stranger"].includes(visitor.comer));
    cells += jobs.length;
    const wrong = await inTurns(jobs, async ({ visitor, endpoint, expected }) => {
      const { status, body } = await ask(visitor.api, endpoint, ids, expected === "in");
      const right = expected === "in" ? ![401, 403, 404].includes(status) && status < 500 : status === expected;
      const fault = right ? told(here, visitor, body) : `${String(status)} instead of ${String(expected)} ${body.slice(0, 120)}`;
      return fault === null ? null : `${endpoint}, ${visitor.name}: ${fault}`;
    });
    expect.soft(wrong).toEqual([]);
  });

  await test.step("what is for everybody is the same for everybody", async () => {
    const known = new Map<string, string>();
    const some = visitors.filter(({ name }) => ["anonymous", "half-way in", "suspended by a moderator", "stranger", "owner"].includes(name));
    const addresses = Object.entries(ALIKE).map(([address, status]) => ({ address: fill(address, { ...ids, nextauth: "providers" }), status }));
    cells += some.length * addresses.length;
    const wrong: string[] = [];
    for (const visitor of some) {
      for (const { address, status } of addresses) {
        const url = address === "/p/oembed" ? `${address}?url=${encodeURIComponent(`${baseURL ?? ""}/p/${ids["slug"] ?? ""}`)}` : address;
        const answer = await visitor.api.get(url, { maxRedirects: 0 });
        const body = await answer.text();
        if (answer.status() !== status) wrong.push(`${address}, ${visitor.name}: ${String(answer.status())} instead of ${String(status)}`);
        if (body !== (known.get(address) ?? body)) wrong.push(`${address}, ${visitor.name}: not as for the others`);
        known.set(address, body);
        if (EVERYTHING.some((canary) => body.includes(here.canaries[canary]))) wrong.push(`${address}, ${visitor.name}: it tells of the desk`);
      }
    }
    expect.soft(wrong).toEqual([]);
  });

  await test.step("no cache keeps what is not for everybody", async () => {
    const owner = visitors.find(({ name }) => name === "owner")?.api;
    if (!owner) throw new Error("There is no owner.");
    const keptAt = async (address: string, headers: Record<string, string> = {}) => (await owner.get(address, { headers })).headers()["cache-control"] ?? "";
    for (const [address, kept] of KEPT) expect.soft([address, await keptAt(fill(address, ids))]).toEqual([address, expect.stringMatching(kept)]);
    expect.soft(await keptAt(`/documents/${String(ids["documentId"])}`, { RSC: "1" })).toMatch(NEVER);
    expect.soft((await listen(owner, `/api/v1/events?documents=${String(ids["documentId"])}:0`)).kept).toMatch(NEVER);
    const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await (await owner.get("/sign-in")).text())?.[1] ?? "none";
    expect.soft(await keptAt(script)).toMatch(/^public, max-age=31536000, immutable$/);
  });

  info.annotations.push({ type: "cells", description: String(cells) });
  await here.tidy();
});

function expectedSight(comer: Comer, page: string): Sight {
  const front = FRONT[page];
  if (!front) return sightOf(comer, page);
  return front[comer === "nobody" ? 0 : comer === "shut" ? 1 : 2];
}
