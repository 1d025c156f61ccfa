import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { bringInHarbour, markInHarbour, type Harbour } from "./harbour";

const SECRETS = ["SECRET-STATEMENT", "SECRET-SOURCE", "SECRET-COMMENT", "SECRET-NOTE", "SECRET-RATIONALE"];

/** A claim about these words of the harbour, approved. */
async function approvedInHarbour(editor: Page, harbour: Harbour, words: string): Promise<{ claimId: string; number: number; labelId: string }> {
  const api = editor.context().request;
  const { id } = await markInHarbour(editor, harbour, words);
  const source = {
    title: "City archive",
    type: "official_record",
    url: `https://example.org/archive/${harbour.documentId}/${encodeURIComponent(words)}`,
    primary: true,
  };
  await api.post(`/api/v1/claims/${id}/evidence`, { data: { stance: "supports", quote: "Built 1878 to 1880.", source, note: "SECRET-NOTE" } });
  const { document } = await (await api.get(`/api/v1/documents/${harbour.documentId}`)).json();
  const [label] = document.scale.labels;
  const ruling = { version: null, labelId: label.id, summary: "The archive has the year.", justification: "Two records **agree**." };
  const ruled = await (await api.put(`/api/v1/claims/${id}/ruling`, { data: ruling })).json();
  const approved = await (await api.put(`/api/v1/claims/${id}/state`, { data: { version: ruled.version, to: "approved" } })).json();
  expect(approved.state).toBe("approved");
  return { claimId: id, number: approved.number, labelId: label.id };
}

/** The harbour with one claim that is approved, and one that nobody outside may know of. */
async function harbourToPublish(editor: Page): Promise<Harbour & { claimId: string; number: number; secret: number }> {
  const api = editor.context().request;
  const harbour = await bringInHarbour(editor);
  const post = async (path: string, data: object) => (await api.post(`/api/v1${path}`, { data })).json();
  const { claimId, number, labelId } = await approvedInHarbour(editor, harbour, "built in 1880");

  const secret = await markInHarbour(editor, harbour, "Nobody remembers who paid for it");
  await api.patch(`/api/v1/claims/${secret.id}`, { data: { version: secret.version, statement: "SECRET-STATEMENT" } });
  await post(`/claims/${secret.id}/evidence`, { stance: "context", source: { title: "SECRET-SOURCE" } });
  await api.put(`/api/v1/claims/${secret.id}/assessment`, { data: { version: null, labelId, rationale: "SECRET-RATIONALE", confidence: "low" } });
  await post(`/documents/${harbour.documentId}/threads`, { claimId: secret.id, body: "SECRET-COMMENT" });
  return { ...harbour, claimId, number, secret: secret.number };
}

/** Everything in words that somebody without an account can ask for. What pictures say is looked into where they are drawn. */
const addresses = (slug: string, number: number) => [
  ...["/p", "/p/feed.xml", "/p/feed.json", "/p/claimreview.json", "/p/corrections", "/sitemap.xml", "/robots.txt"],
  ...["", "/embed", "/report", "?version=1"].map((path) => `/p/${slug}${path}`),
  ...["", "/embed"].map((path) => `/p/${slug}/claims/${number}${path}`),
  ...["/", "/documents"],
];

/** Nothing of the claim with the number `secret` is anywhere: not in what can be read, not at the addresses that it would have. */
async function expectNoLeak(anyone: APIRequestContext, slug: string, number: number, secret: number): Promise<void> {
  for (const address of addresses(slug, number)) {
    for (const headers of [{}, { rsc: "1", "next-router-state-tree": "%5B%22%22%5D" }]) {
      const body = await (await anyone.get(address, { headers })).text();
      for (const word of SECRETS) expect(body, address).not.toContain(word);
    }
  }
  const hidden = `/p/${slug}/claims/${secret}`;
  const page = new URL(hidden, (await anyone.get(`/p/${slug}`)).url()).href;
  for (const address of [
    hidden,
    `${hidden}/embed`,
    `${hidden}/opengraph-image`,
    `/p/${slug}/report?claim=${secret}`,
    `/p/oembed?url=${encodeURIComponent(page)}`,
  ])
    expect((await anyone.get(address)).status(), address).toBe(404);
  for (const search of ["/api/v1/documents?q=SECRET", "/api/v1/sources?q=SECRET"]) expect((await anyone.get(search)).status(), search).toBe(401);
}

