import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { selectWords } from "./reader-page";

const TEXT = "The harbour was built in 1880.\n\nIt has been dredged twice since, says the city.";

async function mark(page: Page, words: string): Promise<void> {
  await selectWords(page.getByRole("document", { name: "The harbour, marked apart" }), words);
  await page.keyboard.press("n");
  await expect(page.getByRole("list", { name: "Your marks" }).getByRole("button", { name: words, exact: true })).toBeVisible();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Submit \d/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("You have submitted them")).toBeVisible();
}

test("two reviewers mark for themselves, and an editor makes claims of what both meant", async ({ signedIn, expectAccessible }) => {
  const [one, two, editor] = [await signedIn("reviewer"), await signedIn("second"), await signedIn("editor")];
  const api = editor.context().request;
  const { id } = await (await api.post("/api/v1/documents", { data: { title: "The harbour, marked apart", source: { kind: "paste", text: TEXT } } })).json();
  await editor.goto(`/documents/${id}/settings`);
  await editor.getByRole("checkbox", { name: "Each reviewer marks for themselves" }).check();
  await expect.poll(async () => (await (await api.get(`/api/v1/documents/${id}`)).json()).document.marksApart).toBe(true);

  for (const page of [one, two]) await page.goto(`/documents/${id}/marks`);
  await mark(one, "The harbour was built in 1880");
  await mark(one, "dredged twice");
  await mark(two, "harbour was built in 1880");
  await expectAccessible(two);
  await submit(one);

  // Who has not submitted sees nobody's.
  await two.reload();
  await expect(two.getByRole("list", { name: "Your marks" }).getByRole("listitem")).toHaveCount(1);
  await expect(two.getByText("Sara Rahimi")).toBeHidden();
  await submit(two);
  await expect(two.getByRole("region", { name: "How much is marked by both" })).toContainText("67 % of marks");

  await editor.goto(`/documents/${id}/marks`);
  const groups = editor.getByRole("region", { name: "To be united" });
  await expect(groups.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(editor);
  await groups.getByRole("listitem").filter({ hasText: "dredged twice" }).getByRole("checkbox").uncheck();
  await groups.getByRole("button", { name: "Make 1 claim" }).click();
  await expect(groups.getByRole("listitem")).toHaveCount(1);
  const { claims } = await (await api.get(`/api/v1/documents/${id}/claims`)).json();
  expect(claims).toMatchObject([{ statement: "The harbour was built in 1880", state: "spotted" }]);
});
