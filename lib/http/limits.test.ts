import { createRequire } from "node:module";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { describe, expect, it, vi } from "vitest";

const require = createRequire(import.meta.url);

/** The library a second time, with classes of its own, as another route's bundle has it. */
function anotherCopy(): { RateLimiterMemory: typeof RateLimiterMemory } {
  for (const name of Object.keys(require.cache)) if (name.includes("rate-limiter-flexible")) Reflect.deleteProperty(require.cache, name);
  return require("rate-limiter-flexible");
}

describe("countUse", () => {
  it("refuses what is too much and names the wait, whichever bundle made the limiter", async () => {
    const Limiter = anotherCopy().RateLimiterMemory;
    expect(Limiter).not.toBe(RateLimiterMemory);
    Object.assign(globalThis, { assayLimits: { tokenByAddress: new Limiter({ points: 1, duration: 60 }) } });
    const { countUse } = await import("./limits");
    await countUse("tokenByAddress", "somebody");
    await expect(countUse("tokenByAddress", "somebody")).rejects.toMatchObject({
      code: "rate_limited",
      message: "Too many requests. Wait 60 seconds and try again.",
      details: { retryAfter: 60 },
    });
    await expect(countUse("tokenByAddress", "somebody else")).resolves.toBeUndefined();
  });
});

describe("countContribution", () => {
  it("refuses what is more than the workspace takes, names the wait, and does not count it", async () => {
    vi.resetModules();
    Object.assign(globalThis, { assayLimits: undefined });
    const { countContribution, forgetContribution } = await import("./limits");
    const limit = { minute: 2, hour: 3 };
    await countContribution("a", limit);
    // What was refused for something else adds nothing.
    await countContribution("a", limit);
    await forgetContribution("a");
    await countContribution("a", limit);
    for (let tries = 0; tries < 3; tries += 1)
      await expect(countContribution("a", limit)).rejects.toMatchObject({
        code: "rate_limited",
        message: expect.stringMatching(/takes 2 contributions a minute/) as string,
      });
    await countContribution("b", limit);
    // The minute has more room now; of the hour two are used.
    await countContribution("a", { ...limit, minute: 10 });
    await expect(countContribution("a", { ...limit, minute: 10 })).rejects.toMatchObject({
      message: expect.stringMatching(/takes 3 contributions an hour .* wait 60 minutes/) as string,
      details: { retryAfter: 3600 },
    });
  });
});
