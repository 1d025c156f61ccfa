import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { openDemo } from "./reader-page";

const TEXT = "The bridge opened in 1932.";

/** What is to be seen at each address, once it has come to life. */
const PAGES = [
  { path: "/documents", heading: "Documents" },
  { path: "/documents/new", heading: "Bring in a text" },
  { path: "/documents/trash", heading: "Trash" },
  { path: "/documents/00000000-0000-7000-8000-000000000000", heading: "There is nothing at this address", status: 404 },
  { path: "/work", heading: "My work" },
  { path: "/sources", heading: "Sources" },
  { path: "/moderation", heading: "Moderation" },
  { path: "/moderation/transparency", heading: "Moderation in numbers" },
  { path: "/moderation/own", heading: "Reports and decisions" },
  { path: "/people", heading: "People" },
  { path: "/audit", heading: "Audit log" },
  { path: "/settings", heading: "Workspace settings" },
  { path: "/settings/moderation", heading: "Moderation settings" },
  { path: "/system", heading: "System" },
  { path: "/settings/scales", heading: "Scales" },
  { path: "/instance", heading: "Instance" },
  { path: "/workspaces/new", heading: "New workspace" },
  { path: "/profile", heading: "Noor Haddad" },
];

/** The same for whoever is not signed in. */
const DOORS = [
  { path: "/sign-in", heading: "Sign in" },
  { path: "/forgotten", heading: "Ask an admin for a link" },
  { path: "/reset", heading: "This link does not work any more" },
  { path: "/sign-in/link", heading: "This link does not work any more" },
  { path: "/sign-in/no-account", heading: "You have no account here" },
  { path: "/invitation", heading: "This invitation does not work any more" },
  { path: "/join", heading: "Ask an admin for an invitation" },
  { path: "/join?token=used-up", heading: "This link does not work any more" },
  { path: "/p", heading: "Fact checks" },
  { path: "/p/corrections", heading: "Corrections" },
  { path: "/p/transparency", heading: "Moderation in numbers" },
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ signedIn, expectAccessible }) => {
    const page = await signedIn("admin");
    await page.emulateMedia({ colorScheme });
    for (const { path, heading, status = 200 } of PAGES) {
      expect((await page.goto(path))?.status()).toBe(status);
      await expect(page.getByRole("heading", { name: heading, exact: true }).first()).toBeVisible();
      await expectAccessible(page);
    }
  });

  test(`axe finds nothing at the door, and on what the public reads, ${colorScheme}`, async ({ page, signedIn, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    await openTransparency(await signedIn("admin"));
    for (const { path, heading } of DOORS) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
      await expectAccessible(page);
    }
  });

  test(`axe finds nothing in the workbench and its windows, ${colorScheme}`, async ({ signedIn, expectAccessible }) => {
    const page = await signedIn("admin");
    await page.emulateMedia({ colorScheme });
    await openDemo(page, "Two leaders");
    await expectAccessible(page);

    await page.keyboard.press("j");
    await expect(page.getByRole("region", { name: /^Claim \d+$/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("tab", { name: "History" }).click();
    await expectAccessible(page);
    await page.getByRole("tab", { name: "Claim" }).click();

    await inWindow(page, "e", () => expectAccessible(page));
    await inWindow(page, "?", () => expectAccessible(page));
    await inWindow(page, "Control+k", () => expectAccessible(page));
    await page.getByRole("button", { name: "Take out…" }).click();
    await inWindow(page, null, () => expectAccessible(page));

    await page.getByRole("button", { name: "Document", exact: true }).click();
    await page.getByRole("menuitem", { name: "Document settings" }).click();
    await expect(page.getByRole("heading", { name: "Document settings" })).toBeVisible();
    await expectAccessible(page);
  });

  test(`axe finds nothing where claims are judged together, ${colorScheme}`, async ({ signedIn, expectAccessible }) => {
    const page = await signedIn("editor");
    await page.emulateMedia({ colorScheme });
    await openDemo(page, "Ten minutes");
    const address = new URL(page.url()).pathname;
    for (const [path, heading] of [
      ["adjudicate", "Disagreements"],
      ["agreement", "Agreement"],
      ["assign", "Assign claims"],
      ["bring-in", "Bring in claims"],
    ]) {
      await page.goto(`${address}/${path ?? ""}`);
      await expect(page.getByRole("heading", { name: heading ?? "", exact: true })).toBeVisible();
      await expectAccessible(page);
    }
  });

  test(`axe finds nothing on a phone, ${colorScheme}`, async ({ signedIn, expectAccessible }) => {
    const page = await signedIn("editor");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    await openDemo(page, "City Forum");
    await expectAccessible(page);
    await page.keyboard.press("j");
    await expect(page.getByRole("dialog", { name: "Claim" })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/documents/new");
    await page.getByRole("textbox", { name: "Text", exact: true }).fill(TEXT);
    await expect(page.getByRole("region", { name: "Preview" })).toContainText(TEXT);
    await expectAccessible(page);
  });
}

/** Lets everybody read how the workspace moderates. */
async function openTransparency({ request }: Page): Promise<void> {
  const { version, publicTransparency } = (await (await request.get("/api/v1/workspace/moderation")).json()) as {
    version: number;
    publicTransparency: boolean;
  };
  if (publicTransparency) return;
  expect((await request.patch("/api/v1/workspace/moderation", { data: { version, publicTransparency: true } })).status()).toBe(200);
}

/** Opens a window by its key (it is open already without one), looks at it, and closes it. */
async function inWindow(page: Page, key: string | null, look: () => Promise<void>): Promise<void> {
  if (key) await page.keyboard.press(key);
  const window = page.getByRole("dialog");
  await expect(window).toBeVisible();
  await look();
  await page.keyboard.press("Escape");
  await expect(window).toBeHidden();
}
