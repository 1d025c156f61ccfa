import type { Page } from "@playwright/test";
import { expect, signInByForm, test } from "./fixtures";
import {
  bringInHarbour,
  claimsOf,
  follow,
  harbourWithClaim,
  keptOnDevice,
  markInHarbour,
  settle,
  statementOf,
  storedClaim,
  type HarbourClaim,
} from "./harbour";
import { selectWords } from "./reader-page";

const DAY_MS = 86_400_000;

async function commentsOn(page: Page, { documentId }: HarbourClaim): Promise<string[]> {
  const threads = await (await page.context().request.get(`/api/v1/documents/${documentId}/threads`)).json();
  return threads.flatMap(({ comments }: { comments: { body: string }[] }) => comments.map(({ body }) => body));
}

async function openDiscussion(page: Page): Promise<void> {
  await page
    .getByRole("region", { name: /^Claim \d+$/ })
    .getByRole("tab", { name: /Discussion/ })
    .click();
}

const newDiscussion = (page: Page) => page.getByRole("textbox", { name: "New discussion" });

test("what is said without a network waits, says so, and goes out once", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("reviewer");
  const harbour = await harbourWithClaim(page);
  await settle(page, harbour.address);
  await openDiscussion(page);
  await newDiscussion(page).fill("Which plaque?");
  await page.context().setOffline(true);
  await newDiscussion(page).press("Control+Enter");
  await expect(page.getByText("Kept here. It goes out when the network is back.")).toBeVisible();
  await expect(page.getByText("Offline – 1 unsent").first()).toBeVisible();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(page.getByRole("list", { name: "Comments" }).getByText("Which plaque?")).toBeVisible();
  await expect(newDiscussion(page)).toHaveValue("");
  expect(await commentsOn(page, harbour)).toEqual(["Which plaque?"]);
});

test("what is marked without a network is painted at once, and becomes a claim when it is back", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const harbour = await bringInHarbour(page);
  await settle(page, harbour.address);
  const text = page.getByRole("document", { name: "The harbour" });
  const painted = () =>
    page.evaluate(() => [...CSS.highlights].filter(([name]) => /^reader-(?:open|pending)$/.test(name)).flatMap(([, spans]) => [...spans]).length);
  await page.context().setOffline(true);
  await selectWords(text, "dredged twice");
  await page.keyboard.press("n");
  await expect.poll(painted).toBe(1);
  await selectWords(text, "built in 1880");
  await page.keyboard.press("n");
  await expect.poll(painted).toBe(2);
  await expect(page.getByText("2 unsent").first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(claimsOf(page)).toHaveCount(2);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(await painted()).toBe(2);
});

test("what a closed page could not say is said by the next, once, and its draft is gone", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const harbour = await harbourWithClaim(page);
  await settle(page, harbour.address);
  await openDiscussion(page);
  await page.route("**/threads", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await newDiscussion(page).fill("Which archive?");
  await expect.poll(() => keptOnDevice(page)).toBe(1);
  await newDiscussion(page).press("Control+Enter");
  await expect(page.getByText("Offline – 1 unsent").first()).toBeVisible();
  const next = await page.context().newPage();
  await page.close();
  await next.goto(harbour.address);
  await expect.poll(() => commentsOn(next, harbour)).toEqual(["Which archive?"]);
  await expect.poll(() => keptOnDevice(next)).toBe(0);
  await openDiscussion(next);
  await expect(next.getByRole("list", { name: "Comments" }).getByText("Which archive?")).toBeVisible();
  await expect(newDiscussion(next)).toHaveValue("");
});

