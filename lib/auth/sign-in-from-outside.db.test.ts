import { createHash, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import type { NextApiRequest, NextApiResponse } from "next";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createInvitation } from "@/lib/commands/invitations";
import { codeAt } from "@/lib/commands/one-time-code";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/commands/second-factor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { createMember, run } from "@/prisma/factories";
import { actorOfSession } from "./actor";
import { authOptions } from "./options";
import { awaitedPerson } from "./sessions";
import { signInByPassword } from "./sign-in";

/** What the service says of whoever signs in there next. */
type Claims = Record<string, unknown>;

let prisma: PrismaClient;
let service: Server;
let claims: Claims = {};

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  service = await startService();
  env.OIDC = { issuer: issuer(), name: "The service", clientId: "assay", clientSecret: "of the test" };
});

afterAll(() => {
  service.close();
});

const issuer = () => `http://127.0.0.1:${String((service.address() as AddressInfo).port)}`; // of a server that listens

/** A service of OpenID Connect that lets everybody in at once. It checks the code, the secret and the proof of the client, and signs what it says. */
async function startService(): Promise<Server> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const key = { ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const given = new Map<string, { nonce: string; challenge: string }>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", issuer());
    const json = (status: number, body: unknown) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration") {
      const at = (path: string) => `${issuer()}/${path}`;
      return json(200, { issuer: issuer(), authorization_endpoint: at("authorize"), token_endpoint: at("token"), jwks_uri: at("keys") });
    }
    if (url.pathname === "/keys") return json(200, { keys: [key] });
    if (url.pathname === "/authorize") {
      const asked = (name: string) => url.searchParams.get(name) ?? "";
      const code = randomUUID();
      given.set(code, { nonce: asked("nonce"), challenge: asked("code_challenge") });
      return response.writeHead(302, { location: `${asked("redirect_uri")}?${new URLSearchParams({ code, state: asked("state") }).toString()}` }).end();
    }
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const form = new URLSearchParams(body);
      const code = form.get("code") ?? "";
      const grant = given.get(code);
      given.delete(code);
      const proof = createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url");
      const secret = Buffer.from(`assay:${encodeURIComponent("of the test").replaceAll("%20", "+")}`).toString("base64");
      if (!grant || proof !== grant.challenge || request.headers.authorization !== `Basic ${secret}`) return json(400, { error: "invalid_grant" });
      const token = new SignJWT({ sub: "1", nonce: grant.nonce, ...claims }).setProtectedHeader({ alg: "RS256", kid: "one" }).setIssuedAt();
      void token
        .setIssuer(issuer())
        .setAudience("assay")
        .setExpirationTime("5m")
        .sign(privateKey)
        .then((signed) => json(200, { access_token: "x", token_type: "Bearer", id_token: signed }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** A browser with its cookies, that asks next-auth as the route does. */
function browser() {
  const cookies: Record<string, string> = {};
  async function ask(method: "GET" | "POST", nextauth: string[], given: Record<string, string> = {}): Promise<{ location: string; body: unknown }> {
    const headers: Record<string, string | string[]> = {};
    const answer = { location: "", body: null as unknown };
    const response = {
      status: () => response,
      getHeader: (name: string) => headers[name],
      setHeader: (name: string, value: string | string[]) => {
        headers[name] = value;
        return response;
      },
      end: () => response,
      send: (body: unknown) => {
        answer.body = body;
      },
      json: (body: unknown) => {
        answer.body = body;
      },
    };
    const request = {
      method,
      query: { nextauth, ...(method === "GET" ? given : {}) },
      body: method === "POST" ? given : {},
      cookies,
      headers: { host: "localhost:3000" },
    };
    // As far as next-auth looks at them.
    await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions(new Headers({ "user-agent": "a test" })));
    for (const line of [headers["Set-Cookie"] ?? []].flat()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      cookies[name] = decodeURIComponent(value);
    }
    answer.location = String(headers["Location"] ?? "");
    return answer;
  }
  return { cookies, ask };
}

/** Signs in by the service as somebody; where that leads, and the id of the session that the cookie carries. */
async function signInAs(said: Claims, change: (address: URL) => void = () => undefined): Promise<{ location: string; sessionId: string }> {
  claims = said;
  const { cookies, ask } = browser();
  const { csrfToken } = (await ask("GET", ["csrf"])).body as { csrfToken: string }; // next-auth's answer
  const { location } = await ask("POST", ["signin", "oidc"], { csrfToken, callbackUrl: "http://localhost:3000/work" });
  const back = new URL((await fetch(location, { redirect: "manual" })).headers.get("location") ?? "");
  change(back);
  const outcome = await ask("GET", ["callback", "oidc"], Object.fromEntries(back.searchParams));
  const token = await decode({ token: cookies["next-auth.session-token"] ?? "", secret: env.NEXTAUTH_SECRET });
  return { location: outcome.location, sessionId: typeof token?.["sid"] === "string" ? token["sid"] : "" };
}

const NO_ACCOUNT = "/sign-in/no-account?why=";

describe("sign-in by OpenID Connect", () => {
  it("lets a member in by the verified address, and leads to the page that was asked for", async () => {
    const person = await createMember(prisma);
    const { location, sessionId } = await signInAs({ email: person.email.toUpperCase(), email_verified: true });
    expect(location).toBe("http://localhost:3000/work");
    expect(await actorOfSession(sessionId, new Date())).toMatchObject({ userId: person.userId });
    expect((await prisma.session.findUniqueOrThrow({ where: { id: sessionId } })).userAgent).toBe("a test");
  });

  it.each([{ email_verified: false }, { email_verified: "false" }, {}])("lets nobody in whose address is not verified: %j", async (said) => {
    const { email, userId } = await createMember(prisma);
    expect(await signInAs({ email, ...said })).toEqual({ location: `${NO_ACCOUNT}unverified`, sessionId: "" });
    expect(await prisma.session.count({ where: { userId } })).toBe(1);
  });

  it("lets in whom an open invitation names, with an account that has no password; and nobody else", async () => {
    const admin = await createMember(prisma, { role: "admin" });
    const said = { email: "new@example.org", email_verified: true, name: "Nia New" };
    const stranger = { location: `${NO_ACCOUNT}unknown`, sessionId: "" };
    await run(prisma, admin, createInvitation, { role: "editor" });
    expect(await signInAs(said)).toEqual(stranger);
    expect(await prisma.user.count({ where: { email: said.email } })).toBe(0);
    const { id } = await run(prisma, admin, createInvitation, { role: "editor", email: said.email });
    await prisma.invitation.update({ where: { id }, data: { revokedAt: new Date() } });
    expect(await signInAs(said)).toEqual(stranger);
    await run(prisma, admin, createInvitation, { role: "editor", email: said.email });
    const { sessionId } = await signInAs(said);
    expect(await actorOfSession(sessionId, new Date())).toMatchObject({ workspaceId: admin.workspaceId, role: "editor", name: "Nia New" });
    for (const password of ["", "-"]) expect(await signInByPassword(said.email, password, new Headers(), new Date())).toBeNull();
  });

  it("lets in neither who belongs nowhere, nor who is suspended, nor demo accounts", async () => {
    const [gone, suspended, demo] = [await createMember(prisma), await createMember(prisma), await createMember(prisma, { demo: true })];
    await prisma.membership.deleteMany({ where: { userId: gone.userId } });
    await prisma.user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
    for (const { email } of [gone, suspended, demo])
      expect(await signInAs({ email, email_verified: true })).toEqual({ location: `${NO_ACCOUNT}unknown`, sessionId: "" });
  });

  it("still asks for the second factor", async () => {
    const person = await createMember(prisma);
    const { secret } = await run(prisma, person, beginSecondFactor, {});
    await run(prisma, person, confirmSecondFactor, { code: codeAt(secret, new Date()) });
    const { sessionId } = await signInAs({ email: person.email, email_verified: true });
    expect([await actorOfSession(sessionId, new Date()), (await awaitedPerson(sessionId, new Date()))?.userId]).toEqual([null, person.userId]);
  });

  it("refuses an answer that this browser did not ask for", async () => {
    const { email } = await createMember(prisma);
    const forged = await signInAs({ email, email_verified: true }, (address) => {
      address.searchParams.set("state", "another");
    });
    expect(forged).toEqual({ location: expect.stringContaining("error=OAuthCallback"), sessionId: "" });
  });
});
