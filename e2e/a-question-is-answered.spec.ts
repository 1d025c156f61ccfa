import { expect, test } from "./fixtures";
import { harbourWithClaim, settle } from "./harbour";

test("questions are asked, answered by evidence or given up, and go into the file", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("editor");
  const harbour = await harbourWithClaim(page);
  await settle(page, harbour.address);
  const panel = page.getByRole("region", { name: /^Claim \d+$/ });
  const asked = panel.getByRole("region", { name: "Questions" });

  // By keyboard: the key asks, Enter sends.
  await page.keyboard.press("q");
  await expect(panel.getByRole("textbox", { name: "What must be found out?" })).toBeFocused();
  await page.keyboard.type("Was it finished in 1880?");
  await page.keyboard.press("Enter");
  await expect(asked.getByText("Not answered yet.")).toBeVisible();
  await panel.getByRole("button", { name: "Ask a question" }).click();
  await panel.getByRole("textbox", { name: "What must be found out?" }).fill("Who paid for it?");
  await panel.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(asked.getByText("Not answered yet.")).toHaveCount(2);

  await asked.getByRole("button", { name: "Answer with evidence" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add evidence" });
  await dialog.getByRole("combobox", { name: "Source" }).fill("Register of ships");
  await page.getByRole("option", { name: /Register of ships/ }).click();
  await dialog.getByRole("radio", { name: "Yes or no" }).click();
  await dialog.getByRole("radiogroup", { name: "Answer", exact: true }).getByRole("radio", { name: "Yes" }).click();
  await dialog.getByRole("textbox", { name: "Why" }).fill("The first ship is entered in May 1880.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add evidence" }).click();
  await expect(dialog).toBeHidden();
  await expect(asked.getByText("The first ship is entered in May 1880.")).toBeVisible();

  await asked.getByRole("button", { name: "No answer can be found" }).click();
  await asked.getByRole("textbox", { name: "Note" }).fill("The accounts burnt in 1902.");
  await asked.getByRole("button", { name: "Save" }).click();
  await expect(asked.getByText("no answer can be found")).toBeVisible();

  await page.reload();
  await expect(asked.getByText("The accounts burnt in 1902.")).toBeVisible();
  await expectAccessible(page);
  const file = await page.context().request.get(`/api/v1/documents/${harbour.documentId}/export?format=txt&audience=desk&states=spotted,researching`);
  const words = await file.text();
  expect(words).toMatch(
    /Was it finished in 1880\?[\s\S]*Yes[\s\S]*The first ship is entered in May 1880\.[\s\S]*Who paid for it\?[\s\S]*The accounts burnt in 1902\./,
  );
});
