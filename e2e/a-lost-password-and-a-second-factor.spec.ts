import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect, signInByForm, test } from "./fixtures";

test("somebody sets a second factor up, signs in with it, and sets a forgotten password anew", async ({
  signedIn,
  page,
  browser,
  contextOptions,
  expectAccessible,
}) => {
  /** What axe finds, light and dark. */
  async function look(at: Page): Promise<void> {
    for (const colorScheme of ["dark", "light"] as const) {
      await at.emulateMedia({ colorScheme });
      await expectAccessible(at);
    }
  }

  const admin = await signedIn("admin");
  await admin.goto("/people");
  await admin.getByRole("button", { name: /Invite/ }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Make a link" }).click();
  await page.goto(await admin.getByRole("textbox", { name: "Invitation link" }).inputValue());
  await page.getByLabel("Your name").fill("Olu Bankole");
  await page.getByLabel("Your e-mail").fill("olu@example.org");
  await page.getByRole("textbox", { name: "Password" }).fill("three green lanterns");
  await page.getByRole("button", { name: "Join the workspace" }).click();
  await expect(page.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();

  await page.goto("/profile");
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  const key = page.getByRole("textbox", { name: "Key" });
  await expect(page.getByRole("img", { name: /^Picture for the app/ })).toBeVisible();
  await look(page);
  const app = new TOTP({ secret: Secret.fromBase32(await key.inputValue()) });
  await page.getByLabel("Code of your app").fill("000 000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("This is not the code that the app shows now.")).toBeVisible();
  await page.getByLabel("Code of your app").fill(app.generate());
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await look(page);
  const recoveryCode = (await codes.first().textContent()) ?? "";
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes left.")).toBeVisible();
  await look(page);

  // The password alone opens nothing.
  const other = await (await browser.newContext(contextOptions)).newPage();
  await firstStep(other, "three green lanterns");
  await look(other);
  await other.goto("/documents");
  await expect(other.getByRole("heading", { name: "Second step" })).toBeVisible();
  await other.getByLabel("Code of your app").fill("000000");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByText("This code is not right")).toBeVisible();
  await other.getByLabel("Code of your app").fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();

  // Forgotten: an admin makes a link, which works once and ends all sessions.
  await admin.goto("/people");
  await admin.getByRole("button", { name: "Help Olu Bankole to sign in" }).click();
  await look(admin);
  await admin.getByRole("button", { name: "Make a link for a new password" }).click();
  const link = await admin.getByRole("textbox", { name: "Link for a new password" }).inputValue();
  await other.goto(link);
  await expect(other.getByRole("textbox", { name: "New password" })).toBeVisible();
  await look(other);
  await other.getByRole("textbox", { name: "New password" }).fill("four yellow lanterns");
  await other.getByRole("button", { name: "Set the password" }).click();
  await expect(other.getByText("Your new password is set.")).toBeVisible();
  await page.goto("/documents");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

  await firstStep(page, "four yellow lanterns");
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recoveryCode);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/documents/);

  // Lost: the admin takes it away, and the password is enough again.
  await admin.reload();
  await admin.getByRole("button", { name: "Help Olu Bankole to sign in" }).click();
  await admin.getByRole("button", { name: "Take the second factor away" }).click();
  await expect(admin.getByText("The second factor is gone")).toBeVisible();
  await signInByForm(page, "olu", "four yellow lanterns");
});

async function firstStep(page: Page, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("olu@example.org");
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Second step" })).toBeVisible();
}
