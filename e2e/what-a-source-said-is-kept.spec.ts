import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { expect, test } from "./fixtures";
import { harbourWithClaim } from "./harbour";

const QUOTE = "The harbour was finished in the spring of 1880.";

test("what a source said is kept as a file and as words, and goes into the bundle", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("editor");
  const api = page.context().request;
  const harbour = await harbourWithClaim(page);
  const source = { title: "Yearbook of the port", type: "official_record" };
  const made = await api.post(`/api/v1/claims/${harbour.claimId}/evidence`, { data: { source, stance: "supports", quote: QUOTE } });
  expect(made.status()).toBe(201);

  await page.goto(harbour.address);
  const panel = page.getByRole("region", { name: /^Claim \d+$/ });
  await panel.getByRole("button", { name: "Keep a snapshot" }).click();
  const dialog = page.getByRole("dialog", { name: "Keep a snapshot" });
  const pdf = Buffer.from("%PDF-1.7\nThe yearbook, page 3.");
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose a file…" }).click();
  await (await chooser).setFiles({ name: "yearbook.png", mimeType: "image/png", buffer: pdf });
  await expect(dialog.getByText("yearbook.png")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /Keep the snapshot/ }).click();
  await expect(dialog).toBeHidden();

  await panel.getByRole("button", { name: "Keep another snapshot" }).click();
  await dialog.getByRole("textbox", { name: "Or paste its words" }).fill(`From the yearbook: ${QUOTE}`);
  await dialog.getByRole("button", { name: /Keep the snapshot/ }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  const list = panel.getByRole("list", { name: "Snapshots" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByText("The quote stands in it, word for word.")).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await list.getByRole("link", { name: "Download yearbook.pdf" }).click();
  expect(readFileSync(await (await download).path())).toEqual(pdf);

  await list.getByRole("button", { name: "Delete yearbook.pdf" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(2);

  const bundle = await api.get(`/api/v1/documents/${harbour.documentId}/export?format=bundle&audience=desk&states=spotted,researching`);
  const files = unzipSync(await bundle.body());
  const kept = Object.keys(files).filter((name) => name.startsWith("snapshots/"));
  expect(kept.map((name) => Buffer.from(files[name] ?? []).toString()).sort()).toEqual([pdf.toString(), `From the yearbook: ${QUOTE}`]);
});
