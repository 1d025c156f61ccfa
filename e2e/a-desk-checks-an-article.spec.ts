import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "./fixtures";
import { addressOfClaim, selectWords } from "./reader-page";

const ARTICLE = `A bridge and its promises

The bridge opened in 1932. Its tolls, which were raised twice and hated always, paid for the whole work within ten years.

The mayor called it the longest of its kind. Nobody measured.`;

test("a desk checks an article, from the pasted text to the exported page", async ({ signedIn, browser }, info) => {
  const reviewer = await signedIn("reviewer");
  await reviewer.goto("/documents/new");
  await reviewer.getByRole("textbox", { name: "Text", exact: true }).fill(ARTICLE);
  await expect(reviewer.getByRole("region", { name: "Preview" })).toContainText("paid for the whole work");
  await reviewer.getByRole("textbox", { name: "Title" }).fill("A bridge and its promises");
  await reviewer.getByRole("button", { name: "Bring in" }).click();

  const text = reviewer.getByRole("document", { name: "A bridge and its promises" });
  await expect(text).toBeVisible();

  // One claim, interrupted by a clause: two fragments.
  await selectWords(text, "Its tolls");
  await reviewer
    .getByRole("toolbar", { name: "Selected text" })
    .getByRole("button", { name: /New claim/ })
    .click();
  const panel = reviewer.getByRole("region", { name: /^Claim \d+$/ });
  await expect(panel.getByRole("textbox", { name: "Statement" })).toHaveValue("Its tolls");
  await selectWords(text, "paid for the whole work within ten years");
  await reviewer.keyboard.press("a");
  await expect(panel.getByRole("region", { name: "Quotes" })).toContainText("paid for the whole work within ten years");
  await panel.getByRole("textbox", { name: "Statement" }).fill("The tolls paid for the bridge within ten years.");
  await expect(reviewer.getByText("Saved", { exact: true })).toBeVisible();

  await panel.getByRole("button", { name: /Add evidence/ }).click();
  const evidence = reviewer.getByRole("dialog", { name: /evidence/i });
  await evidence.getByRole("combobox", { name: "Source" }).fill("Toll accounts 1932–1942");
  await reviewer.getByRole("option", { name: /Toll accounts/ }).click();
  await evidence.getByRole("textbox", { name: "Publisher" }).fill("City archive");
  await evidence.getByRole("button", { name: "Add evidence" }).click();
  await expect(panel.getByText("Toll accounts 1932–1942")).toBeVisible();

  await panel.getByRole("radio", { name: "Mostly true" }).click();
  await panel.getByRole("textbox", { name: "Rationale" }).fill("The accounts show the debt paid in 1941.");
  await reviewer.keyboard.press("Control+Enter");
  await expect(reviewer.getByText("In review").first()).toBeVisible();

  const editor = await signedIn("editor");
  await editor.goto(await addressOfClaim(reviewer));
  await expect(editor.getByText("The accounts show the debt paid in 1941.")).toBeVisible();
  const ruling = editor.getByRole("region", { name: "Ruling" });
  await ruling.getByRole("radio", { name: "Mostly true" }).click();
  await ruling.getByRole("textbox", { name: "In one line" }).fill("The tolls paid for it in nine years.");
  await ruling.getByRole("textbox", { name: "Justification for readers" }).fill("The accounts of the city show the last payment in **1941**.");
  await expect(editor.getByText("Saved", { exact: true })).toBeVisible();
  await editor.getByRole("button", { name: /Approve/ }).click();
  await expect(editor.getByText("Approved").first()).toBeVisible();

  await editor.getByRole("button", { name: "Take out…" }).click();
  const download = editor.waitForEvent("download");
  await editor.getByRole("button", { name: "Download" }).click();
  const file = info.outputPath((await download).suggestedFilename());
  await (await download).saveAs(file);
  expect(await readFile(file, "utf8")).toMatch(/^<!doctype html>/i);

  const readers = await browser.newContext({ javaScriptEnabled: false });
  const page = await readers.newPage();
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator("mark").filter({ hasText: "Its tolls" })).toBeVisible();
  await expect(page.locator("mark").filter({ hasText: "paid for the whole work within ten years" })).toBeVisible();
  await expect(page.getByText("The tolls paid for it in nine years.", { exact: true })).toBeVisible();
  await expect(page.getByText("Toll accounts 1932–1942")).toHaveCount(2);
  // On a wide screen a note begins beside its paragraph; on paper it comes after.
  const gap = () =>
    page.getByRole("note").evaluate((note) => note.getBoundingClientRect().top - (note.previousElementSibling?.getBoundingClientRect().bottom ?? NaN));
  expect(await gap()).toBeLessThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await gap()).toBeGreaterThan(0);
  await readers.close();
});
