import { inRequest } from "@/lib/http/test/in-request";
import { NextRequest } from "next/server";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { askForSignIn } from "@/lib/commands/ask-for-link";
import { codeAt } from "@/lib/commands/one-time-code";
import { resetPassword } from "@/lib/commands/reset-password";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/commands/second-factor";
import { sendLinks } from "@/lib/commands/send-links";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { LINK_MINUTES } from "@/lib/domain/token";
import { env } from "@/lib/env";
import { PEER_HEADER } from "@/lib/http/client-ip";
import { keptLetters } from "@/lib/mail/test/kept-letters";
import { linkOwner } from "@/lib/queries/account";
import { createMember, PASSWORD, run, runPublic } from "@/prisma/factories";
import { actorOfSession } from "./actor";
import { requestSessionId } from "./session-token";
import { awaitedPerson } from "./sessions";
import { signInByCode, signInByLink } from "./sign-in";

let prisma: PrismaClient;
const { mailbox, letters } = keptLetters();
const here = new Headers({ "user-agent": "a test" });
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  env.SMTP_URL = "smtp://mail.example.org";
});

beforeEach(() => {
  letters.length = 0;
});

async function asked(email: string): Promise<string> {
  await runPublic(prisma, askForSignIn, { email });
  await sendLinks(new Date(), mailbox);
  return /sign-in\/link\?token=([\w-]+)/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";
}

describe("a link for signing in", () => {
  it("signs in once, however often it was looked at", async () => {
    const person = await createMember(prisma);
    const token = await asked(person.email);
    for (let looks = 0; looks < 3; looks += 1) expect(await linkOwner("sign_in", token)).toMatchObject({ email: person.email });
    const both = await Promise.allSettled([signInByLink(token, here, new Date()), signInByLink(token, here, new Date())]);
    const opened = both.flatMap((each) => (each.status === "fulfilled" && each.value ? [each.value.id] : []));
    expect(opened).toHaveLength(1);
    expect(await actorOfSession(opened[0] ?? "", new Date())).toMatchObject({ userId: person.userId });
    await expect(signInByLink(token, here, new Date())).rejects.toMatchObject({ code: "gone" });
    expect(await linkOwner("sign_in", token)).toBeNull();
  });

  it("works for a quarter of an hour, sets no password, and not for somebody suspended", async () => {
    const person = await createMember(prisma);
    const token = await asked(person.email);
    await expect(signInByLink(token, here, after(LINK_MINUTES.sign_in + 1))).rejects.toMatchObject({ code: "gone" });
    await expect(runPublic(prisma, resetPassword, { token, password: "another long sentence" })).rejects.toMatchObject({ code: "gone" });
    await expect(signInByLink("guessed", here, new Date())).rejects.toMatchObject({ code: "gone" });
    await prisma.user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } });
    await expect(signInByLink(token, here, new Date())).rejects.toMatchObject({ code: "gone" });
  });

  it("still asks for the second factor", async () => {
    const person = await createMember(prisma);
    const { secret } = await run(prisma, person, beginSecondFactor, {});
    await run(prisma, person, confirmSecondFactor, { code: codeAt(secret, new Date()) });
    const waiting = (await signInByLink(await asked(person.email), here, new Date()))?.id ?? "";
    expect([await actorOfSession(waiting, new Date()), (await awaitedPerson(waiting, new Date()))?.userId]).toEqual([null, person.userId]);
    const opened = await signInByCode(waiting, codeAt(secret, after(0.5)), here, new Date());
    expect(await actorOfSession(opened?.id ?? "", new Date())).toMatchObject({ userId: person.userId });
  });

  it("is answered alike for unknown addresses, to which nothing is sent", async () => {
    const { email } = await createMember(prisma);
    const answers = [await runPublic(prisma, askForSignIn, { email: "nobody@example.org" }), await runPublic(prisma, askForSignIn, { email })];
    expect(answers[0]).toEqual(answers[1]);
    await sendLinks(new Date(), mailbox);
    expect(letters.map(({ to }) => to.address)).toEqual([email]);
  });
});

let comers = 0;

