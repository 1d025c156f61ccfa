import type { BrowserContext, Page } from "playwright";
import { longestInteraction, memoryOf, observe } from "./observe";

/** Milliseconds, unless it says otherwise. */
export interface Visit {
  /** The text is painted. */
  readable: number;
  /** The text takes keys and the claims are listed. */
  interactive: number;
  /** Compressed bytes of script that the page names, and so waits for. */
  script: number;
}

export type Interactions = Record<string, number>;

/** Visits before those that count: the server has only just begun. */
const WARM = 5;

/** Opens the document `rounds` times, with an empty cache each time, and answers the medians. */
export async function openings(context: BrowserContext, url: string, slowDown: number, rounds: number): Promise<Visit> {
  const visits: Visit[] = [];
  for (let round = -WARM; round < rounds; round += 1) {
    const page = await context.newPage();
    await slow(page, slowDown);
    await observe(page);
    const answer = await page.goto(url, { waitUntil: "commit" });
    const interactive = await untilInteractive(page);
    const readable = await page.evaluate(() => window.observed.readable);
    const script = await scriptOf(page, (await answer?.text()) ?? "");
    if (round >= 0) visits.push({ readable, interactive, script });
    await page.close();
  }
  return { readable: median(visits, "readable"), interactive: median(visits, "interactive"), script: median(visits, "script") };
}

/** What a reviewer does in the open document, each with its longest interaction. */
export async function interactions(context: BrowserContext, url: string, slowDown: number): Promise<{ longest: Interactions; steps: Steps }> {
  const page = await context.newPage();
  await observe(page);
  await page.goto(url);
  await untilInteractive(page);
  await untilAtRest(page);
  await slow(page, slowDown);
  const longest = {
    "J and K, 40 steps": await longestInteraction(page, async () => {
      await press(page, "j", 25);
      await press(page, "k", 15);
    }),
    "open a claim by its words": await longestInteraction(page, () => clickClaim(page)),
    "hover over the lines": await longestInteraction(page, () => hoverLines(page)),
    "drag over 200 paragraphs": await longestInteraction(page, () => dragFar(page)),
    "the same with one Shift click, into text not laid out yet": await longestInteraction(page, () => selectFar(page)),
    "resize an end, 10 steps": await longestInteraction(page, async () => {
      await page.keyboard.press("j");
      await press(page, "]", 10);
    }),
    "search the claims": await longestInteraction(page, async () => {
      await page.keyboard.press("/");
      await page.keyboard.type("claim 49", { delay: 30 });
    }),
  };
  // Without what was searched for: it is in the address.
  await page.goto(url);
  await untilInteractive(page);
  await slow(page, 1);
  const steps = await manySteps(page);
  await page.close();
  return { longest, steps };
}

/** The floor: as many keys on a page that does nothing but count them. */
export async function floorInteraction(context: BrowserContext, slowDown: number): Promise<number> {
  const page = await context.newPage();
  await observe(page);
  await page.goto("data:text/html,<p>0</p><script>addEventListener('keydown', () => { document.querySelector('p').textContent++ })</script>");
  await slow(page, slowDown);
  const longest = await longestInteraction(page, () => press(page, "j", 40));
  await page.close();
  return longest;
}

export interface Steps {
  /** Bytes in use after 100 and after 1,100 steps to the next claim. */
  before: number;
  after: number;
  /** Nodes of the page, and rows in the claim list. */
  nodes: number;
  rows: number;
}

async function manySteps(page: Page): Promise<Steps> {
  const session = await page.context().newCDPSession(page);
  await press(page, "j", 100);
  const before = await memoryOf(session);
  await press(page, "j", 1000);
  const after = await memoryOf(session);
  const rows = await page.getByRole("list", { name: "Claims" }).getByRole("listitem").count();
  return { before: before.bytes, after: after.bytes, nodes: after.nodes, rows };
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

async function untilInteractive(page: Page): Promise<number> {
  // Looked for in the page: to ask it from outside takes longer than it needs.
  return (await page.waitForFunction(() => window.observed.interactive)).jsonValue();
}

/** Until what is fetched ahead is here; the network is never idle, since the page listens for the changes of others. */
async function untilAtRest(page: Page): Promise<void> {
  await page.locator(".reader-minimap canvas").waitFor();
  for (let still = 0, known = -1; still < 5;) {
    const loaded = await page.evaluate(
      () => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.getEntriesByType("resource").length))),
    );
    still = loaded === known ? still + 1 : 0;
    known = loaded;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

async function clickClaim(page: Page): Promise<void> {
  const box = await page.locator("[data-block]").nth(2).boundingBox();
  if (!box) throw new Error("The text is not in view.");
  await page.mouse.click(box.x + box.width / 2, box.y + 12);
  await page.waitForURL(/claim=/);
}

async function hoverLines(page: Page): Promise<void> {
  const box = await page.locator(".reader-surface").boundingBox();
  if (!box) throw new Error("The text is not in view.");
  for (let y = 150; y < 800; y += 13) await page.mouse.move(box.x + 80 + ((y * 7) % 400), y);
  await page.keyboard.press("Shift");
}

/** Pressed in the second block, scrolled down a screen at a time, released 200 blocks further, or in the last one. */
async function dragFar(page: Page): Promise<void> {
  const blocks = page.locator("[data-block]");
  const last = Math.min(201, (await blocks.count()) - 1);
  const from = await blocks.nth(1).boundingBox();
  if (!from) throw new Error("The text is not in view.");
  await page.mouse.move(from.x + 40, from.y + 10);
  await page.mouse.down();
  for (let y = 700, seen = false; !seen; y = y === 700 ? 690 : 700) {
    await page.mouse.move(from.x + 200, y, { steps: 3 });
    seen = await blocks.nth(last).evaluate((block) => {
      const scroller = block.closest(".reader-scroller");
      if (block.getBoundingClientRect().top < 600 || !scroller) return true;
      const { scrollTop } = scroller;
      scroller.scrollTop += 600;
      return scroller.scrollTop === scrollTop;
    });
  }
  await page.mouse.up();
}

/** A click in the second block, then one with Shift 200 blocks further, or in the last one. */
async function selectFar(page: Page): Promise<void> {
  await page.reload();
  await untilInteractive(page);
  await untilAtRest(page);
  const blocks = page.locator("[data-block]");
  const last = Math.min(201, (await blocks.count()) - 1);
  await blocks.nth(1).click({ position: { x: 40, y: 10 } });
  await blocks.nth(last).evaluate((block) => block.scrollIntoView({ block: "center" }));
  await blocks.nth(last).click({ position: { x: 60, y: 10 }, modifiers: ["Shift"] });
  // The selection gets there over several frames.
  await page.waitForFunction((index) => document.querySelector(`[data-block="${String(index)}"]`)?.contains(document.getSelection()?.focusNode ?? null), last);
}

/** Makes the page's processor slower by the rate, and has nothing come from the cache. */
async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** The compressed bytes of the scripts that the document itself names: what must come before the page lives. */
async function scriptOf(page: Page, html: string): Promise<number> {
  const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source ?? ""));
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => [new URL(entry.name).pathname, entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0] as const),
  );
  return loaded.filter(([path]) => named.has(path)).reduce((sum, [, size]) => sum + size, 0);
}

function median(visits: readonly Visit[], of: keyof Visit): number {
  const sorted = visits.map((visit) => visit[of]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
