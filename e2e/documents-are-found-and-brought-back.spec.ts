import { expect, test } from "./fixtures";

const TITLE = "The lamp of the pier";

test("a document is found by words of its text, deleted, undone, deleted again and restored", async ({ signedIn }) => {
  const page = await signedIn("editor");
  const made = await page.request.post("/api/v1/documents", {
    data: { title: TITLE, kind: "speech", source: { kind: "paste", text: "The lamp was first lit by a widow called Quillsworth." } },
  });
  expect(made.status()).toBe(201);
  await page.goto("/documents");

  await page.getByRole("searchbox", { name: "Search documents" }).fill("Quillsworth");
  await expect(page).toHaveURL(/q=Quillsworth/);
  await expect(page.getByRole("status").filter({ hasText: "1 document found" })).toBeVisible();
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Speech");
  await expect(page).toHaveURL(/kind=speech/);

  // The address carries the filters.
  await page.reload();
  const row = page.getByRole("list", { name: "Documents" }).getByRole("listitem");
  await expect(row).toHaveCount(1);
  await expect(page.getByRole("searchbox", { name: "Search documents" })).toHaveValue("Quillsworth");

  await page.getByRole("button", { name: `More about ${TITLE}` }).click();
  await page.getByRole("menuitem", { name: /Delete/ }).click();
  await expect(page.getByText("No document fits")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toHaveCount(1);

  // The row goes before the server has said so.
  const deleted = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: `More about ${TITLE}` }).click();
  await page.getByRole("menuitem", { name: /Delete/ }).click();
  await expect(page.getByText("No document fits")).toBeVisible();
  await deleted;
  await page.goto("/documents/trash");
  await page.getByRole("button", { name: `Restore ${TITLE}` }).click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
  await page.goto("/documents?q=Quillsworth");
  await expect(page.getByRole("link", { name: TITLE })).toBeVisible();
});
