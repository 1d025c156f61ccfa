import { expect, type Page } from "@playwright/test";

export const HARBOUR = "The harbour was built in 1880.\n\nIt has been dredged twice since.\n\nNobody remembers who paid for it.";

export interface Harbour {
  documentId: string;
  revisionId: string;
  address: string;
}

/** A short document, made through the API. */
export async function bringInHarbour(page: Page): Promise<Harbour> {
  const api = page.context().request;
  const { id } = await (await api.post("/api/v1/documents", { data: { title: "The harbour", source: { kind: "paste", text: HARBOUR } } })).json();
  const { document } = await (await api.get(`/api/v1/documents/${id}`)).json();
  return { documentId: id, revisionId: document.revision.id, address: `/documents/${id}` };
}

/** Marks a claim in it through the API. */
export async function markInHarbour(page: Page, { documentId, revisionId }: Harbour, exact: string): Promise<{ id: string; number: number; version: number }> {
  const answer = await page.context().request.post(`/api/v1/documents/${documentId}/claims`, { data: { revisionId, fragments: [{ exact }] } });
  expect(answer.status()).toBe(201);
  return answer.json();
}

export interface HarbourClaim extends Harbour {
  claimId: string;
}

/** The document with one claim, "built in 1880"; its address opens the claim. */
export async function harbourWithClaim(page: Page): Promise<HarbourClaim> {
  const harbour = await bringInHarbour(page);
  const { id } = await markInHarbour(page, harbour, "built in 1880");
  return { ...harbour, claimId: id, address: `${harbour.address}?claim=${id}` };
}

/** Opens the page and waits until it hears what others do. */
export async function follow(page: Page, address: string): Promise<void> {
  const connected = page.waitForResponse((response) => response.url().includes("/api/v1/events?"));
  await page.goto(address);
  await connected;
}

/** Follows the page until it has fetched what it fetches ahead. */
export async function settle(page: Page, address: string): Promise<void> {
  await follow(page, address);
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

/** The claim as the server has it. */
export async function storedClaim(page: Page, { claimId }: HarbourClaim): Promise<{ statement: string; state: string; version: number }> {
  return (await page.context().request.get(`/api/v1/claims/${claimId}`)).json();
}

/** What was done to the claim, newest first. */
export async function eventsOf(page: Page, { claimId }: HarbourClaim): Promise<string[]> {
  const { items } = await (await page.context().request.get(`/api/v1/claims/${claimId}/events`)).json();
  return items.map(({ type }: { type: string }) => type);
}

/** How many drafts and unsent writes this browser keeps. */
export function keptOnDevice(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("assay-drafts");
        opening.onsuccess = () => {
          const count = opening.result.transaction("fields").objectStore("fields").count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );
}

export const statementOf = (page: Page) => page.getByRole("textbox", { name: "Statement", exact: true });
export const claimsOf = (page: Page) => page.getByRole("list", { name: "Claims" }).getByRole("button");
