import { expect, test } from "./fixtures";
import { claimsOf, harbourWithClaim } from "./harbour";

test("deleted evidence and a deleted claim come back by key, and go again", async ({ signedIn }) => {
  const page = await signedIn("editor");
  const { address, claimId } = await harbourWithClaim(page);
  const evidence = { stance: "supports", quote: "Built in 1880.", source: { title: "City archive" } };
  await page.context().request.post(`/api/v1/claims/${claimId}/evidence`, { data: evidence });
  await page.goto(address);
  const panel = page.getByRole("region", { name: "Claim 1" });
  const card = panel.getByRole("listitem").filter({ hasText: "City archive" });

  await panel.getByRole("button", { name: "Evidence: City archive" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("Evidence deleted.")).toBeVisible();
  await expect(card).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(card).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(card).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(card).toBeVisible();

  await panel.getByRole("button", { name: /, change$/ }).click();
  await page.getByRole("menuitem", { name: "Delete claim…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Claim 1 deleted.")).toBeVisible();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(claimsOf(page)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(claimsOf(page)).toHaveCount(1);
  await page.keyboard.press("Control+y");
  await expect(claimsOf(page)).toHaveCount(0);
});
