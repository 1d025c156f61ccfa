import { mkdirSync } from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../lib/domain/demo";
import { addressOf, serverAnswers } from "./servers";

/** The demo accounts, by what they may do; `second` is the second reviewer. */
export type Account = "reader" | "reviewer" | "second" | "editor" | "admin";

export interface Fixtures {
  /** Opens a page as this account. Its errors fail the test, like those of `page`. */
  signedIn: (account: Account) => Promise<Page>;
  /** Fails with what axe finds on the page; by the rules about colours only, where the same page was looked at in other colours. */
  expectAccessible: (page: Page, rules?: "all" | "colours") => Promise<void>;
}

interface WorkerFixtures {
  /** The address of the worker's own server, which answers. */
  server: string;
  /** Where the cookies of an account are kept, after signing in once by the form. */
  sessionOf: (account: Account) => Promise<string>;
}

/** The browser reports an answer of 4xx as an error, and a network that is gone; a test that provokes one names it here. */
export const EXPECTED_ERRORS = /the server responded with a status of (4\d\d|503)|net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules among them that look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use, { parallelIndex }) => {
      const address = addressOf(parallelIndex);
      await serverAnswers(address);
      await use(address);
    },
    { scope: "worker", auto: true, timeout: 160_000 },
  ],

  baseURL: async ({ server }, use) => use(server),

  sessionOf: [
    async ({ browser, server }, use) => {
      const folder = path.resolve(".cache/e2e", String(process.pid));
      mkdirSync(folder, { recursive: true });
      const known = new Map<Account, string>();
      await use(async (account) => {
        const file = known.get(account) ?? path.join(folder, `${account}.json`);
        if (!known.has(account)) {
          const context = await browser.newContext({ baseURL: server });
          await signInByForm(await context.newPage(), account);
          await context.storageState({ path: file });
          await context.close();
          known.set(account, file);
        }
        return file;
      });
    },
    { scope: "worker" },
  ],

  page: async ({ page }, use) => {
    const errors = await listen(page);
    await use(page);
    expect(errors, "errors in the console of the page").toEqual([]);
  },

  signedIn: async ({ browser, sessionOf, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[][] = [];
    await use(async (account) => {
      const context = await browser.newContext({ ...contextOptions, storageState: await sessionOf(account) });
      const page = await context.newPage();
      contexts.push(context);
      errors.push(await listen(page));
      return page;
    });
    for (const context of contexts) await context.close();
    expect(errors.flat(), "errors in the console of the page").toEqual([]);
  },

  expectAccessible: async ({}, use) => {
    await use(async (page, rules = "all") => {
      await settled(page);
      // While a page is read anew its title is taken out and put in again.
      await expect(page).toHaveTitle(/\S/);
      // In one piece: no page of ours shows another site in a frame, and a second page for putting results together takes as long as the rules.
      // And of what is right nothing is told: to find a selector for each element of it takes as long again.
      const runOnly = rules === "all" ? { type: "tag" as const, values: STANDARDS } : { type: "rule" as const, values: COLOUR_RULES };
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ runOnly, resultTypes: ["violations"] })
        .analyze();
      expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join(", ")})`)).toEqual([]);
    });
  },
});

export { expect };

/** Sign in as a person does. `account` stands before the @ of the address. */
export async function signInByForm(page: Page, account: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(`${account}@example.org`);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** What fades in has the contrast of a ghost until it is there; and fields that wait for the page to come to life take no focus yet. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("fieldset[aria-busy=true], main[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    // In a page that the browser does not draw just now, an animation does not go on: none of ours takes two seconds.
    await Promise.race([Promise.allSettled(passing.map((animation) => animation.finished)), new Promise((resolve) => setTimeout(resolve, 2000))]);
  });
}

async function listen(page: Page): Promise<string[]> {
  const errors: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
      console.error(`The page breaks its own policy: ${effectiveDirective} ${blockedURI} ${sourceFile ?? ""}`);
    });
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED_ERRORS.test(message.text())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  return errors;
}
