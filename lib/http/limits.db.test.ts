import { inRequest } from "./test/in-request";
import { createHash } from "node:crypto";
import { encode } from "next-auth/jwt";
import { NextRequest } from "next/server";
import type { RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { POST as signInHandler } from "@/app/api/auth/[...nextauth]/route";
import { actorsOfSessions } from "@/lib/auth/actor";
import { signInByLink, signInByPassword } from "@/lib/auth/sign-in";
import { askForReset } from "@/lib/commands/ask-for-link";
import type { Operation } from "@/lib/commands/command";
import { createDocument } from "@/lib/commands/create-document";
import { acceptInvitation, createInvitation } from "@/lib/commands/invitations";
import { startExport } from "@/lib/commands/export-jobs";
import { createSource } from "@/lib/commands/source";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { closeHub, hub } from "@/lib/events/hub";
import { tidy } from "@/lib/jobs/housekeeping";
import { documentSource } from "@/lib/queries/changes";
import { getDocument } from "@/lib/queries/document";
import { exportDocument } from "@/lib/queries/export-document";
import { follow } from "@/lib/queries/follow";
import { waitingFor } from "@/lib/queries/waiting";
import { createMember, run } from "@/prisma/factories";
import { CATALOGUE } from "./catalogue";
import { PEER_HEADER } from "./client-ip";
import type * as Limits from "./limits";
import { route } from "./route";

let prisma: PrismaClient;
let counter = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  env.SMTP_URL = "smtp://mail.example.org";
});

beforeEach(() => {
  env.TRUST_PROXY = true;
});

afterAll(closeHub);

/** An address that nobody has used yet. */
function newAddress(): string {
  counter += 1;
  return `192.0.2.${String(counter)}`;
}

/** The limiters of this process. */
const limits = () => (globalThis as typeof globalThis & { assayLimits: Record<string, RateLimiterMemory> }).assayLimits;

const from = (address: string) => ({ "x-forwarded-for": address });

/** Sends a request through the door. */
async function send(operation: Operation, headers: Record<string, string>, body: object = {}): Promise<Response> {
  const isRead = operation.kind === "query" || operation.kind === "stream";
  const all = new Headers({ "content-type": "application/json", ...headers });
  const search = isRead ? `?${new URLSearchParams(Object.entries(body)).toString()}` : "";
  const request = new NextRequest(`http://localhost:3000/api/v1/somewhere${search}`, {
    method: isRead ? "GET" : "POST",
    headers: all,
    ...(isRead ? {} : { body: JSON.stringify(body) }),
  });
  return inRequest(all, () => route(operation)(request, { params: Promise.resolve({}) }));
}

async function cookieOf({ sessionId }: Actor): Promise<Record<string, string>> {
  return { cookie: `next-auth.session-token=${await encode({ token: { sid: sessionId }, secret: env.NEXTAUTH_SECRET })}` };
}