test("an editor publishes a check; readers see it without an account, report an error, and see the correction", async ({
  signedIn,
  browser,
  contextOptions,
  expectAccessible,
}) => {
  const editor = await signedIn("editor");
  const { documentId, number, secret } = await harbourToPublish(editor);
  const slug = `the-harbour-${documentId.slice(-12)}`;
  const anonymous = await browser.newContext({ ...contextOptions, javaScriptEnabled: false });
  const reader = await anonymous.newPage();
  const anyone = anonymous.request;

  // Nothing is there before.
  expect((await anyone.get(`/p/${slug}`)).status()).toBe(404);
  await editor.goto(`/documents/${documentId}`);
  await editor.getByRole("button", { name: "Document", exact: true }).click();
  await editor.getByRole("menuitem", { name: "Publish" }).click();
  await expect(editor.getByText("1 claim would be shown, each with its verdict, reasons and sources.")).toBeVisible();
  await expect(editor.getByText(/Not in it, and not to be found by readers: 1 /)).toBeVisible();
  await expectAccessible(editor);
  const [preview] = await Promise.all([editor.waitForEvent("popup"), editor.getByRole("link", { name: "See it as readers will" }).click()]);
  await expect(preview.getByText("The archive has the year.").first()).toBeVisible();
  await expect(preview.getByText("This is a preview.")).toBeVisible();
  await preview.close();
  await editor.getByLabel("Address").fill("Not an address");
  await editor.getByRole("button", { name: "Publish…" }).click();
  await editor.keyboard.press("Escape");
  await expect(editor.getByRole("button", { name: "Publish…" })).toBeFocused();
  await editor.keyboard.press("Enter");
  await editor.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await expect(editor.getByText(/Use small letters a to z/)).toBeVisible();
  await editor.getByLabel("Address").fill(slug);
  await editor.getByRole("button", { name: "Publish…" }).click();
  await editor.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await expect(editor.getByRole("button", { name: "Take the page back…" })).toBeVisible();

  // A reader finds the text with its claim marked, and the claim's own page with its record.
  await reader.goto(`/p/${slug}`);
  await expect(reader.getByText("This is a preview.")).toHaveCount(0);
  await expect(reader.locator("mark").filter({ hasText: "built in 1880" })).toBeVisible();
  await expect(reader.getByRole("heading", { name: "The harbour" })).toBeVisible();
  await reader.getByRole("link", { name: "This check on a page of its own" }).click();
  await expect(reader.getByText("The archive has the year.")).toBeVisible();
  const record = await reader.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(record ?? "")).toMatchObject({ "@type": "ClaimReview", reviewRating: { alternateName: "True", ratingValue: 5 } });
  const claimPage = `/p/${slug}/claims/${number}`;
  const embed = (await anyone.get(`${claimPage}/embed`)).headers();
  expect([embed["content-security-policy"], embed["x-frame-options"]]).toEqual([expect.stringContaining("frame-ancestors *"), undefined]);
  expect((await anyone.get(claimPage)).headers()["x-frame-options"]).toBe("DENY");
  expect((await (await anyone.get(`${claimPage}/opengraph-image`)).body()).subarray(1, 4).toString("latin1")).toBe("PNG");
  const { html } = await (await anyone.get(`/p/oembed?url=${encodeURIComponent(new URL(claimPage, reader.url()).href)}`)).json();
  expect(html).toContain(`${claimPage}/embed`);
  await reader.setViewportSize({ width: 600, height: 260 });
  for (const card of [`${claimPage}/embed`, `/p/${slug}/embed`]) {
    await reader.goto(card);
    // Nothing to scroll at the size that is given to other sites; the browser measures, as the page runs no script.
    await expect(reader.locator("html")).toHaveJSProperty("scrollHeight", 260);
  }
  await reader.setViewportSize({ width: 1440, height: 900 });
  await reader.goto(claimPage);
  await expectNoLeak(anyone, slug, number, secret);

  // What was read already is not sent again, until it changes.
  const first = await anyone.get(`/p/${slug}`);
  const etag = first.headers()["etag"] ?? "";
  expect((await anyone.get(`/p/${slug}`, { headers: { "if-none-match": etag } })).status()).toBe(304);

  // An error is reported by a plain form, which says what is missing and keeps what was written.
  await reader.getByRole("link", { name: "Report an error" }).click();
  await reader.getByLabel("What is wrong, and how do you know?").fill("Wrong.");
  await reader.getByRole("button", { name: "Send the report" }).click();
  await expect(reader.getByText(/Say in a sentence what is wrong/)).toBeVisible();
  await expect(reader.getByLabel("What is wrong, and how do you know?")).toHaveValue("Wrong.");
  await reader.getByLabel("What is wrong, and how do you know?").fill("The minutes of 1881 say otherwise.");
  await reader.getByRole("button", { name: "Send the report" }).click();
  await expect(reader.getByText(/the desk has your report/)).toBeVisible();

  // The editor reads it, and corrects the claim.
  await editor.reload();
  await editor.getByRole("link", { name: /^Claim 1: / }).click();
  await editor.getByRole("button", { name: "Correct…" }).click();
  const form = editor.getByRole("group", { name: "Correction" });
  await form.getByLabel("Kind").selectOption("Rating change");
  await form.getByRole("radio", { name: "Mostly true" }).click();
  await form.getByLabel("In one line").fill("The archive has the year, the minutes have the next.");
  await form.getByLabel("What was changed").fill("The verdict is Mostly true.");
  await form.getByLabel("Why").fill("A reader found the minutes of 1881.");
  await expectAccessible(editor);
  await form.getByRole("button", { name: "Publish the correction" }).click();
  await expect(form).toBeHidden();
  const after = await anyone.get(`/p/${slug}`, { headers: { "if-none-match": etag } });
  expect(after.status()).toBe(200);
  await reader.goto(`/p/${slug}`);
  await expect(reader.getByText("A reader found the minutes of 1881.").first()).toBeVisible();
  await reader.goto("/p/corrections");
  await expect(reader.getByText("The verdict is Mostly true.")).toBeVisible();
  const feed = await (await anyone.get("/p/claimreview.json")).json();
  expect(JSON.stringify(feed)).toContain("The verdict is Mostly true.");
  await reader.goto(`/p/${slug}?version=1`);
  await expect(reader.getByText("This is version 1")).toBeVisible();
  await expect(reader.getByText("A reader found the minutes of 1881.")).toHaveCount(0);
  await expectNoLeak(anyone, slug, number, secret);

  // The report is settled, and the page taken back: nothing of it is left anywhere.
  await editor.goto(`/documents/${documentId}/publish`);
  await editor.getByRole("link", { name: "Decide in the moderation queue" }).click();
  await editor.getByRole("button", { name: "More…" }).click();
  await editor.getByRole("menuitem", { name: "Put right…" }).click();
  await editor.keyboard.press("Escape");
  await expect(editor.getByRole("button", { name: "More…" })).toBeFocused();
  await editor.getByRole("button", { name: "More…" }).click();
  await editor.getByRole("menuitem", { name: "Put right…" }).click();
  await editor.getByLabel("Note for moderators").fill("Corrected.");
  await expectAccessible(editor);
  await editor.getByRole("dialog").getByRole("button", { name: "Put right" }).click();
  await expect(editor.getByRole("dialog")).toBeHidden();
  await editor.goto(`/documents/${documentId}/publish`);
  await expect(editor.getByText(/Acted on by/)).toBeVisible();
  await editor.getByRole("button", { name: "Take the page back…" }).click();
  await editor.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(editor.getByRole("button", { name: "Open the page again" })).toBeVisible();
  for (const path of ["", "?version=1", `/claims/${number}`, "/opengraph-image", "/report"]) expect((await anyone.get(`/p/${slug}${path}`)).status()).toBe(410);
  for (const list of ["/p", "/p/feed.xml", "/p/claimreview.json", "/p/corrections", "/sitemap.xml"])
    expect(await (await anyone.get(list)).text()).not.toContain(slug);
  await anonymous.close();
});

