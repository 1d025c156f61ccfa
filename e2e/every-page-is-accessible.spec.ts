import type { Page } from "@playwright/test";
import { ALIKE, FRONT, PAGES as MATRIX } from "../lib/http/test/access-matrix";
import type { Ids } from "../lib/http/test/requests";
import { expect, test, type Fixtures } from "./fixtures";
import { openDemo } from "./reader-page";

const TEXT = "The bridge opened in 1932.";

// Each test looks at many pages.
test.describe.configure({ timeout: 360_000 });

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
  { path: "/address", heading: "This link does not work any more" },
  { path: "/sign-in/link", heading: "This link does not work any more" },
  { path: "/sign-in/no-account", heading: "You have no account here" },
  { path: "/invitation", heading: "This invitation does not work any more" },
  { path: "/join", heading: "Ask an admin for an invitation" },
  { path: "/join?token=used-up", heading: "This link does not work any more" },
  { path: "/p", heading: "Fact checks" },
  { path: "/p/corrections", heading: "Corrections" },
  { path: "/p/transparency", heading: "Moderation in numbers" },
];

/** Pages of a document of the demo that an editor works with, by what is to be seen at each. */
const JUDGED: readonly [path: string, heading: string][] = [
  ["adjudicate", "Disagreements"],
  ["agreement", "Agreement"],
  ["assign", "Assign claims"],
  ["bring-in", "Bring in claims"],
];

type Look = Fixtures["expectAccessible"];

/** Looks at the page as it is, and then at its colours in the dark: nothing else of it is another there. */
async function inBothLights(page: Page, expectAccessible: Look): Promise<void> {
  await expectAccessible(page);
  await shine(page, "dark");
  await expectAccessible(page, "colours");
  await shine(page, "light");
}

/** Pages of the desk say in which light they stand; those of the public are told by their style sheet. */
async function shine(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((theme) => (document.documentElement.dataset["theme"] ?? theme) === theme, colorScheme);
}

test("axe finds nothing on any page", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("admin");
  for (const { path, heading, status = 200 } of PAGES) {
    expect((await page.goto(path))?.status()).toBe(status);
    await expect(page.getByRole("heading", { name: heading, exact: true }).first()).toBeVisible();
    await inBothLights(page, expectAccessible);
  }
});

test("axe finds nothing at the door, and on what the public reads", async ({ page, signedIn, expectAccessible }) => {
  await openTransparency(await signedIn("admin"));
  for (const { path, heading } of DOORS) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
    await inBothLights(page, expectAccessible);
  }
});

test("axe finds nothing in the workbench and its windows", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("admin");
  const look = () => inBothLights(page, expectAccessible);
  await openDemo(page, "Two leaders");
  await look();

  await page.keyboard.press("j");
  await expect(page.getByRole("region", { name: /^Claim \d+$/ })).toBeVisible();
  await look();
  await page.getByRole("tab", { name: "History" }).click();
  await look();
  await page.getByRole("tab", { name: "Claim" }).click();

  for (const key of ["e", "?", "Control+k"]) await inWindow(page, key, look);
  await page.getByRole("button", { name: "Take out…" }).click();
  await inWindow(page, null, look);

  await page.getByRole("button", { name: "Document", exact: true }).click();
  await page.getByRole("menuitem", { name: "Document settings" }).click();
  await expect(page.getByRole("heading", { name: "Document settings" })).toBeVisible();
  await look();
});

test("axe finds nothing where claims are judged together", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("editor");
  await openDemo(page, "Ten minutes");
  const address = new URL(page.url()).pathname;
  for (const [path, heading] of JUDGED) {
    await page.goto(`${address}/${path}`);
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
    await inBothLights(page, expectAccessible);
  }
});

test("axe finds nothing on a phone, nor where nothing is to move", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("editor");
  await page.emulateMedia({ reducedMotion: "reduce" });
  const look = () => inBothLights(page, expectAccessible);
  await page.setViewportSize({ width: 390, height: 844 });
  await openDemo(page, "City Forum");
  await look();
  await page.keyboard.press("j");
  await expect(page.getByRole("dialog", { name: "Claim" })).toBeVisible();
  await look();
  await page.goto("/documents/new");
  await page.getByRole("textbox", { name: "Text", exact: true }).fill(TEXT);
  await expect(page.getByRole("region", { name: "Preview" })).toContainText(TEXT);
  await look();
  // The bar has no room for all pages: the one that is open is in view, as a whole.
  await page.goto("/moderation");
  await expect(page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Moderation" })).toBeInViewport({ ratio: 1 });
});

test("no page breaks its own policy, the ones that no other test here opens included", async ({ signedIn }) => {
  const page = await signedIn("admin");
  const { request } = page;
  const { items: documents } = await (await request.get("/api/v1/documents?q=Two%20leaders")).json();
  const { items: scales } = await (await request.get("/api/v1/scales")).json();
  const { items: published } = await (await request.get("/p/feed.json")).json();
  const ids: Ids = { documentId: documents[0].id, scaleId: scales[0].id, slug: new URL(published[0].url).pathname.split("/")[2] ?? "", number: "1" };
  const seen = [...PAGES, ...DOORS].map(({ path }) => path).concat(["", ...JUDGED.map(([path]) => `/${path}`)].map((path) => `/documents/{documentId}${path}`));
  // Feeds, pictures and lists for machines run nothing.
  const read = Object.keys(ALIKE).filter((path) => /^\/p(\/|$)/.test(path) && !/[.]|image$|oembed$/.test(path));
  const left = [...Object.keys(MATRIX), ...Object.keys(FRONT), ...read].filter((path) => !seen.includes(path));
  expect(left.length).toBeGreaterThan(15);
  for (const path of left) {
    // What breaks is an error in the console, and fails the test.
    const answer = await page.goto(path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name));
    expect([path, answer?.status()]).toEqual([path, FRONT[path]?.[2] === "missing" ? 404 : 200]);
    await expect(page.getByRole("main").first()).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  }
});

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
