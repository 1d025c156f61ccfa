import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";

const LONG = Array.from({ length: 700 }, (_, index) => `Paragraph ${index} says that ${"the harbour earned more than the year before and ".repeat(6)}so on.`);

test("a long document becomes a file while one goes on, and the file waits for whoever comes back", async ({ signedIn, expectAccessible, baseURL }) => {
  const page = await signedIn("editor");
  const made = await page.request.post("/api/v1/documents", {
    headers: { origin: baseURL ?? "" },
    data: { title: "The harbour's long report", source: { kind: "paste", text: LONG.join("\n\n") } },
  });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/documents/${id}`);

  await page.getByRole("button", { name: "Take out…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^PDF/ }).click();
  await expect(dialog.getByText("This document is long")).toBeVisible();
  const download = page.waitForEvent("download");
  await expect(dialog.getByRole("status")).toBeEmpty();
  await dialog.getByRole("button", { name: "Make the file" }).click();
  await expect(dialog.getByRole("listitem")).toBeInViewport({ ratio: 0.9 });
  await expect(dialog.getByRole("status")).toHaveText(/^PDF, for readers: /);
  const file = await download;
  expect(file.suggestedFilename()).toBe("The harbour's long report.pdf");
  expect((await readFile(await file.path())).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  await expectAccessible(page);

  await page.reload();
  await page.getByRole("button", { name: "Take out…" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Take out…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText(/made .+ kept until/)).toBeVisible();
  const again = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download PDF, for readers" }).click();
  expect((await again).suggestedFilename()).toBe("The harbour's long report.pdf");
  await dialog.getByRole("button", { name: "Remove PDF, for readers" }).click();
  await expect(dialog.getByRole("heading", { name: "Your files" })).toBeHidden();
});
