import type { CDPSession, Page } from "playwright";

/** What the page writes down about itself; set up before any script of the page runs. */
interface Observed {
  /** Milliseconds from the navigation to the last largest paint of text. */
  readable: number;
  /** Milliseconds from the navigation to when the text takes keys and the claims are listed; 0 until then. */
  interactive: number;
  /** The longest interaction since the last look: input to the next paint, in milliseconds (INP's measure, rounded to 8 ms by the browser). */
  longest: number;
}

declare global {
  interface Window {
    observed: Observed;
  }
}

/** Has each page that is opened observe its paints and its interactions. */
export async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const observed: Observed = { readable: 0, interactive: 0, longest: 0 };
    window.observed = observed;
    // Claims that come with the page are listed before it lives; what does not live yet stands in disabled fields.
    const looking = setInterval(() => {
      if (!document.querySelector('ol[aria-label="Claims"] button:enabled') || document.querySelector("fieldset:disabled")) return;
      observed.interactive = performance.now();
      clearInterval(looking);
    }, 5);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) observed.readable = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("interactionId" in entry && entry.interactionId) observed.longest = Math.max(observed.longest, entry.duration);
    }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit); // the type lacks durationThreshold
  });
}

/** Does something in the page and answers its longest interaction, in milliseconds. */
export async function longestInteraction(page: Page, work: () => Promise<void>): Promise<number> {
  await settle(page);
  await page.evaluate(() => void (window.observed.longest = 0));
  await work();
  await settle(page);
  return page.evaluate(() => window.observed.longest);
}

/** Until two frames were painted with nothing left to do, so that entries about them are delivered. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestIdleCallback(() => requestAnimationFrame(() => resolve())))));
}

/** Bytes in use by the scripts, after a collection of garbage, and how many nodes the page has. */
export async function memoryOf(session: CDPSession): Promise<{ bytes: number; nodes: number }> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  return { bytes: usedSize, nodes };
}