test("leaving with unsent work warns, and whoever stays has it", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const harbour = await harbourWithClaim(page);
  await page.goto(harbour.address);
  await page.route("**/api/v1/claims/**", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await statementOf(page).fill("The harbour was built in 1880, says the stone.");
  await expect(page.getByText("Offline – 1 unsent").first()).toBeVisible();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(statementOf(page)).toHaveValue("The harbour was built in 1880, says the stone.");
  await page.unroute("**/api/v1/claims/**");
  await expect.poll(async () => (await storedClaim(page, harbour)).statement).toBe("The harbour was built in 1880, says the stone.");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("signing out with unsent words removes them from the device", async ({ browser, contextOptions }) => {
  const page = await (await browser.newContext(contextOptions)).newPage();
  await signInByForm(page, "second");
  const harbour = await harbourWithClaim(page);
  await page.goto(harbour.address);
  await page.route("**/api/v1/claims/**", (route) => (route.request().method() === "PATCH" ? route.fulfill({ status: 503 }) : route.continue()));
  await statementOf(page).fill("Words that nobody else may read.");
  await expect(page.getByText("Not saved").first()).toBeVisible();
  await page.getByRole("button", { name: /Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Discard and sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await keptOnDevice(page)).toBe(0);
  await page.unroute("**/api/v1/claims/**");
  await signInByForm(page, "second");
  await page.goto(harbour.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
});

test("two tabs of one person change the same statement: the second is asked, and both texts are there", async ({ signedIn }) => {
  const one = await signedIn("reviewer");
  const harbour = await harbourWithClaim(one);
  await one.goto(harbour.address);
  const two = await one.context().newPage();
  await two.goto(harbour.address);
  await expect(statementOf(two)).toHaveValue("built in 1880");
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await two.route("**/api/v1/claims/**", async (route) => {
    if (route.request().method() === "PATCH") await held;
    await route.continue();
  });
  const leaving = two.waitForRequest((request) => request.method() === "PATCH");
  await statementOf(two).fill("The harbour was finished in 1880.");
  await leaving;
  await statementOf(one).fill("The harbour was built in 1880 by the city.");
  await expect.poll(async () => (await storedClaim(one, harbour)).statement).toBe("The harbour was built in 1880 by the city.");
  arrive();
  const conflict = two.getByRole("group", { name: "Conflict: Statement" });
  await expect(conflict.getByRole("definition").filter({ hasText: "by the city" })).toBeVisible();
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(statementOf(two)).toHaveValue("The harbour was built in 1880 by the city.");
  await expect(two.getByText("Saved", { exact: true })).toBeVisible();
});

for (const [name, days] of [
  ["a day ahead", 1],
  ["a day behind", -1],
] as const)
  test(`where the clock is ${name}, work is saved and others are heard`, async ({ signedIn }) => {
    const [page, other] = [await signedIn("reviewer"), await signedIn("second")];
    const harbour = await harbourWithClaim(other);
    await page.clock.install({ time: Date.now() + days * DAY_MS });
    await follow(page, harbour.address);
    await follow(other, harbour.address);
    await statementOf(page).fill("The harbour was built in 1880, by this clock.");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await expect(statementOf(other)).toHaveValue("The harbour was built in 1880, by this clock.");
    await markInHarbour(other, harbour, "dredged twice");
    await expect(claimsOf(page)).toHaveCount(2);
    await openDiscussion(page);
    await newDiscussion(page).fill("Whose clock?");
    await newDiscussion(page).press("Control+Enter");
    await expect(page.getByRole("list", { name: "Comments" }).getByText("Whose clock?")).toBeVisible();
    const threads = await (await other.context().request.get(`/api/v1/documents/${harbour.documentId}/threads`)).json();
    expect(Math.abs(Date.parse(threads[0].comments[0].createdAt) - Date.now())).toBeLessThan(DAY_MS / 24);
  });

test("a tab that slept hears on waking what happened meanwhile, and its unsent words go out", async ({ signedIn }) => {
  const [page, other] = [await signedIn("reviewer"), await signedIn("second")];
  const harbour = await harbourWithClaim(other);
  // What is fetched ahead is here before the tab sleeps: a page that lacks a part of itself is another story.
  await settle(page, harbour.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  await page.context().setOffline(true); // a machine that sleeps lets its connections go
  await markInHarbour(other, harbour, "dredged twice");
  const patch = { version: 1, statement: "The harbour was built in 1880 by others." };
  expect((await other.context().request.patch(`/api/v1/claims/${harbour.claimId}`, { data: patch })).status()).toBe(200);
  await page.context().setOffline(false);
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await expect(claimsOf(page)).toHaveCount(2);
  await expect(statementOf(page)).toHaveValue("The harbour was built in 1880 by others.");
  await statementOf(page).fill("The harbour was built in 1880, after a night's sleep.");
  await expect.poll(async () => (await storedClaim(other, harbour)).statement).toBe("The harbour was built in 1880, after a night's sleep.");
});

test("a reviewer who becomes a reader while typing is told, and keeps the words", async ({ signedIn, browser, contextOptions }, info) => {
  const admin = await signedIn("admin");
  const invitation = await (await admin.context().request.post("/api/v1/invitations", { data: { role: "reviewer", email: null } })).json();
  const page = await (await browser.newContext(contextOptions)).newPage();
  await page.goto(invitation.path);
  await page.getByLabel("Your name").fill("Ola Brandt");
  await page.getByLabel("Your e-mail").fill(`ola-${String(info.retry)}@example.org`);
  await page.getByRole("textbox", { name: "Password" }).fill("seven green boats");
  await page.getByRole("button", { name: "Join the workspace" }).click();
  await expect(page.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();

  const harbour = await harbourWithClaim(admin);
  await follow(page, harbour.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
  const { members } = await (await admin.context().request.get("/api/v1/people")).json();
  const ola: { id: string } = members.findLast(({ name }: { name: string }) => name === "Ola Brandt");
  expect((await admin.context().request.put(`/api/v1/people/${ola.id}/role`, { data: { role: "reader" } })).status()).toBe(200);
  await statementOf(page).fill("The harbour was built in 1880, I am sure.");
  await expect(page.getByText(/does not allow this here/)).toBeVisible();
  await expect(statementOf(page)).toHaveValue("The harbour was built in 1880, I am sure.");
  expect((await storedClaim(admin, harbour)).statement).toBe("built in 1880");
  await expect.poll(() => keptOnDevice(page)).toBeGreaterThan(0);
});