/** A browser with its cookies, at the sign-in routes. */
function browser(cookies: Record<string, string> = {}) {
  // Of an address of its own: sign-ins are counted.
  comers += 1;
  const address = `192.0.2.${String(comers)}`;
  const headersOf = () =>
    new Headers({
      [PEER_HEADER]: address,
      cookie: Object.entries(cookies)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("; "),
    });
  async function ask(
    path: string,
    form?: Record<string, string>,
    type = "application/x-www-form-urlencoded",
  ): Promise<{ status: number; set: string[]; body: unknown }> {
    const headers = headersOf();
    if (form) headers.set("content-type", type);
    const url = `http://localhost:3000/api/auth/${path}`;
    const request = new NextRequest(url, form ? { method: "POST", headers, body: new URLSearchParams(form).toString() } : { headers });
    const nextauth = new URL(url).pathname.split("/").slice(3);
    const answer = await inRequest(headers, () => (form ? POST : GET)(request, { params: Promise.resolve({ nextauth }) }));
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies[name] = decodeURIComponent(value);
    }
    return { status: answer.status, set: answer.headers.getSetCookie(), body: await answer.json().catch(() => null) };
  }
  async function signIn(email: string, more: Record<string, string> = {}) {
    const { csrfToken } = (await ask("csrf")).body as { csrfToken: string }; // next-auth's answer
    return ask("callback/credentials", { csrfToken, email, password: PASSWORD, json: "true", ...more });
  }
  const actor = async () => actorOfSession((await inRequest(headersOf(), requestSessionId)) ?? "", new Date());
  return { cookies, ask, signIn, actor };
}

afterEach(() => vi.unstubAllEnvs());

describe("the cookies of signing in", () => {
  it.each([
    ["http://localhost:3000", "", ""],
    ["https://desk.example.org", "__Secure-", "__Host-"],
  ])("are read by no script, sent from no other site, and under %s named and sent as it allows", async (address, prefix, host) => {
    vi.stubEnv("NEXTAUTH_URL", address);
    const person = await createMember(prisma);
    const { ask, signIn, actor, cookies } = browser();
    const lines = [...(await ask("csrf")).set, ...(await signIn(person.email)).set];
    const names = [`${host}next-auth.csrf-token`, `${prefix}next-auth.callback-url`, `${prefix}next-auth.session-token`];
    expect(Object.keys(cookies).sort()).toEqual([...names].sort());
    for (const line of lines) {
      const [, ...marks] = line.split("; ").map((each) => each.replace(/^(Max-Age|Expires)=.*/, "$1"));
      expect([line, marks]).toEqual([line, expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax"])]);
      expect([line, marks.includes("Secure")]).toEqual([line, address.startsWith("https:")]);
      expect([line, marks.some((each) => each.startsWith("Domain"))]).toEqual([line, false]);
    }
    // Desk and sign-in agree about the name.
    expect(await actor()).toMatchObject({ userId: person.userId });
  });

  it("are made anew when somebody signs in over a session that another planted, which stays the other’s", async () => {
    const [attacker, victim] = [await createMember(prisma), await createMember(prisma)];
    const theirs = browser();
    await theirs.signIn(attacker.email);
    const { ...planted } = theirs.cookies;
    const fooled = browser({ ...planted });
    expect(await fooled.actor()).toMatchObject({ userId: attacker.userId });
    expect((await fooled.signIn(victim.email)).status).toBe(200);
    expect(await fooled.actor()).toMatchObject({ userId: victim.userId });
    expect(await browser(planted).actor()).toMatchObject({ userId: attacker.userId });
  });

  it.each(["none", "//", "http://", "javascript:alert(1)", "%", "\u0000", `/${"x".repeat(5000)}`, "https://elsewhere.example/"])(
    "that are broken are replaced, and keep nobody out: %s",
    async (broken) => {
      const { email, userId } = await createMember(prisma);
      const { ask, signIn, actor, cookies } = browser({ "next-auth.callback-url": broken, "next-auth.csrf-token": broken, "next-auth.session-token": broken });
      expect((await ask("providers")).status).toBe(200);
      expect((await signIn(email)).status).toBe(200);
      expect(await actor()).toMatchObject({ userId });
      expect(cookies["next-auth.callback-url"]).toMatch(/^http:\/\/localhost:3000(\/x+)?$/);
      expect(cookies["next-auth.csrf-token"]).toMatch(/^[0-9a-f]{64}\|[0-9a-f]{64}$/);
    },
  );

  it("are given whatever address one asks to be led back to, and it is no other site", async () => {
    const { email } = await createMember(prisma);
    for (const callbackUrl of ["none", "//elsewhere.example", "https://elsewhere.example", "javascript:alert(1)"]) {
      const { ask, signIn } = browser();
      expect((await ask(`csrf?callbackUrl=${encodeURIComponent(callbackUrl)}`)).status).toBe(200);
      const { status, body } = await signIn(email, { callbackUrl });
      expect([callbackUrl, status, new URL((body as { url: string }).url).origin]).toEqual([callbackUrl, 200, "http://localhost:3000"]);
    }
  });

  it("are not given for a body of any size or type", async () => {
    const { ask } = browser();
    expect(await ask("callback/credentials", { email: "x".repeat(200_000) })).toMatchObject({ status: 413, body: { code: "too_large" } });
    expect(await ask("callback/credentials", { email: "x" }, "application/json")).toMatchObject({ status: 415, body: { code: "unsupported_type" } });
  });
});
