import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addressOfClaim, openDemo } from "./reader-page";

const TITLE = "The clock on the square";
const TEXT = "The clock on the square was stopped in 1911. Nobody knows by whom.\n\nIt was mended in 1923 for 400 crowns.";

async function bringIn(page: Page): Promise<void> {
  const made = await page.request.post("/api/v1/documents", { data: { title: TITLE, kind: "article", source: { kind: "paste", text: TEXT } } });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  await page.goto(`/documents/${id}`);
  // The list is there before the page lives, and keys do nothing until then.
  await expect(page.getByRole("searchbox", { name: "Search the claims" })).toBeEnabled();
}

test("a claim is marked, resized, taken back and found again, by keyboard alone", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  await bringIn(page);
  const { keyboard } = page;
  const text = page.getByRole("document", { name: TITLE });
  const panel = page.getByRole("region", { name: /^Claim \d+$/ });
  const statement = panel.getByRole("textbox", { name: "Statement" });
  const quotes = panel.getByRole("region", { name: "Quotes" });

  // From the search over the list into the text, as Tab leads.
  await keyboard.press("/");
  for (let stops = 0; stops < 10 && !(await text.evaluate((element) => element === document.activeElement)); stops += 1) await keyboard.press("Tab");
  await expect(text).toBeFocused();
  await keyboard.press("Shift+Control+ArrowRight");
  await keyboard.press("Shift+Control+ArrowRight");
  await keyboard.press("n");
  await expect(statement).toHaveValue("The clock");

  // The end of the quote grows by words and shrinks again.
  await keyboard.press("Escape");
  await text.focus();
  for (let words = 0; words < 3; words += 1) await keyboard.press("]");
  await expect(quotes).toContainText("The clock on the square");
  await keyboard.press("[");
  await expect(quotes).toContainText("The clock on the");
  await expect(quotes).not.toContainText("The clock on the square");
  await keyboard.press("Control+z");
  await expect(quotes).toContainText("The clock on the square");
  await keyboard.press("Control+Shift+z");
  await expect(quotes).not.toContainText("The clock on the square");
  await keyboard.press("Control+z");
  await expect(quotes).toContainText("The clock on the square");
  // All the way back, and forth again: a claim that is taken back comes again as it was.
  for (let steps = 0; steps < 4; steps += 1) await keyboard.press("Control+z");
  await expect(page.getByText(/^Claim \d+ is taken back\.$/)).toBeVisible();
  await expect(quotes).toHaveCount(0);
  for (let steps = 0; steps < 4; steps += 1) await keyboard.press("Control+y");
  await keyboard.press("j");
  await expect(quotes).toContainText("The clock on the square");
  await text.focus();

  // The second sentence, by sentences; then back from claim to claim, and by Enter at the caret.
  await keyboard.press("Alt+ArrowDown");
  await keyboard.press("Shift+Alt+ArrowDown");
  await keyboard.press("n");
  await expect(statement).toHaveValue("Nobody knows by whom.");
  await keyboard.press("Escape");
  await text.focus();
  await keyboard.press("k");
  await expect(statement).toHaveValue("The clock");
  await keyboard.press("j");
  await expect(statement).toHaveValue("Nobody knows by whom.");
  await text.focus();
  await keyboard.press("Control+Home");
  await keyboard.press("Enter");
  await expect(statement).toHaveValue("The clock");
});

test("where the browser has no CSS highlights, elements look the same and answer the same", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("reader");
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "Highlight");
    Reflect.deleteProperty(CSS, "highlights");
  });
  await openDemo(page, "Two leaders");
  const text = page.getByRole("document", { name: /Two leaders/ });
  const marks = text.locator("mark");
  await expect(marks.first()).toBeVisible();
  await expectAccessible(page);

  // Both fragments of an interrupted claim, and nothing of the clause between them.
  await marks.filter({ hasText: /^talks$/ }).click();
  await expect(page.getByRole("region", { name: /^Claim \d+$/ })).toBeVisible();
  const open = await marks.evaluateAll((all) => all.filter((mark) => mark.getAttribute("data-layers")?.includes("selected-")).map((mark) => mark.textContent));
  expect(open).toEqual(["talks", "fell apart a decade ago"]);

  // The words are the same, and the pattern says the verdict where colours do not.
  const words = await text.evaluate((element) => element.textContent);
  const painted = await page.context().newPage();
  await painted.goto(await addressOfClaim(page));
  await expect(painted.getByRole("region", { name: /^Claim \d+$/ })).toBeVisible();
  await expect(painted.getByRole("document", { name: /Two leaders/ }).locator("mark")).toHaveCount(0);
  expect(await painted.getByRole("document", { name: /Two leaders/ }).evaluate((element) => element.textContent)).toBe(words);
  const patterns = await marks.evaluateAll((all) => all.map((mark) => getComputedStyle(mark).textDecorationStyle));
  expect(new Set(patterns).size).toBeGreaterThan(2);
});

test("the browser finds words that are far below the view", async ({ signedIn }) => {
  const page = await signedIn("reader");
  await openDemo(page, "City Forum");
  const last = page.locator("[data-block]").last();
  await expect(last).toBeAttached();
  const words = ((await last.textContent()) ?? "").slice(-40);
  expect(await page.evaluate(`window.find(${JSON.stringify(words)})`)).toBe(true);
  expect(await last.evaluate((block) => block.contains(document.getSelection()?.anchorNode ?? null))).toBe(true);
});

test("a press with Shift far away selects all that lies between, and one further back less", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  await openDemo(page, "City Forum");
  const blocks = page.locator("[data-block]");
  await expect(blocks.nth(56)).toBeAttached();
  const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? "");
  const words = async (index: number) => ((await blocks.nth(index).textContent()) ?? "").slice(0, 30);
  const press = async (index: number, shift: boolean) => {
    await blocks.nth(index).scrollIntoViewIfNeeded();
    await blocks.nth(index).click({ position: { x: 60, y: 12 }, modifiers: shift ? ["Shift"] : [] });
  };
  await press(2, false);
  await press(56, true);
  await expect.poll(selected).toContain(await words(55));
  expect(await selected()).toContain(await words(30));
  await expect(page.getByRole("toolbar", { name: /select/i })).toBeVisible();
  await press(6, true);
  await expect.poll(selected).not.toContain(await words(30));
  expect(await selected()).toContain(await words(4));
});
