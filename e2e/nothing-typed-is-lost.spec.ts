import { expect, test } from "./fixtures";
import { eventsOf, harbourWithClaim, keptOnDevice, settle, statementOf, storedClaim } from "./harbour";

test("without a network work goes on, the page says what waits, and it goes out in order when the network is back", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("reviewer");
  const made = await harbourWithClaim(page);
  await settle(page, made.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
  await page.context().setOffline(true);
  await expect(page.getByText("Offline", { exact: true }).first()).toBeVisible();
  await statementOf(page).fill("The harbour was built in 1880, says the plaque.");
  await expect(page.getByText("Offline – 1 unsent").first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText("1 unsent").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.context().setOffline(false);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(await storedClaim(page, made)).toMatchObject({ statement: "The harbour was built in 1880, says the plaque.", version: 2 });
  expect(await eventsOf(page, made)).toEqual(["claim.updated", "claim.created"]);
});

test("what a closed page did not send is sent by the next one, whatever it shows", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const made = await harbourWithClaim(page);
  await page.goto(made.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
  await page.route("**/api/v1/claims/**", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await statementOf(page).fill("The harbour was built in 1880, says the archive.");
  await expect(page.getByText("Offline – 1 unsent").first()).toBeVisible();
  const next = await page.context().newPage();
  await page.close();
  await next.goto("/documents");
  await expect.poll(async () => (await storedClaim(next, made)).statement).toBe("The harbour was built in 1880, says the archive.");
  expect(await eventsOf(next, made)).toEqual(["claim.updated", "claim.created"]);
});

test("a claim that was marked and whose answer got lost is there once", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const made = await harbourWithClaim(page);
  await page.goto(made.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
  // Keys are heard once the page has come to life.
  await expect(statementOf(page)).toBeEnabled();
  let lost = 0;
  await page.route(
    `**/api/v1/claims/${made.claimId}/state`,
    async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByText("It has been dredged").click();
  await page.keyboard.press("s");
  await page.getByRole("radio", { name: /Opinion/ }).click();
  await page.getByRole("button", { name: /^Skip/ }).last().click();
  await expect.poll(() => lost).toBe(1);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(async () => (await storedClaim(page, made)).state).toBe("skipped");
  expect(await eventsOf(page, made)).toEqual(["claim.moved", "claim.created"]);
});

test("whoever signs out with unsent words is asked", async ({ signedIn }) => {
  const page = await signedIn("second");
  const made = await harbourWithClaim(page);
  await page.goto(made.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
  await page.route("**/api/v1/claims/**", (route) => (route.request().method() === "PATCH" ? route.fulfill({ status: 503 }) : route.continue()));
  await statementOf(page).fill("Words that nobody else may read.");
  await expect(page.getByText("Not saved").first()).toBeVisible();
  expect(await keptOnDevice(page)).toBeGreaterThan(1);
  await page.getByRole("button", { name: /Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(statementOf(page)).toHaveValue("Words that nobody else may read.");
});
