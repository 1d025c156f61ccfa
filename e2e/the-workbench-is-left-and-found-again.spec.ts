import { expect, test } from "./fixtures";
import { openDemo } from "./reader-page";

test("a link is followed right after a step to a claim, and the way back leads to that claim", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  await openDemo(page, "Two leaders");
  await expect(page.getByRole("list", { name: "Claims" }).getByRole("button").first()).toBeEnabled();

  // Nothing of the next page is fetched ahead, and it answers only when the step has reached the address, however late that is.
  await page.route(/\/revisions\?_rsc=/, async (route) => {
    if (route.request().headers()["next-router-prefetch"]) return route.fulfill({ status: 503 });
    await page.waitForURL(/claim=/);
    return route.continue();
  });
  await page.reload();
  await expect(page.getByRole("list", { name: "Claims" }).getByRole("button").first()).toBeEnabled();

  await page.getByRole("link", { name: "Revision 1" }).evaluate((link: HTMLAnchorElement) => {
    link.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
    link.click();
  });
  await expect(page.getByRole("heading", { name: "Revisions", level: 1 })).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL(/claim=/);
  await expect(page.getByRole("region", { name: "Claim 1" })).toBeVisible();
});

/** Compressed bytes of script that the workbench may name in its page, and so wait for. */
const SCRIPT = 180_000;

test("whoever opens a document gets its text and its claims at once, and not the shape of the page or needless script first", async ({ signedIn }) => {
  const page = await signedIn("reader");
  await openDemo(page, "Two leaders");
  const opened = await page.request.get(page.url(), { headers: { accept: "text/html" } });
  const html = await opened.text();
  expect(html).not.toContain("The document is loading.");
  expect(html).toMatch(/<ol [^>]*aria-label="Claims"/);

  await page.reload();
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => ({ path: new URL(entry.name).pathname, bytes: (entry as PerformanceResourceTiming).encodedBodySize })),
  );
  const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source));
  const bytes = loaded.filter(({ path }) => named.has(path)).reduce((sum, script) => sum + script.bytes, 0);
  expect(bytes).toBeGreaterThan(SCRIPT / 2);
  expect(bytes).toBeLessThanOrEqual(SCRIPT);
});

test("what is pressed right after a step is done to the claim stepped to, and the page itself never scrolls", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  await page.setViewportSize({ width: 1280, height: 500 });
  await openDemo(page, "Two leaders");
  const list = page.getByRole("list", { name: "Claims" });
  await expect(list.getByRole("button").first()).toBeEnabled();

  // Both claims are known to the page, so that only the panel could be late. The second is approved, and takes no evidence.
  await page.keyboard.press("j");
  await expect(page.getByRole("region", { name: "Claim 1" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("region", { name: "Claim 2" })).toBeVisible();
  await page.evaluate(async () => {
    const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    press("k");
    await Promise.resolve();
    press("e");
  });
  await expect(page.getByRole("dialog", { name: /evidence/i })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Claim 1" })).toBeVisible();

  // On a French keyboard, where the key of the first label writes another character.
  await page.keyboard.press("j");
  await expect(page.getByRole("region", { name: "Claim 2" })).toBeVisible();
  await page.evaluate(async () => {
    const press = (init: KeyboardEventInit) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true }));
    press({ key: "k" });
    await Promise.resolve();
    press({ key: "&", code: "Digit1" });
  });
  await expect(page.getByRole("region", { name: "Claim 1" }).getByRole("radio", { name: "True", exact: true })).toBeChecked();

  // Somebody who goes through them all without a rest finds the last one in the panel.
  const last = await list.getByRole("listitem").count();
  for (let step = 0; step < last; step += 1) await page.keyboard.press("j");
  await expect(list.locator('[aria-current="true"]')).toBeInViewport();
  const open = await list.locator('[aria-current="true"]').innerText();
  await expect(page.getByRole("region", { name: new RegExp(`^Claim ${/\d+/.exec(open)?.[0] ?? "–"}$`) })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
});