/** Sends the same until it is refused, and says how many were let through before. The refusal is a whole one. */
async function lettingThrough(most: number, seconds: number, ask: () => Promise<Response>): Promise<number> {
  for (let count = 0; count <= most; count += 1) {
    const response = await ask();
    if (response.status !== 429) continue;
    const wait = Number(response.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(seconds);
    expect(await response.json()).toMatchObject({
      type: "urn:assay:problem:rate_limited",
      status: 429,
      code: "rate_limited",
      detail: expect.stringMatching(/^Too many .* Wait \d+ (seconds|minutes) and try again\.$/) as string,
      retryAfter: wait,
      requestId: response.headers.get("x-request-id"),
    });
    return count;
  }
  return Infinity;
}

/** A guess that costs the test no hashing: it is counted all the same. */
const guess = (email: string, headers: Record<string, string>) => signInByPassword(email, "x".repeat(600), new Headers(headers), new Date());
const REFUSED = { code: "rate_limited", details: { retryAfter: expect.any(Number) as number } };

/** What is counted is counted in the process: one engine shows it. */
const here = describe.runIf(inject("database").engine === "pglite");

here("guessing at sign-in", () => {
  it("is refused after 25 tries from one address, whoever is guessed, and nobody elsewhere notices", async () => {
    const address = newAddress();
    for (let tries = 0; tries < 25; tries += 1) expect(await guess(`somebody-${String(tries)}@example.org`, from(address))).toBeNull();
    await expect(guess("one-more@example.org", from(address))).rejects.toMatchObject(REFUSED);
    await expect(signInByLink("a token", new Headers(from(address)), new Date())).rejects.toMatchObject(REFUSED);
    expect(await guess("one-more@example.org", from(newAddress()))).toBeNull();
  });

  it("counts all addresses of an IPv6 network as one, however they are written", async () => {
    for (let tries = 0; tries < 25; tries += 1) await guess(`six-${String(tries)}@example.org`, from(`2001:db8::${String(tries)}:${String(tries + 1)}`));
    for (const same of ["2001:0DB8:0:0:ffff::1", "[2001:db8::77]:4711", "2001:db8:0000:0000:1:2:3:4"])
      await expect(guess("six@example.org", from(same))).rejects.toMatchObject(REFUSED);
    expect(await guess("six@example.org", from("2001:db8:0:1::1"))).toBeNull();
  });

  it("is refused after 25 tries at one account, from wherever, and other accounts are not touched", async () => {
    for (let tries = 0; tries < 25; tries += 1) expect(await guess("Ada@example.org", from(newAddress()))).toBeNull();
    await expect(guess("ada@example.org ", from(newAddress()))).rejects.toMatchObject(REFUSED);
    expect(await guess("grace@example.org", from(newAddress()))).toBeNull();
  });

  it("is not helped by another X-Forwarded-For: of a trusted proxy its own entry counts, and without one the connection", async () => {
    const address = newAddress();
    for (let tries = 0; tries < 25; tries += 1) await guess(`spoof-${String(tries)}@example.org`, from(`198.51.100.${String(tries)}, ${address}`));
    await expect(guess("spoof@example.org", from(`203.0.113.9, ${address}`))).rejects.toMatchObject(REFUSED);
    env.TRUST_PROXY = false;
    const [peer, other] = [newAddress(), newAddress()];
    for (let tries = 0; tries < 25; tries += 1) await guess(`direct-${String(tries)}@example.org`, { ...from(newAddress()), [PEER_HEADER]: peer });
    await expect(guess("direct@example.org", { ...from(newAddress()), [PEER_HEADER]: `::ffff:${peer}` })).rejects.toMatchObject(REFUSED);
    expect(await guess("direct@example.org", { ...from(address), [PEER_HEADER]: other })).toBeNull();
  });

  it("is answered as a program can read it, and as the sign-in page does", async () => {
    const address = newAddress();
    const token = "t".repeat(64);
    const csrf = `${token}|${createHash("sha256").update(`${token}${env.NEXTAUTH_SECRET}`).digest("hex")}`;
    const ask = () => {
      const headers = new Headers({ ...from(address), cookie: `next-auth.csrf-token=${csrf}`, "content-type": "application/x-www-form-urlencoded" });
      counter += 1;
      const body = new URLSearchParams({ csrfToken: token, json: "true", email: `page-${String(counter)}@example.org`, password: "x".repeat(600) });
      const request = new NextRequest("http://localhost:3000/api/auth/callback/credentials", { method: "POST", headers, body });
      return inRequest(headers, () => signInHandler(request, { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) }));
    };
    expect((await ask()).status).toBe(401);
    expect(await lettingThrough(25, 300, ask)).toBe(24);
    const { url }: { url: string } = await (await ask()).json();
    expect(new URL(url).searchParams.get("error")).toMatch(/^Too many requests\. Wait \d+ /);
  });
});

