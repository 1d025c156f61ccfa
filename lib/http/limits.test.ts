import { createRequire } from "node:module";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { describe, expect, it } from "vitest";

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
