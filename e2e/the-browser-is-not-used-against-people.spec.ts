import type { BrowserContext } from "@playwright/test";
import { DEMO_PASSWORD } from "../lib/domain/demo";
import { MARKUP, ODD_LINKS } from "../lib/domain/test/hostile";
import { DEMO_ACCOUNTS } from "../prisma/demo/accounts";
import { expect, signInByForm, test } from "./fixtures";

const PAGES = ["/sign-in", "/documents", "/documents/new", "/work", "/sources", "/moderation", "/people", "/audit", "/profile", "/settings"];

test("pages are in no frame, of no other type, in no cache, and each has a nonce of its own", async ({ signedIn }) => {
  const { request } = await signedIn("admin");
  const nonces = new Set<string>();
  for (const path of PAGES) {
    const answer = await request.get(path);
    const headers = answer.headers();
    const policy = headers["content-security-policy"] ?? "";
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "none");
    expect([path, policy]).toEqual([path, expect.stringMatching(/frame-ancestors 'none'/)]);
    expect([path, policy]).toEqual([path, expect.not.stringMatching(/script-src[^;]*'unsafe-inline'/)]);
    expect([path, headers["x-frame-options"], headers["x-content-type-options"], headers["x-powered-by"]]).toEqual([path, "DENY", "nosniff", undefined]);
    expect([path, headers["cache-control"]]).toEqual([path, expect.stringMatching(/no-store|private/)]);
  }
  expect(nonces.size).toBe(PAGES.length);
  const api = (await request.get("/api/v1/documents")).headers();
  expect([api["cache-control"], api["x-content-type-options"]]).toEqual([expect.stringMatching(/no-store/), "nosniff"]);
});

test("a page of another site shows nothing of the desk in a frame", async ({ browser, sessionOf, baseURL }) => {
  const context = await browser.newContext({ storageState: await sessionOf("editor") });
  const page = await context.newPage();
  // The same machine by another name is another site, and Chromium lets it try.
  await page.goto(`${(baseURL ?? "").replace("localhost", "127.0.0.1")}/api/health/live`);
  const refused = page.waitForEvent("console", (message) => /frame/i.test(message.text()));
  await page.evaluate(
    (address) => {
      const frame = document.createElement("iframe");
      frame.src = address;
      document.body.append(frame);
    },
    `${baseURL ?? ""}/documents`,
  );
  await refused;
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveCount(0);
  await context.close();
});

