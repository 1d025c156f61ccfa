import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test("a document is taken out as a bundle, looked at, and brought back as a copy with all its claims", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("editor");
  const list = (await (await page.request.get("/api/v1/documents?view=kept&sort=updated&page=1")).json()) as { items: { id: string; title: string }[] };
  const document = list.items.find(({ title }) => title.includes("dinner")) ?? list.items[0];
  if (!document) throw new Error("The demo has documents.");
  const states = "spotted,skipped,researching,in_review,contested,adjudicated,approved,published,corrected,voided";
  const query = `format=bundle&audience=desk&assessments=true&confidential=true&states=${states}`;
  const bundle = await page.request.get(`/api/v1/documents/${document.id}/export?${query}`);
  expect(bundle.status()).toBe(200);

  await page.goto("/documents/new");
  await choose(page, "whole.bundle.zip", await bundle.body());
  const pane = page.getByRole("region", { name: "What would be made" });
  await expect(pane.getByText(document.title)).toBeVisible();
  await expect(pane.getByText(/is a copy with an identity of its own/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /Bring in/ }).click();
  await expect(page).toHaveURL(/\/documents\/(?!new)[\w-]+/);
  expect(page.url()).not.toContain(document.id);
  await expect(page.getByRole("heading", { name: document.title })).toBeVisible();

  // What happened to its claims before is told on.
  const made = new URL(page.url()).pathname;
  const { claims } = (await (await page.request.get(`/api/v1${made}/claims`)).json()) as { claims: { id: string }[] };
  await page.goto(`${made}?claim=${claims[0]?.id ?? ""}`);
  await page.getByRole("tab", { name: "History" }).click();
  const before = page.getByRole("region", { name: "Before it was brought in" });
  await expect(before.getByText("marked the claim")).toBeVisible();
  await expect(page.getByRole("list", { name: "History" }).getByText("brought the claim in with a bundle")).toBeVisible();
  await expectAccessible(page);

  // What is no bundle is refused with one sentence, and nothing is made.
  await page.goto("/documents/new");
  await choose(page, "broken.zip", Buffer.from("no zip"));
  await expect(page.getByText(/not a zip archive/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Bring in/ })).toBeDisabled();
});

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Choose a/ }).click();
  await (await chooser).setFiles({ name, mimeType: "application/zip", buffer });
}