here("what needs no account", () => {
  const all = Object.entries(CATALOGUE).filter(([, { kind }]) => kind === "public");
  const doors = all.filter(([, { signsUp }]) => !signsUp);

  it("is refused after 25 requests of half an hour from one address, at every door, and from no other", async () => {
    const address = newAddress();
    expect(await lettingThrough(25, 1800, () => send(askForReset, from(address)))).toBe(25);
    for (const [door, operation] of doors) {
      expect((await send(operation, from(address))).status, door).toBe(429);
      expect((await send(operation, from(newAddress()))).status, door).not.toBe(429);
    }
  });

  it("refuses to make accounts after five refusals of half an hour from one address; who gets in, or mistypes, is not counted", async () => {
    const [address, admin] = [newAddress(), await createMember(prisma, { role: "admin" })];
    const doorsIn = all.filter(([, { signsUp }]) => signsUp);
    expect(doorsIn.map(([door]) => door).sort()).toEqual(["POST /account/joins", "POST /invitations/accept", "POST /setup"]);
    const known = await createMember(prisma);
    // A class in one lesson.
    for (let pupil = 0; pupil < 7; pupil += 1) {
      const { path } = await run(prisma, admin, createInvitation, { role: "reader" });
      const given = { token: path.split("=")[1], email: `pupil-${String(pupil)}@example.org`, name: "A pupil" };
      expect((await send(acceptInvitation, from(address), { ...given, password: "12345678" })).status).toBe(422);
      expect((await send(acceptInvitation, from(address), { ...given, password: "seven green lanterns" })).status).toBe(201);
    }
    const { path } = await run(prisma, admin, createInvitation, { role: "reader" });
    const guessed = { token: path.split("=")[1], email: known.email, name: "Not me", password: "not the password" };
    expect((await send(acceptInvitation, from(address), guessed)).status).toBe(403);
    const token = { token: "none", workspaceId: "none", workspace: "Mine", name: "N", email: "n@example.org", password: "seven green lanterns" };
    const codes: number[] = [];
    for (const [, operation] of [...doorsIn, ...doorsIn]) codes.push((await send(operation, from(address), token)).status);
    expect(codes).toEqual([410, 410, 410, 410, 429, 429]);
    expect((await send(acceptInvitation, from(newAddress()), token)).status).toBe(410);
    expect((await send(askForReset, from(address), { email: "calm@example.org" })).status).toBe(201);
    // Whose account it is, the tries count with those at signing in.
    for (let tries = 0; tries < 24; tries += 1) await guess(known.email, from(newAddress()));
    expect((await send(acceptInvitation, from(newAddress()), guessed)).status).toBe(429);
  });

  it("writes five letters an hour to one person, from wherever it is asked for, and to others still", async () => {
    const ask = (email: string) => send(askForReset, from(newAddress()), { email });
    expect(await lettingThrough(5, 3600, () => ask("flooded@example.org"))).toBe(5);
    expect((await ask("calm@example.org")).status).toBe(201);
    expect(await prisma.linkRequest.count({ where: { email: "flooded@example.org" } })).toBe(5);
  });
});

describe.runIf(inject("database").engine === "postgresql")("several processes on one PostgreSQL server", () => {
  const global = globalThis as { assayLimits?: object };
  const own = global.assayLimits;

  /** The limits as another process loads them: without anything that this one counts. */
  async function anotherProcess(): Promise<typeof Limits> {
    vi.stubEnv("DATABASE_URL", "postgresql://localhost/assay");
    vi.resetModules();
    delete global.assayLimits;
    return import("./limits");
  }

  afterEach(() => {
    vi.unstubAllEnvs();
    if (own) global.assayLimits = own;
  });

  it("count guesses together, exactly, also those that come at once; other people and other limits go on", async () => {
    const [one, two] = [await anotherProcess(), await anotherProcess()];
    const tries = Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? one : two).countUse("guesses", "a person"));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    for (const each of [one, two]) await expect(each.countUse("guesses", "a person")).rejects.toMatchObject(REFUSED);
    await two.countUse("guesses", "another person");
    await two.countUse("mailsTo", "a person");
    expect(JSON.stringify(await prisma.tryCount.findMany())).not.toContain("a person");
  });

  it("count refused sign-ups together, begin anew when the time is over, and leave no row behind", async () => {
    const [one, two] = [await anotherProcess(), await anotherProcess()];
    // An error of the module’s own class: each process has its own.
    const signUp = (by: typeof Limits) => by.countSignUp("an address", () => Promise.reject(by.tooMany("Not right.", "%s", 1)));
    for (const each of [one, two, one, two, one]) await expect(signUp(each)).rejects.toThrow("Not right.");
    await expect(signUp(two)).rejects.toThrow("Too many requests.");
    await prisma.tryCount.updateMany({ data: { expire: new Date(Date.now() - 1) } });
    await expect(signUp(two)).rejects.toThrow("Not right.");
    await prisma.tryCount.updateMany({ data: { expire: new Date(Date.now() - 1) } });
    await tidy(new Date());
    expect(await prisma.tryCount.count()).toBe(0);
  });

  it("ask the database no more about who goes on all the same, and count for themselves while it does not answer", async () => {
    const [one, two] = [await anotherProcess(), await anotherProcess()];
    const limiter = (global.assayLimits as Record<string, RateLimiterAbstract>)["guesses"];
    await limiter?.penalty("who goes on", 30);
    await expect(two.countUse("guesses", "who goes on")).rejects.toMatchObject(REFUSED);
    const before = await prisma.tryCount.findMany();
    await expect(two.countUse("guesses", "who goes on")).rejects.toMatchObject(REFUSED);
    expect(await prisma.tryCount.findMany()).toEqual(before);

    await prisma.$executeRaw`ALTER TABLE "TryCount" RENAME TO "Gone"`;
    for (let tries = 0; tries < 10; tries += 1) await one.countUse("guesses", "in the dark");
    await expect(one.countUse("guesses", "in the dark")).rejects.toMatchObject(REFUSED);
    await prisma.$executeRaw`ALTER TABLE "Gone" RENAME TO "TryCount"`;
  });
});