test("signing in leads to no other site, and gives a cookie that no script reads", async ({ browser, baseURL }) => {
  for (const next of ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"]) {
    const context = await browser.newContext({ baseURL: baseURL ?? "" });
    // A cookie that is no address keeps nobody out.
    await context.addCookies([{ name: "next-auth.callback-url", value: encodeURIComponent(next), url: baseURL ?? "" }]);
    const page = await context.newPage();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}&callbackUrl=${encodeURIComponent(next)}`);
    await page.getByLabel("E-mail").fill("reader@example.org");
    await page.getByRole("textbox", { name: "Password" }).fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(`${baseURL ?? ""}/documents`);
    const cookies = (await context.cookies()).filter(({ name }) => /session/.test(name));
    expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: "Lax" })]);
    await context.close();
  }
});

test("a session is new after signing in, and worth nothing after signing out", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await signInByForm(page, "reader");
  const sessionOf = async (browser: BrowserContext) => (await browser.cookies()).find(({ name }) => /session/.test(name));
  const first = await sessionOf(context);
  // Somebody plants their own session, which lives, where another signs in: it stays theirs, and the other gets a new one.
  const victim = await browser.newContext({ baseURL: baseURL ?? "", storageState: await context.storageState() });
  const { csrfToken } = await (await victim.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: "reviewer@example.org", password: DEMO_PASSWORD, json: "true" };
  expect((await victim.request.post("/api/auth/callback/credentials", { form })).status()).toBe(200);
  expect((await sessionOf(victim))?.value).not.toBe(first?.value);
  const theirs = await victim.newPage();
  await theirs.goto("/documents");
  await expect(theirs.getByRole("button", { name: `Account: ${DEMO_ACCOUNTS.reviewer.name}` })).toBeVisible();
  await page.goto("/documents");
  await expect(page.getByRole("button", { name: `Account: ${DEMO_ACCOUNTS.reader.name}` })).toBeVisible();
  await victim.close();

  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  const again = await browser.newContext({ baseURL: baseURL ?? "" });
  if (first) await again.addCookies([first]);
  expect((await again.request.get("/api/v1/documents")).status()).toBe(401);
  await again.close();
  await context.close();
});

test("nobody learns who has an account", async ({ browser, baseURL }) => {
  const said: string[] = [];
  for (const address of ["reader@example.org", "nobody.at.all@example.org"]) {
    const context = await browser.newContext({ baseURL: baseURL ?? "" });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(address);
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    said.push((await page.getByRole("alert").filter({ hasText: /\w/ }).first().innerText()).replace(address, "…"));
    await context.close();
  }
  expect(said[0]).toBe(said[1]);
});

test("words that mean harm are words on every page that shows them, and lead the browser nowhere", async ({ signedIn, baseURL }) => {
  const page = await signedIn("editor");
  const { request } = page;
  const send = async (path: string, data: object) => {
    const answer = await request.post(`/api/v1${path}`, { data });
    expect([path, answer.status()]).toEqual([path, 201]);
    return answer.json();
  };
  const evil = MARKUP.join(" ");
  const text = [`The bridge opened. ${evil}`, ...MARKUP].join("\n\n");
  const { id } = await send("/documents", { title: evil.slice(0, 190), source: { kind: "paste", text } });
  const { document } = await (await request.get(`/api/v1/documents/${id}`)).json();
  const claim = await send(`/documents/${id}/claims`, { revisionId: document.revision.id, fragments: [{ exact: "The bridge opened." }] });
  const patched = await request.patch(`/api/v1/claims/${claim.id}`, { data: { version: claim.version, statement: evil.slice(0, 270), speaker: MARKUP[2] } });
  expect(patched.status()).toBe(200);
  const source = { title: evil.slice(0, 290), author: MARKUP[3], url: ODD_LINKS[1] };
  await send(`/claims/${claim.id}/evidence`, { stance: "supports", quote: evil, source });
  await send(`/documents/${id}/threads`, { claimId: claim.id, body: MARKUP.join("\n\n") });

  const elsewhere: string[] = [];
  page.on("request", (each) => {
    if (!each.url().startsWith(baseURL ?? "") && !/^(data|blob):/.test(each.url())) elsewhere.push(each.url());
  });
  page.on("dialog", (dialog) => {
    elsewhere.push(dialog.message());
    void dialog.dismiss();
  });
  const harmless = async () => {
    expect(await page.evaluate(() => "hurt" in globalThis)).toBe(false);
    expect(elsewhere).toEqual([]);
  };
  await page.goto(`/documents/${id}?claim=${claim.id}`);
  await expect(page.getByRole("textbox", { name: "Statement", exact: true })).toHaveValue(/^<script>globalThis\.hurt/);
  await page.getByRole("tab", { name: /Discussion/ }).click();
  await expect(page.getByRole("list", { name: "Comments" })).toContainText("globalThis.hurt");
  await harmless();
  for (const path of [
    `/sources?q=${encodeURIComponent(MARKUP[1] ?? "")}`,
    "/sources",
    `/documents?q=${encodeURIComponent(MARKUP[0] ?? "")}`,
    `/documents/${id}/revisions/1`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText("globalThis.hurt");
    await harmless();
  }
  // A file that was taken out is opened here, too.
  const file = await (await request.get(`/api/v1/documents/${id}/export?format=html&audience=desk&states=spotted`)).text();
  const opened = await page.context().newPage();
  opened.on("request", (each) => void elsewhere.push(each.url()));
  await opened.setContent(file);
  await expect(opened.getByText("The bridge opened.").first()).toBeVisible();
  expect(await opened.evaluate(() => "hurt" in globalThis)).toBe(false);
  expect(elsewhere).toEqual([]);
  await request.delete(`/api/v1/documents/${id}`);
});
