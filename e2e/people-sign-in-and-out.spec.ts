import type { Page } from "@playwright/test";
import { expect, signInByForm, test } from "./fixtures";

test("the server says that it is alive and ready", async ({ request }) => {
  const [live, ready] = [await request.get("/api/health/live"), await request.get("/api/health/ready")];
  expect([live.status(), ready.status()]).toEqual([200, 200]);
  expect(await ready.json()).toEqual({ status: "ready" });
});

test("nobody sees the desk without signing in", async ({ page, expectAccessible }) => {
  await page.goto("/documents");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("a wrong password is refused, and the right one opens the documents", async ({ page, expectAccessible }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("reviewer@example.org");
  await page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();

  await signInByForm(page, "reviewer");
  await expect(page).toHaveURL(/\/documents/);
  await expectAccessible(page);
});

test("somebody joins by invitation, changes the password, ends the other session, and signs out", async ({ signedIn, browser, contextOptions }) => {
  const admin = await signedIn("admin");
  await admin.goto("/people");
  await admin.getByRole("button", { name: /Invite/ }).click();
  const invite = admin.getByRole("dialog");
  await invite.getByRole("button", { name: "Make a link" }).click();
  const link = await invite.getByRole("textbox", { name: "Invitation link" }).inputValue();

  const one = await (await browser.newContext(contextOptions)).newPage();
  await one.goto(link);
  await one.getByLabel("Your name").fill("Ines Novak");
  await one.getByLabel("Your e-mail").fill("ines@example.org");
  await one.getByRole("textbox", { name: "Password" }).fill("three blue lanterns");
  await one.getByRole("button", { name: "Join the workspace" }).click();
  await expect(one.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();

  // The link has worked once.
  const two = await (await browser.newContext(contextOptions)).newPage();
  await two.goto(link);
  await expect(two.getByRole("button", { name: "Join the workspace" })).toBeHidden();
  await signInByForm(two, "ines", "three blue lanterns");

  await one.goto("/profile");
  await expect(one.getByRole("button", { name: /^End the session/ })).toHaveCount(1);
  await one.getByRole("textbox", { name: "Current password" }).fill("three blue lanterns");
  await one.getByRole("textbox", { name: "New password" }).fill("four red lanterns");
  await one.getByRole("button", { name: "Change the password" }).click();
  await expect(one.getByText("1 other session ended.")).toBeVisible();
  await two.goto("/documents");
  await expect(two).toHaveURL(/\/sign-in/);

  await signInByForm(two, "ines", "four red lanterns");
  await one.reload();
  await one.getByRole("button", { name: /^End the session/ }).click();
  await expect(one.getByText("Session ended")).toBeVisible();
  await two.goto("/documents");
  await expect(two).toHaveURL(/\/sign-in/);

  await one.getByRole("button", { name: "Account: Ines Novak" }).click();
  await one.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(one).toHaveURL(/\/sign-in/);

  // Nothing of the desk is left in the browser: neither behind its Back, nor in its cache.
  await one.goBack();
  await expect(one).toHaveURL(/\/sign-in/);
  await expect(one.getByText("Ines Novak")).toHaveCount(0);
  for (const path of ["/profile", "/api/v1/account/sessions"]) expect([path, await inCache(one, path)]).toEqual([path, false]);
});

/** Whether the browser has it without asking the server. */
function inCache(page: Page, path: string): Promise<boolean> {
  return page.evaluate(
    (address) =>
      fetch(address, { cache: "only-if-cached", mode: "same-origin" })
        .then(({ ok }) => ok)
        .catch(() => false),
    path,
  );
}