here("a session that is over", () => {
  it.each([
    ["after its end", { expiresAt: new Date(Date.now() - 1000) }],
    ["when it was not used for a fortnight", { lastSeenAt: new Date(Date.now() - 15 * 86_400_000) }],
    ["once it was ended", { revokedAt: new Date() }],
  ])("opens nothing: %s", async (_, data) => {
    const person = await createMember(prisma);
    const cookie = await cookieOf(person);
    expect((await send(getDocument, cookie)).status).toBe(422);
    await prisma.session.update({ where: { id: person.sessionId }, data });
    for (const operation of [getDocument, createSource, follow]) expect((await send(operation, cookie)).status).toBe(401);
  });
});

here("what a person asks of the API", () => {
  it.each<[string, string, number, Operation]>([
    ["writes", "writes", 300, createSource],
    ["reads", "reads", 1500, getDocument],
    ["exports", "exports", 30, exportDocument],
    ["exports as jobs", "exports", 30, startExport],
    ["imports", "imports", 60, createDocument],
  ])("is limited: %s", async (_, name, most, operation) => {
    const person = await createMember(prisma);
    const [one, other] = [await cookieOf(person), await cookieOf(await createMember(prisma))];
    // Refused for what they say, after they were counted; and most of them are counted beforehand: it costs the test less.
    await limits()[name]?.penalty(person.userId, most - 3);
    expect(await lettingThrough(3, 60, () => send(operation, { ...one, ...from(newAddress()) }))).toBe(3);
    expect((await send(operation, other)).status).toBe(422);
    // One may still do what is counted otherwise.
    expect((await send(operation === getDocument ? createSource : getDocument, one)).status).toBe(422);
  });

  it("is limited as the workspace says for the role: contributions", async () => {
    const person = await createMember(prisma);
    await prisma.workspace.update({ where: { id: person.workspaceId }, data: { contributionLimits: { reviewer: { minute: 2 } } } });
    const cookie = await cookieOf(person);
    const add = () => send(createSource, cookie, { title: "The archive" });
    expect([(await add()).status, (await add()).status]).toEqual([201, 201]);
    const third = await add();
    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await third.json()).toMatchObject({ code: "rate_limited", detail: expect.stringContaining("2 contributions a minute") as string });
    // Of the same workspace, and of another role.
    const editor = await createMember(prisma, { role: "editor", workspaceId: person.workspaceId });
    expect((await send(createSource, await cookieOf(editor), { title: "The archive" })).status).toBe(201);
    expect((await send(getDocument, cookie)).status).toBe(422);
  });

  it("is limited: streams of a session and of a person", async () => {
    const person = await createMember(prisma);
    const session = async () =>
      (await prisma.session.create({ data: { userId: person.userId, expiresAt: new Date(Date.now() + 86_400_000) }, select: { id: true } })).id;
    const open = async (actor: Actor) => send(follow, await cookieOf(actor), { waiting: "1" });
    const streams = hub({ source: documentSource, waiting: waitingFor, actorsOf: actorsOfSessions, failed: () => undefined });
    const opened: ReadableStream[] = [];
    for (const sessionId of [person.sessionId, await session()]) {
      for (let count = 0; count < 20; count += 1) opened.push(await streams.stream({ ...person, sessionId }, []));
      expect((await open({ ...person, sessionId })).status).toBe(429);
    }
    const third = { ...person, sessionId: await session() };
    const refused = await open(third);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(await refused.json()).toMatchObject({ code: "rate_limited", detail: expect.stringContaining("Close some of them") as string });
    expect((await open(await createMember(prisma))).status).toBe(200);
    await opened[0]?.cancel();
    expect((await open(third)).status).toBe(200);
  });
});