test("what is ready is published with no field touched, and once more with another claim", async ({ signedIn }) => {
  const editor = await signedIn("editor");
  const api = editor.context().request;
  const harbour = await harbourToPublish(editor);
  const publish = async (question: string) => {
    await editor.goto(`/documents/${harbour.documentId}/publish`);
    await editor.getByRole("button", { name: "Publish…" }).click();
    await editor.getByRole("alertdialog", { name: question }).getByRole("button", { name: "Publish" }).click();
    await expect(editor.getByText("Readers see it now.")).toBeVisible();
    const { page } = await (await api.get(`/api/v1/documents/${harbour.documentId}/publication`)).json();
    return { numbers: page.publications.map((each: { number: number }) => each.number), words: await (await api.get(page.url)).text() };
  };
  expect(await publish("Publish this document?")).toEqual({ numbers: [1], words: expect.stringContaining("The archive has the year.") });
  await approvedInHarbour(editor, harbour, "dredged twice since");
  const again = await publish("Publish this version?");
  expect(again.numbers).toEqual([2, 1]);
  expect(again.words).toContain("dredged twice since</mark>");
});

test("public pages are accessible, in light and dark, wide and narrow, and their filter works", async ({ browser, contextOptions, expectAccessible }) => {
  for (const [colorScheme, width] of [
    ["light", 1440],
    ["dark", 390],
  ] as const) {
    const context = await browser.newContext({ ...contextOptions, colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    const { items } = await (await context.request.get("/p/feed.json")).json();
    const moon = items.find(({ title }: { title: string }) => title === "Ten minutes about the Moon").url;
    const [claim = ""] = (await (await context.request.get(moon)).text()).match(/\/p\/[\w-]+\/claims\/\d+/) ?? [];
    for (const address of [moon, claim, `${claim}/embed`, `${moon}/report`, "/p", "/p/corrections", `${moon}?version=1`, "/p/nothing-here"]) {
      await page.goto(address);
      await expectAccessible(page);
    }
    await page.goto(moon);
    await expect(page.getByRole("heading", { level: 3, name: /far side of the Moon/ })).toBeVisible();
    await page.getByRole("checkbox", { name: "False" }).uncheck();
    await expect(page.getByRole("heading", { level: 3, name: /far side of the Moon/ })).toBeHidden();
    await expect(page.getByText("4 of 6 shown")).toBeVisible();
    expect(errors.filter((text) => !text.includes("404"))).toEqual([]);
    await context.close();
  }
});
