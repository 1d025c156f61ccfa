import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const TEXT = "The harbour was built in 1880.\n\nIt has been dredged twice since.";

interface Made {
  claimId: string;
  documentId: string;
  address: string;
}

async function documentWithClaim(page: Page): Promise<Made> {
  const api = page.context().request;
  const { id } = await (await api.post("/api/v1/documents", { data: { title: "The harbour", source: { kind: "paste", text: TEXT } } })).json();
  const { document } = await (await api.get(`/api/v1/documents/${id}`)).json();
  const claim = await api.post(`/api/v1/documents/${id}/claims`, { data: { revisionId: document.revision.id, fragments: [{ exact: "built in 1880" }] } });
  const claimId: string = (await claim.json()).id;
  return { claimId, documentId: id, address: `/documents/${id}?claim=${claimId}` };
}

const statement = (page: Page) => page.getByRole("textbox", { name: "Statement" });
const stored = async (page: Page, { claimId }: Made) => (await page.context().request.get(`/api/v1/claims/${claimId}`)).json();
const writes = async (page: Page, { claimId }: Made) => {
  const { items } = await (await page.context().request.get(`/api/v1/claims/${claimId}/events`)).json();
  return items.map(({ type }: { type: string }) => type);
};

/** Opens the page and waits until it has fetched what it fetches ahead. */
async function settle(page: Page, address: string): Promise<void> {
  const connected = page.waitForResponse((response) => response.url().includes("/api/v1/events?"));
  await page.goto(address);
  await connected;
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").length);
  let before = -1;
  await expect
    .poll(async () => {
      const now = await fetched();
      const still = now === before;
      before = now;
      return still;
    })
    .toBe(true);
}

test("without a network work goes on, the page says what waits, and it goes out in order when the network is back", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("reviewer");
  const made = await documentWithClaim(page);
  await settle(page, made.address);
  await expect(statement(page)).toHaveValue("built in 1880");
  await page.context().setOffline(true);
  await expect(page.getByText("Offline", { exact: true }).first()).toBeVisible();
  await statement(page).fill("The harbour was built in 1880, says the plaque.");
  await expect(page.getByText("Offline – 1 unsent").first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText("1 unsent").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.context().setOffline(false);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(await stored(page, made)).toMatchObject({ statement: "The harbour was built in 1880, says the plaque.", version: 2 });
  expect(await writes(page, made)).toEqual(["claim.updated", "claim.created"]);
});

test("what a closed page did not send is sent by the next one, whatever it shows", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const made = await documentWithClaim(page);
  await page.goto(made.address);
  await expect(statement(page)).toHaveValue("built in 1880");
  await page.route("**/api/v1/claims/**", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await statement(page).fill("The harbour was built in 1880, says the archive.");
  await expect(page.getByText("Offline – 1 unsent").first()).toBeVisible();
  const next = await page.context().newPage();
  await page.close();
  await next.goto("/documents");
  await expect.poll(async () => (await stored(next, made)).statement).toBe("The harbour was built in 1880, says the archive.");
  expect(await writes(next, made)).toEqual(["claim.updated", "claim.created"]);
});

test("a claim that was marked and whose answer got lost is there once", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const made = await documentWithClaim(page);
  await page.goto(made.address);
  await expect(statement(page)).toHaveValue("built in 1880");
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
  await expect.poll(async () => (await stored(page, made)).state).toBe("skipped");
  expect(await writes(page, made)).toEqual(["claim.moved", "claim.created"]);
});

test("whoever signs out with unsent words is asked", async ({ signedIn }) => {
  const page = await signedIn("second");
  const made = await documentWithClaim(page);
  await page.goto(made.address);
  await expect(statement(page)).toHaveValue("built in 1880");
  await page.route("**/api/v1/claims/**", (route) => (route.request().method() === "PATCH" ? route.fulfill({ status: 503 }) : route.continue()));
  await statement(page).fill("Words that nobody else may read.");
  await expect(page.getByText("Not saved").first()).toBeVisible();
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open("assay-drafts");
          opening.onsuccess = () => {
            const count = opening.result.transaction("fields").objectStore("fields").count();
            count.onsuccess = () => resolve(count.result);
          };
        }),
    );
  expect(await kept()).toBeGreaterThan(1);
  await page.getByRole("button", { name: /Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(statement(page)).toHaveValue("Words that nobody else may read.");
});
